//! Waiting for the browser's database. The library's own futures never free their callbacks.

use std::{cell::Cell, rc::Rc};

use futures_channel::oneshot::{self, Receiver};
use idb::{Error, Request, Transaction};

/// A request that has been answered.
pub async fn answered<R: Request>(mut request: R) -> Result<R, Error> {
    let (tell, told) = channel();
    let tell_too = tell.clone();
    request.on_success(move |_| tell(()));
    request.on_error(move |_| tell_too(()));
    // Nothing can end it: the request holds both that may speak.
    let _ = told.await;
    match request.error()? {
        Some(error) => Err(Error::DomException(error)),
        None => Ok(request),
    }
}

/// Whether a transaction ends well.
pub async fn is_committed(mut transaction: Transaction) -> bool {
    let (tell, told) = channel();
    let tell_too = tell.clone();
    transaction.on_complete(move |_| tell(true));
    transaction.on_abort(move |_| tell_too(false));
    told.await.unwrap_or_default()
}

/// A channel for the first of several callbacks to speak.
fn channel<T: 'static>() -> (impl Fn(T) + Clone, Receiver<T>) {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(Cell::new(Some(sender)));
    let tell = move |told| {
        if let Some(sender) = sender.take() {
            // Whoever has waited may be gone.
            let _ = sender.send(told);
        }
    };
    (tell, receiver)
}
