//! What an article tells beside what happened, as a drawing. Which sentence states which event is worked out in `app::told`.

use super::canvas::{COLUMNS, Canvas};
use crate::app::told::{HappenedRow, Link, Rows, Telling, Untold, back, share_text};
use crate::app::{State, count};
use crate::model::short_phrase;
use crate::store::SourceIx;

/// Columns of how far a story jumps back, left of the sentences.
const JUMPS: usize = 12;
/// Columns of a sentence.
const SENTENCE: usize = 58;
/// Where the lines begin and end.
const LINES: (f64, f64) = (71.0, 95.0);
/// Where an event begins.
const EVENT: f64 = 96.0;
/// Columns of an event's date.
const DATE: usize = 15;
/// Columns of an event's share of the text, at the right.
const SHARE: usize = 5;
/// Sentences that are drawn at most, each in a row.
const MOST_SENTENCES: usize = 2_000;

/// Draws one source.
pub(super) fn draw(state: &State, source: SourceIx, canvas: &mut Canvas) {
    canvas.section(&format!("Told / happened · {}", name(state, source)));
    let telling = match Telling::new(&state.store, &state.view, source, None) {
        Ok(telling) => telling,
        Err(why) => {
            canvas.remark(match why {
                Untold::NoText => "the text of this source is not stored",
                Untold::NoSource | Untold::Loading => "this source could not be read",
            });
            return;
        }
    };
    if telling.sentences.len() > MOST_SENTENCES {
        let sentences = count(telling.sentences.len(), "sentence");
        canvas.remark(&format!("a text of {sentences} has no room here"));
        return;
    }
    canvas.remark(&telling.summary().join(" · "));
    let rows = telling.rows(usize::MAX);
    let top = canvas.row();
    let left = rows.told_len();
    let right = rows.happened_len();
    let height = left.max(right);
    // The shorter side is spread over the height of the other one.
    let pitch = |rows: usize| height as f64 / rows.max(1) as f64;
    let places = Places {
        top,
        told: pitch(left),
        happened: pitch(right),
    };
    for link in &telling.links {
        draw_link(state, &telling, rows, link, &places, canvas);
    }
    sentences(state, source, &telling, &places, canvas);
    events(state, &telling, rows, &places, canvas);
    canvas.go_down(height as f64 + 1.0);
}

/// Where rows of both sides stand.
struct Places {
    top: f64,
    told: f64,
    happened: f64,
}

impl Places {
    fn told(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.told
    }

    fn happened(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.happened
    }
}

fn name(state: &State, source: SourceIx) -> String {
    let Some(source) = state.store.source(source) else {
        return String::new();
    };
    let words = [&source.publisher, &source.title, &source.published];
    let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    match words.is_empty() {
        true => source.id.clone(),
        false => words.join(" · "),
    }
}

fn draw_link(
    state: &State,
    telling: &Telling,
    rows: Rows<'_>,
    link: &Link,
    places: &Places,
    canvas: &mut Canvas,
) {
    let from = places.told(rows.row_of_told(link.told));
    let to = places.happened(rows.row_of_event(link.event));
    let jump = link.jump.filter(|jump| jump.is_proven);
    let class = match (link.dates, jump.is_some()) {
        (true, false) => "link dates",
        (false, false) => "link",
        (true, true) => "link dates back",
        (false, true) => "link back",
    };
    canvas.curve((LINES.0, from), (LINES.1, to), class);
    let event = |place: usize| telling.events.get(place).map(|happened| happened.event);
    let ends = jump
        .and_then(|jump| event(jump.from))
        .zip(event(link.event));
    let is_first = telling
        .links_from(link.told)
        .iter()
        .find(|other| other.jump.is_some_and(|jump| jump.is_proven))
        == Some(link);
    let distance = ends.and_then(|(before, now)| back(&state.store, before, now));
    if let Some(distance) = distance.filter(|_| is_first) {
        let words = format!("↶ {}", distance.text());
        canvas.text(0.0, from - 0.5, JUMPS, "back", &words);
    }
}

fn sentences(
    state: &State,
    source: SourceIx,
    telling: &Telling,
    places: &Places,
    canvas: &mut Canvas,
) {
    let document = state.store.source_text(source);
    for (row, told) in telling.sentences.iter().enumerate() {
        let words = document
            .as_deref()
            .and_then(|document| document.sentence(told.sentence))
            .unwrap_or_default();
        let middle = places.told(row);
        let class = if told.is_silent() { "faint" } else { "title" };
        let number = told
            .number
            .map(|number| number.to_string())
            .unwrap_or_default();
        let column = JUMPS as f64;
        canvas.begin("told", words);
        let indent = 3_usize.saturating_sub(number.len()) as f64;
        canvas.text(column + indent, middle - 0.5, 4, "faint", &number);
        let words: Vec<&str> = words.split_whitespace().collect();
        canvas.text(
            column + 4.0,
            middle - 0.5,
            SENTENCE - 4,
            class,
            &words.join(" "),
        );
        canvas.end();
    }
}

fn events(state: &State, telling: &Telling, rows: Rows<'_>, places: &Places, canvas: &mut Canvas) {
    for row in 0..rows.happened_len() {
        let middle = places.happened(row);
        let place = match rows.happened(row) {
            Some(HappenedRow::Event(place)) => place,
            Some(HappenedRow::Undated) => {
                canvas.text(EVENT, middle - 0.5, 20, "faint", "no date");
                continue;
            }
            None => continue,
        };
        let Some(happened) = telling.events.get(place) else {
            continue;
        };
        let date = state.store.date(happened.event);
        let date = date.map_or_else(|| "no date".to_owned(), |date| short_phrase(&date));
        let share = share_text(happened.characters, telling.coverage.characters);
        let room = COLUMNS - EVENT as usize - DATE - SHARE - 1;
        let title = state.title(happened.event);
        canvas.begin(
            "happened",
            &format!("{date} · {title} · {share} of the text"),
        );
        canvas.text(EVENT, middle - 0.5, DATE - 1, "faint", &date);
        canvas.text(EVENT + DATE as f64, middle - 0.5, room, "title", &title);
        let column = COLUMNS.saturating_sub(share.chars().count());
        canvas.text(column as f64, middle - 0.5, SHARE, "faint", &share);
        canvas.end();
    }
}
