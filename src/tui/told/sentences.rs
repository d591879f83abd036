//! The left side: the sentences of the article in their order, where the story goes back, which events each one states.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Part;
use crate::app::told::{Back, Jump, Link, Side, back};
use crate::app::{Target, count};
use crate::model::Role;
use crate::text::{SafeText, truncate, width};
use crate::tui::hits::Hits;
use crate::tui::paint::{Line, cut, label, line_width, put, put_right, row, run, tint};
use crate::tui::timeline::matches;

/// From this width on it stands beside a sentence how far back it goes.
const WITH_BACK: usize = 44;
/// From this width on the numbers of its events stand beside a sentence.
const WITH_EVENTS: usize = 20;
/// They take at most so many cells.
const MOST_EVENTS: usize = 9;

/// Draws the side.
pub(super) fn render(part: &Part<'_>, area: Rect, buffer: &mut Buffer, hits: &mut Hits) {
    if area.is_empty() {
        return;
    }
    for line in 0..part.told.height {
        let places = part.rows.told(part.told.top + line);
        let Some(told) = part.telling.sentences.get(places.start) else {
            break;
        };
        let here = row(area, line);
        draw(part, &places, here, buffer);
        hits.push(here, Target::Told(part.telling.source, told.sentence));
    }
}

fn draw(part: &Part<'_>, places: &Range<usize>, area: Rect, buffer: &mut Buffer) {
    let theme = part.theme;
    let is_here = part.told_here().is_some_and(|here| places.contains(&here));
    let leads = part.leads(Side::Told);
    let sign = match (is_here, leads) {
        (true, true) => "▶",
        (true, false) => "▷",
        (false, _) => " ",
    };
    let links = part.telling.links_from(places.start);
    let mut line = vec![label(sign, theme.cursor), jump_sign(part, links)];
    line.push(run(&number(part, places.start), theme.number));
    line.push(label(" ", theme.detail));
    let room = usize::from(area.width);
    let aside = aside(part, places, links, room);
    let left = room.saturating_sub(line_width(&line) + line_width(&aside) + 1);
    if places.len() > 1 {
        let told = part.telling.sentences.get(places.start);
        let what = told.map_or("", |told| part.telling.word_of_shared(told));
        let text = format!("⋯ {} {what}", count(places.len(), "sentence"));
        line.push(run(
            truncate(&SafeText::new(&text), left).as_str(),
            theme.no_event,
        ));
    } else {
        line.extend(words(part, places.start, left));
    }
    put(buffer, area, &line);
    put_right(buffer, area, &aside);
    if is_here {
        let style = if leads {
            theme.selected
        } else {
            theme.selected_unfocused
        };
        tint(buffer, area, style, theme.matched);
    }
}

/// The digits that the numbers of the sentences take.
fn digits(part: &Part<'_>) -> usize {
    part.telling.coverage.sentences.to_string().len()
}

fn number(part: &Part<'_>, place: usize) -> String {
    let digits = digits(part);
    let told = part.telling.sentences.get(place);
    let number = told.and_then(|told| told.number);
    let number = number.map_or_else(|| "·".to_owned(), |number| number.to_string());
    format!("{number:>digits$}")
}

/// The jump of a sentence that leads furthest back; one that is only possible where no other is.
fn furthest(part: &Part<'_>, links: &[Link]) -> Option<(Jump, Option<Back>)> {
    let store = &part.state.store;
    let event = |place: usize| {
        part.telling
            .events
            .get(place)
            .map(|happened| happened.event)
    };
    let jumps = links.iter().filter_map(|link| {
        let jump = link.jump?;
        let back = back(store, event(jump.from)?, event(link.event)?);
        Some((jump, back.filter(|_| jump.is_proven)))
    });
    jumps.max_by_key(|(_, back)| back.map(|back| back.minutes))
}

fn jump_sign(part: &Part<'_>, links: &[Link]) -> crate::tui::paint::Run {
    let theme = part.theme;
    let proven = links
        .iter()
        .filter_map(|link| link.jump)
        .map(|jump| jump.is_proven)
        .max();
    match proven {
        Some(true) => label("↶", theme.caution),
        Some(false) => label("?", theme.faint),
        None => label(" ", theme.detail),
    }
}

