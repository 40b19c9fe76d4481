//! What went wrong with the newest request, and what is done about it.

use leptos::{either::EitherOf3, prelude::*};

use crate::{
    api::{error::Error, retry::MOST_RETRIES},
    components::{
        countdown::seconds_until,
        notice::{ErrorNotice, WaitNotice},
    },
    state::agent_list::{AgentList, Progress, Waiting},
};

/// Which notice there is; the notice itself stays while what it tells changes.
#[derive(Clone, Copy, PartialEq)]
enum Trouble {
    None,
    Waits,
    Failed,
}

/// An error with the way to try again, or the wait until it is tried again by itself.
#[component]
pub fn Failure(list: AgentList) -> impl IntoView {
    let progress = list.progress();
    let trouble = Memo::new(move |_| {
        progress.with(|progress| match progress {
            Progress::Waiting(_) => Trouble::Waits,
            Progress::Failed(_) => Trouble::Failed,
            Progress::Loading | Progress::Loaded => Trouble::None,
        })
    });
    move || match trouble.get() {
        Trouble::None => EitherOf3::A(()),
        Trouble::Waits => EitherOf3::B(view! { <Wait list /> }),
        Trouble::Failed => EitherOf3::C(view! { <Failed list /> }),
    }
}

#[component]
fn Failed(list: AgentList) -> impl IntoView {
    let progress = list.progress();
    let told = move |tell: fn(&Error) -> String| {
        Signal::derive(move || {
            progress.with(|progress| match progress {
                Progress::Failed(error) => tell(error),
                _ => String::new(),
            })
        })
    };
    let message = Signal::derive(move || told(Error::sentence).get() + kept(list));
    view! { <ErrorNotice message details=told(Error::details) action="Retry" on_action=move || list.reload() /> }
}

#[component]
fn Wait(list: AgentList) -> impl IntoView {
    let progress = list.progress();
    let waiting = Memo::new(move |_| {
        progress.with(|progress| match progress {
            Progress::Waiting(waiting) => Some(waiting.clone()),
            _ => None,
        })
    });
    let retry_at =
        Signal::derive(move || waiting.with(|waiting| waiting.as_ref().and_then(|waiting| waiting.retry_at)));
    let seconds = seconds_until(retry_at);
    let message = Signal::derive(move || {
        let cause = waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.error.cause()).unwrap_or_default());
        format!("{cause}{}", kept(list))
    });
    let countdown = Signal::derive(move || {
        waiting.with(|waiting| waiting.as_ref().map(|waiting| next_try(waiting, seconds.get())).unwrap_or_default())
    });
    let details = Signal::derive(move || {
        waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.error.details()).unwrap_or_default())
    });
    view! { <WaitNotice message countdown details action="Retry now" on_action=move || list.retry_now() /> }
}

/// When the next try is, and which of how many it is.
fn next_try(waiting: &Waiting, seconds: Option<u32>) -> String {
    let when = match seconds {
        None | Some(0) => "Trying again now".into(),
        Some(1) => "Trying again in 1 second".into(),
        Some(seconds) => format!("Trying again in {seconds} seconds"),
    };
    format!("{when} ({} of {MOST_RETRIES}).", waiting.attempt)
}

/// What has become of the rows.
fn kept(list: AgentList) -> &'static str {
    if list.rows().is_empty() { "" } else { " The agents below are from before." }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_try_is_told_with_its_number() {
        let told = |attempt, seconds: Option<u32>| {
            next_try(&Waiting { error: Error::Aborted, attempt, retry_at: seconds.map(f64::from) }, seconds)
        };
        assert_eq!(told(1, Some(7)), "Trying again in 7 seconds (1 of 3).");
        assert_eq!(told(2, Some(1)), "Trying again in 1 second (2 of 3).");
        assert_eq!(told(3, None), "Trying again now (3 of 3).");
    }
}
