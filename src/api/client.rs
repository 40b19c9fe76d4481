//! The operations of the API, on top of the one function that touches the network.

use std::{cell::RefCell, rc::Rc};

use gloo_net::http::Method;
use web_sys::AbortController;

use super::{
    connection::{AgentPage, agent_from_document},
    error::Error,
    first_request::FirstRequest,
    request::{get_path, list_path},
    transport::{Request, Response, send},
};
use crate::{
    domain::{agent::Agent, id::ConnectionId, query::Query},
    json_api::document::{DecodeError, Document},
    settings::FetchSettings,
};

/// Where the API is and how it is asked. Clones share the first request, which is taken at most once.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    fetch: Rc<FetchSettings>,
    first: Rc<RefCell<Option<FirstRequest>>>,
}

impl Client {
    /// A client for the API at `base` (no trailing slash). `first` is a list request that has been sent already.
    pub fn new(base: impl Into<String>, first: Option<FirstRequest>) -> Self {
        Self { base: base.into(), fetch: Rc::default(), first: Rc::new(RefCell::new(first)) }
    }

    /// This client, asking as an embedder has set.
    pub fn with_settings(self, fetch: FetchSettings) -> Self {
        Self { fetch: Rc::new(fetch), ..self }
    }

    /// The page of agents that `query` asks for.
    pub async fn list(&self, query: &Query, controller: AbortController) -> Result<AgentPage, Error> {
        let response = self.ask(list_path(query), controller).await?;
        AgentPage::read(&parse(&response)?, &query.page)
    }

    /// The agent's record as it is now, with what only this operation gives.
    pub async fn get(&self, id: &ConnectionId, controller: AbortController) -> Result<Agent, Error> {
        let response = self.ask(get_path(id), controller).await?;
        agent_from_document(&parse(&response)?).ok_or_else(|| no_data(&response))
    }

    async fn ask(&self, path: String, controller: AbortController) -> Result<Response, Error> {
        let request = Request { method: Method::GET, url: format!("{}/{path}", self.base) };
        let first = self.take_first(&request.url);
        send(request, first, controller, &self.fetch).await
    }

    /// The first request, if it asked just this; otherwise it is of no use to anyone and ends here.
    fn take_first(&self, url: &str) -> Option<FirstRequest> {
        let first = self.first.take()?;
        if first.asks(url) {
            return Some(first);
        }
        first.controller().abort();
        None
    }
}

fn parse(response: &Response) -> Result<Document, Error> {
    Document::parse(&response.body).map_err(|error| Error::decode(&error, &response.body))
}

/// A success that brings no record, where one was asked for.
fn no_data(response: &Response) -> Error {
    let error = DecodeError { path: "data".into(), message: "there is no record".into() };
    Error::decode(&error, &response.body)
}
