//! A value of the state: changed there, read everywhere.

use std::ops::Deref;

use leptos::prelude::*;

/// A signal with its reading half. `RwSignal::read_only` makes a new half at every call. Where there is no owner, as after a
/// paint, in a future or in a listener of the window, nothing ends it, nor the memory of what reads it.
#[derive(Debug)]
pub struct StateSignal<T: 'static, S: 'static = SyncStorage> {
    signal: RwSignal<T, S>,
    reading: ReadSignal<T, S>,
}

impl<T: Send + Sync> StateSignal<T> {
    /// Holds `value` for the present owner.
    #[expect(clippy::disallowed_methods, reason = "the one half that there is")]
    pub fn new(value: T) -> Self {
        let signal = RwSignal::new(value);
        Self { signal, reading: signal.read_only() }
    }
}

impl<T> StateSignal<T, LocalStorage> {
    /// Holds a `value` that can't leave its thread for the present owner.
    #[expect(clippy::disallowed_methods, reason = "the one half that there is")]
    pub fn new_local(value: T) -> Self {
        let signal = RwSignal::new_local(value);
        Self { signal, reading: signal.read_only() }
    }
}

impl<T, S> StateSignal<T, S> {
    /// The half for all others.
    pub fn read_only(&self) -> ReadSignal<T, S> {
        self.reading
    }
}

impl<T, S> Clone for StateSignal<T, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S> Copy for StateSignal<T, S> {}

impl<T, S> Deref for StateSignal<T, S> {
    type Target = RwSignal<T, S>;

    fn deref(&self) -> &Self::Target {
        &self.signal
    }
}
