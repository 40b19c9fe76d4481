//! Starting and stopping.

use std::{sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{app::App, config::Config, control, database::Database, seed};

/// Why a sandbox could not be started.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no key to check requests against.
    #[error("the environment variable SANDBOX_KEY is empty. Set it to the key that requests must bring")]
    NoKey,
    /// The address is taken or not this machine's.
    #[error("can't listen there: {0}")]
    Listen(#[from] std::io::Error),
    /// The database can't be opened, migrated or filled.
    #[error("the database can't be used: {0}")]
    Database(#[from] crate::database::Error),
    /// A picture for the seed data could not be made.
    #[error("a picture could not be made: {0}")]
    Picture(#[from] image::ImageError),
}

/// How long requests under way may take when the sandbox stops.
const GRACE: Duration = Duration::from_secs(2);

/// A sandbox that answers. Dropping it stops it, too.
pub struct Running {
    /// Where the API is, for example `http://127.0.0.1:8787/v2`.
    pub api_url: String,
    /// Where faults are ordered and requests are read.
    pub control_url: String,
    /// How many agents there were at the start.
    pub agents: u32,
    stop: watch::Sender<bool>,
    servers: Vec<JoinHandle<()>>,
}

impl Running {
    /// Stops listening, lets requests under way end, and returns when the port is free.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        for mut server in self.servers.drain(..) {
            if tokio::time::timeout(GRACE, &mut server).await.is_err() {
                server.abort();
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Opens the database, fills it if it is empty, and listens.
pub async fn start(config: Config) -> Result<Running, Error> {
    if config.key.is_empty() {
        return Err(Error::NoKey);
    }
    let listener = TcpListener::bind(config.listen).await?;
    let control_listener = TcpListener::bind(config.control).await?;
    let (address, control_address) = (listener.local_addr()?, control_listener.local_addr()?);

    let database = Database::open(config.database.as_deref(), config.fresh)?;
    if database.count()? == 0 {
        seed::fill(&database, config.agents, config.seed)?;
    }
    let agents = database.count()?;
    if agents != config.agents {
        eprintln!("sandbox: the database already has {agents} agents and keeps them; --fresh begins anew");
    }

    let app = Arc::new(App::new(config, database, &format!("http://{address}")));
    let (stop, stopped) = watch::channel(false);
    let servers = vec![
        serve(listener, app.clone().router(), stopped.clone()),
        serve(control_listener, control::router(app), stopped),
    ];
    Ok(Running {
        api_url: format!("http://{address}/v2"),
        control_url: format!("http://{control_address}"),
        agents,
        stop,
        servers,
    })
}

fn serve(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) -> JoinHandle<()> {
    tokio::spawn(async move {
        let stopped = async move {
            // An error means that the sender is gone, which is a stop as well.
            let _ = stopped.wait_for(|stopped| *stopped).await;
        };
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
            eprintln!("sandbox: {error}");
        }
    })
}
