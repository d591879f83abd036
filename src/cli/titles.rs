//! Titles in the language that the reader asked for. Which titles there are, the timeline says.

use std::collections::BTreeSet;

use crate::model::{Event, Fault, FaultKind};
use crate::store::Store;

/// The event's title in this language, else its main title.
pub(super) fn title_in<'a>(event: &'a Event, language: Option<&str>) -> &'a str {
    title_among(&event.title, event.titles.iter(), language)
}

/// Of a main title and its translations by tag the one in this language, else the main one.
pub(super) fn title_among<'a, T: AsRef<str> + 'a>(
    main: &'a str,
    titles: impl Iterator<Item = (&'a T, &'a T)>,
    language: Option<&str>,
) -> &'a str {
    let titled = language.and_then(|language| translated(titles, language));
    titled.unwrap_or(main)
}

/// The title under this BCP 47 tag, else under a shorter or longer form of it: `en` for `en-GB`, `en-GB` for `en`.
fn translated<'a, T: AsRef<str> + 'a>(
    titles: impl Iterator<Item = (&'a T, &'a T)>,
    language: &str,
) -> Option<&'a str> {
    let language = language.to_ascii_lowercase();
    let rank = |tag: &str| {
        let tag = tag.to_ascii_lowercase();
        let is_form = |long: &str, short: &str| {
            long.strip_prefix(short)
                .is_some_and(|rest| rest.starts_with('-'))
        };
        if tag == language {
            Some(usize::MAX)
        } else if is_form(&language, &tag) {
            Some(tag.len())
        } else {
            is_form(&tag, &language).then_some(0)
        }
    };
    let ranked = titles.filter_map(|(tag, title)| Some((rank(tag.as_ref())?, title)));
    let best = ranked.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, title)| title.as_ref())
}

/// What to say where no event at all has a title in this language.
pub(super) fn no_titles(store: &Store, language: Option<&str>, name: &str) -> Option<Fault> {
    let language = language?;
    let events = &store.timeline()?.events;
    if events.is_empty()
        || events
            .iter()
            .any(|event| translated(event.titles.iter(), language).is_some())
    {
        return None;
    }
    let tags: BTreeSet<&str> = events
        .iter()
        .flat_map(|event| event.titles.keys())
        .map(String::as_str)
        .collect();
    let mend = if tags.is_empty() {
        "no event has a second title".to_owned()
    } else {
        format!(
            "there are titles in {}",
            tags.into_iter().collect::<Vec<_>>().join(", ")
        )
    };
    let cause = format!("no event has a title in “{language}”, so these are the main ones");
    Some(Fault::new(FaultKind::Unknown, name, cause, mend))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_form_of_the_language_gives_the_title() {
        let titles = [("en", "a"), ("en-GB", "b"), ("pt-BR", "c")];
        let event = Event {
            title: "utama".to_owned(),
            titles: titles
                .map(|(tag, title)| (tag.to_owned(), title.to_owned()))
                .into(),
            ..Event::default()
        };
        let wanted = [
            ("en", "a"),
            ("EN-gb", "b"),
            ("en-US", "a"),
            ("pt", "c"),
            ("de", "utama"),
            ("e", "utama"),
        ];
        for (language, title) in wanted {
            assert_eq!(title_in(&event, Some(language)), title, "{language}");
        }
        assert_eq!(title_in(&event, None), "utama");
    }
}
