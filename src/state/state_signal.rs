//! A value of the state: changed there, read everywhere.

use std::ops::Deref;

use leptos::prelude::*;

/// A signal with its reading half. `RwSignal::read_only` makes a new half at every call, which an event handler, having no
/// owner, would leave behind for as long as the page lives, and with it the memory of whatever reads the signal.
#[derive(Debug)]
pub struct StateSignal<T: 'static, S: 'static = SyncStorage> {
    signal: RwSignal<T, S>,
    reading: ReadSignal<T, S>,
}

impl<T: Send + Sync> StateSignal<T> {
    /// Holds `value` for the present owner.
    pub fn new(value: T) -> Self {
        let signal = RwSignal::new(value);
        Self { signal, reading: signal.read_only() }
    }
}

impl<T> StateSignal<T, LocalStorage> {
    /// Holds a `value` that can't leave its thread for the present owner.
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
