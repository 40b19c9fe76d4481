//! What went wrong with the newest request, and what is done about it.

use leptos::{either::EitherOf3, prelude::*};

use crate::{
    api::{error::Error, retry::MOST_RETRIES},
    components::{
        countdown::seconds_until,
        notice::{ErrorNotice, WaitNotice},
    },
    locale::{Locale, td_string, use_locale},
    state::progress::{Progress, Waiting},
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
pub fn Failure(
    progress: ReadSignal<Progress>,
    /// What has become of what was shown before.
    #[prop(into)]
    kept: Signal<&'static str>,
    /// What is told of an error that stays.
    #[prop(default = Error::sentence)]
    sentence: fn(&Error, Locale) -> String,
    /// Asks again after an error.
    #[prop(into)]
    on_retry: Callback<()>,
    /// Cuts the wait short.
    #[prop(into)]
    on_retry_now: Callback<()>,
) -> impl IntoView {
    let trouble = Memo::new(move |_| {
        progress.with(|progress| match progress {
            Progress::Waiting(_) => Trouble::Waits,
            Progress::Failed(_) => Trouble::Failed,
            Progress::Loading | Progress::Loaded => Trouble::None,
        })
    });
    let waiting = Memo::new(move |_| {
        progress.with(|progress| match progress {
            Progress::Waiting(waiting) => Some(waiting.clone()),
            _ => None,
        })
    });
    move || match trouble.get() {
        Trouble::None => EitherOf3::A(()),
        Trouble::Waits => EitherOf3::B(view! { <Wait waiting kept on_retry_now /> }),
        Trouble::Failed => EitherOf3::C(view! { <Failed progress kept sentence on_retry /> }),
    }
}

#[component]
fn Failed(
    progress: ReadSignal<Progress>,
    kept: Signal<&'static str>,
    sentence: fn(&Error, Locale) -> String,
    on_retry: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let told = move |tell: fn(&Error, Locale) -> String| {
        Signal::derive(move || {
            progress.with(|progress| match progress {
                Progress::Failed(error) => tell(error, locale),
                _ => String::new(),
            })
        })
    };
    let what_failed = told(sentence);
    let message = Signal::derive(move || with_kept(&what_failed.get(), kept.get()));
    let details = told(|error, _| error.details());
    let action = td_string!(locale, action.retry);
    view! { <ErrorNotice message details action on_action=move || on_retry.run(()) /> }
}

/// The wait until the same is asked for again by itself.
#[component]
pub fn Wait(
    /// What is waited for; nothing is told of none.
    #[prop(into)]
    waiting: Signal<Option<Waiting>>,
    /// What has become of what was there before.
    #[prop(into)]
    kept: Signal<&'static str>,
    /// Cuts the wait short.
    #[prop(into)]
    on_retry_now: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let seconds = seconds_until(Signal::derive(move || waiting.with(|waiting| waiting.as_ref()?.retry_at)));
    let message = Signal::derive(move || {
        let cause =
            waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.error.cause(locale)).unwrap_or_default());
        with_kept(cause, kept.get())
    });
    let countdown = Signal::derive(move || {
        waiting.with(|waiting| {
            waiting.as_ref().map(|waiting| next_try(waiting, seconds.get(), locale)).unwrap_or_default()
        })
    });
    let details = Signal::derive(move || {
        waiting.with(|waiting| waiting.as_ref().map(|waiting| waiting.error.details()).unwrap_or_default())
    });
    let action = td_string!(locale, action.retry_now);
    view! { <WaitNotice message countdown details action on_action=move || on_retry_now.run(()) /> }
}

fn with_kept(told: &str, kept: &str) -> String {
    format!("{told} {kept}").trim_end().to_owned()
}

/// When the next try is, and which of how many it is.
fn next_try(waiting: &Waiting, seconds: Option<u32>, locale: Locale) -> String {
    let when = match seconds {
        None | Some(0) => td_string!(locale, notice.now).into(),
        Some(seconds) => td_string!(locale, notice.in_seconds, count = seconds),
    };
    td_string!(locale, notice.attempt, when = when, attempt = waiting.attempt, most = MOST_RETRIES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_try_is_told_with_its_number() {
        let told = |attempt, seconds: Option<u32>| {
            next_try(&Waiting { error: Error::Aborted, attempt, retry_at: seconds.map(f64::from) }, seconds, Locale::en)
        };
        assert_eq!(told(1, Some(7)), "Trying again in 7 seconds (1 of 3).");
        assert_eq!(told(2, Some(1)), "Trying again in 1 second (2 of 3).");
        assert_eq!(told(3, None), "Trying again now (3 of 3).");
    }
}