/// What stands at the right end: how far back the story goes, and the numbers of the events.
fn aside(part: &Part<'_>, places: &Range<usize>, links: &[Link], room: usize) -> Line {
    let theme = part.theme;
    let mut line = Line::new();
    if room >= WITH_BACK
        && let Some((jump, how_far)) = furthest(part, links)
    {
        let text = match how_far {
            Some(how_far) => format!("back {}{} ", how_far.text(), star(part, jump, links)),
            None => "back perhaps ".to_owned(),
        };
        let style = if jump.is_proven {
            theme.caution
        } else {
            theme.faint
        };
        line.push(run(&text, style));
    }
    if room >= WITH_EVENTS {
        line.extend(events(part, places, links));
    }
    line
}

/// A star where one of the two dates rests on a publication date that the text does not state.
fn star(part: &Part<'_>, jump: Jump, links: &[Link]) -> &'static str {
    let to = links.iter().filter(|link| link.jump == Some(jump));
    let places = to.map(|link| link.event).chain([jump.from]);
    let events = places.filter_map(|place| part.telling.events.get(place));
    let mut rests = events.map(|happened| part.state.store.rests_on_inferred(happened.event));
    if rests.any(|rests| rests) { "*" } else { "" }
}

/// The numbers of a sentence's events, the selected one first; underlined where the sentence has words that date the event.
fn events(part: &Part<'_>, places: &Range<usize>, links: &[Link]) -> Line {
    let theme = part.theme;
    let told = part.telling.sentences.get(places.start);
    if links.is_empty() {
        let is_hidden = told.is_some_and(|told| told.hidden > 0);
        let sign = match (is_hidden, part.telling.is_partial) {
            (true, _) => "×",
            (false, true) => " ",
            (false, false) => "·",
        };
        return vec![label(sign, theme.no_event)];
    }
    let selected = part.event_here();
    let first = links.iter().filter(|link| Some(link.event) == selected);
    let others = links.iter().filter(|link| Some(link.event) != selected);
    let mut line = Line::new();
    let mut left = MOST_EVENTS;
    for (shown, link) in first.chain(others).enumerate() {
        let Some(happened) = part.telling.events.get(link.event) else {
            continue;
        };
        let number = part.state.store.number(happened.event).to_string();
        let needed = width(&number) + usize::from(shown > 0);
        if needed + usize::from(shown + 1 < links.len()) > left {
            line.push(label("+", theme.number));
            break;
        }
        if shown > 0 {
            line.push(label(" ", theme.number));
        }
        let style = match (Some(link.event) == selected, link.dates) {
            (true, false) => theme.evidence,
            (_, true) => theme.date_words,
            (false, false) => theme.number,
        };
        line.push(run(&number, style));
        left -= needed;
    }
    line
}

/// The first words of a sentence, with those of the selected event and of the search. No more of a long one is looked at than is seen.
fn words(part: &Part<'_>, place: usize, cells: usize) -> Line {
    let (state, theme) = (part.state, part.theme);
    let Some(told) = part.telling.sentences.get(place) else {
        return Line::new();
    };
    let document = state.store.source_text(part.telling.source);
    let Some(document) = document.as_deref() else {
        return Line::new();
    };
    let whole = document.sentence(told.sentence).unwrap_or_default();
    let longest = cells.saturating_mul(4).saturating_add(64);
    let end = whole.floor_char_boundary(longest.min(whole.len()));
    let text = SafeText::new(whole.get(..end).unwrap_or_default());
    let start = document
        .sentences()
        .get(told.sentence)
        .map_or(0, |span| span.range.start);
    let mut spans: Vec<(bool, Range<usize>, Style)> = Vec::new();
    for stop in state.stops().iter() {
        let range = stop
            .range()
            .filter(|_| stop.source == Some(part.telling.source));
        let Some(range) = range.filter(|range| range.end > start && range.start < start + end)
        else {
            continue;
        };
        let display = text.to_display(range.start.saturating_sub(start))
            ..text.to_display((range.end - start).min(end));
        match stop.role {
            Role::Evidence => spans.push((false, display, theme.evidence)),
            Role::Date => spans.push((true, display, theme.date_words)),
            Role::Quote => {}
        }
    }
    spans.sort_by_key(|(is_date, ..)| *is_date);
    let mut spans: Vec<(Range<usize>, Style)> = spans
        .into_iter()
        .map(|(_, range, style)| (range, style))
        .collect();
    let shown = truncate(&text, cells);
    spans.extend(matches(
        &shown,
        state.search.as_ref().map(|active| &active.search),
        theme,
    ));
    let base = if told.is_silent() {
        theme.no_event
    } else {
        theme.detail
    };
    let end = shown.as_str().len();
    cut(&shown, 0..end, base, &spans)
}
