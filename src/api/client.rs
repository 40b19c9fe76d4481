//! The operations of the API, on top of the one function that touches the network.

use std::{cell::RefCell, rc::Rc};

use gloo_net::http::Method;
use web_sys::AbortController;

use super::{
    connection::{AgentPage, agent_from_document},
    error::Error,
    first_request::FirstRequest,
    photo_file::PhotoFile,
    request::{COLLECTION_PATH, get_path, item_path, list_path},
    transport::{Body, Form, OnSent, Request, Response, send},
    write_body::{document, form_name, form_parts},
};
use crate::{
    domain::{agent::Agent, draft::Changes, field::Field, id::ConnectionId, query::Query},
    json_api::document::{DecodeError, Document},
    settings::FetchSettings,
};

/// Where the API is and how it is asked. Clones share the first request, which is taken at most once.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    fetch: Rc<FetchSettings>,
    is_fresh: bool,
    first: Rc<RefCell<Option<FirstRequest>>>,
}

/// What a create or an update is to write.
#[derive(Clone)]
pub struct Write {
    /// The texts and tags. With a photo, nothing in them may be cleared.
    pub changes: Changes,
    /// The photo, and who hears how far its upload has come.
    pub photo: Option<(PhotoFile, OnSent)>,
}

/// The answer to a write that has been done.
#[derive(Clone, Debug)]
pub struct Written {
    /// 201 for a new record; a create that was linked to one that was there may say 200.
    pub status: u16,
    /// The record, if the answer has it.
    pub agent: Option<Agent>,
}

impl Client {
    /// A client for the API at `base` (no trailing slash). `first` is a list request that has been sent already.
    pub fn new(base: impl Into<String>, first: Option<FirstRequest>) -> Self {
        Self { base: base.into(), fetch: Rc::default(), is_fresh: false, first: Rc::new(RefCell::new(first)) }
    }

    /// This client, asking as an embedder has set.
    pub fn with_settings(self, fetch: FetchSettings) -> Self {
        Self { fetch: Rc::new(fetch), ..self }
    }

    /// This client, answered by the server itself: what is read around a write must not come from a cache.
    pub fn fresh(self) -> Self {
        Self { is_fresh: true, ..self }
    }

    /// Where the API is.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The page of agents that `query` asks for.
    pub async fn list(&self, query: &Query, controller: AbortController) -> Result<AgentPage, Error> {
        let response = self.ask(list_path(query), controller).await?;
        let page = AgentPage::read(&parse(&response)?, &query.page);
        page.map_err(|error| Error::decode(&error, &response.body))
    }

    /// The agent's record as it is now, with what only this operation gives.
    pub async fn get(&self, id: &ConnectionId, controller: AbortController) -> Result<Agent, Error> {
        let response = self.ask(get_path(id), controller).await?;
        agent_from_document(&parse(&response)?).ok_or_else(|| no_data(&response))
    }

    /// Makes a new record. Never repeated: whoever gets no answer has to look whether it is there.
    pub async fn create(&self, write: Write, controller: AbortController) -> Result<Written, Error> {
        self.write(Method::POST, COLLECTION_PATH.into(), None, write, controller).await
    }

    /// Changes what is given and nothing else. The email can't be changed (API: certain), and is never to be given.
    pub async fn update(&self, id: &ConnectionId, write: Write, controller: AbortController) -> Result<Written, Error> {
        self.write(Method::PATCH, item_path(id), Some(id), write, controller).await
    }

    async fn write(
        &self,
        method: Method,
        path: String,
        id: Option<&ConnectionId>,
        write: Write,
        controller: AbortController,
    ) -> Result<Written, Error> {
        let url = format!("{}/{path}", self.base);
        let send = async |body| {
            let request = Request { method: method.clone(), url: url.clone(), body, is_fresh: false };
            send(request, None, controller.clone(), &self.fetch).await
        };
        let response = match write.photo {
            Some((photo, on_sent)) => {
                let photo = (form_name(Field::Photo), photo);
                send(Body::Form(Form { parts: form_parts(id, &write.changes), photo, on_sent })).await
            }
            None => {
                let text = document(id, &write.changes);
                match send(Body::Json("application/vnd.api+json", text.clone())).await {
                    // Nothing was processed, so this is no repetition. API: inferred.
                    Err(error) if error.status() == Some(415) => send(Body::Json("application/json", text)).await,
                    answer => answer,
                }
            }
        }?;
        // A success may come without data, or with some that can't be read: the record is read again anyway.
        let agent = parse(&response).ok().as_ref().and_then(agent_from_document);
        Ok(Written { status: response.status, agent })
    }

    async fn ask(&self, path: String, controller: AbortController) -> Result<Response, Error> {
        let url = format!("{}/{path}", self.base);
        let request = Request { method: Method::GET, url, body: Body::None, is_fresh: self.is_fresh };
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

fn parse(response: &Response) -> Result<Document<'_>, Error> {
    Document::parse(&response.body).map_err(|error| Error::decode(&error, &response.body))
}

/// A success that brings no record, where one was asked for.
fn no_data(response: &Response) -> Error {
    let error = DecodeError { path: "data".into(), message: "there is no record".into() };
    Error::decode(&error, &response.body)
}
