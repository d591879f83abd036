//! The lines of told/happened: where they end, and that keys reach and follow every one of them.

use std::collections::BTreeSet;

use linimasa::app::Pane;
use linimasa::app::told::Side;
use linimasa::store::{EventIx, SourceIx};
use ratatui::layout::Position;
use ratatui::style::Modifier;

use crate::screen::Screen;
use crate::told::{event_row, sentence_row, told};

const HEAVY: &str = "━┃┏┓┗┛┣┫┳┻╋◆▲▼╸╺╹╻";

/// The cells of the heavy lines.
pub(crate) fn heavy(screen: &Screen) -> BTreeSet<(u16, u16)> {
    let area = screen.pane(Pane::Timeline);
    let cells = area.positions().filter(|position| {
        let symbol = screen.buffer[*position].symbol();
        HEAVY.contains(symbol) && screen.buffer[*position].modifier.contains(Modifier::BOLD)
    });
    cells.map(|Position { x, y }| (x, y)).collect()
}

/// Whether cells hang together.
fn is_one_piece(cells: &BTreeSet<(u16, u16)>) -> bool {
    let mut open: Vec<(u16, u16)> = cells.first().copied().into_iter().collect();
    let mut reached = BTreeSet::new();
    while let Some((x, y)) = open.pop() {
        if !reached.insert((x, y)) {
            continue;
        }
        let around = [(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)];
        open.extend(around.into_iter().filter(|cell| cells.contains(cell)));
    }
    reached.len() == cells.len()
}

/// The rows in which the heavy lines touch the left and the right edge of their band.
fn touched(screen: &Screen) -> (BTreeSet<u16>, BTreeSet<u16>) {
    let cells = heavy(screen);
    let at = |edge: u16| {
        let rows = cells.iter().filter(|(x, _)| *x == edge).map(|(_, y)| *y);
        rows.collect::<BTreeSet<u16>>()
    };
    let left = cells.iter().map(|(x, _)| *x).min().unwrap_or(0);
    let right = cells.iter().map(|(x, _)| *x).max().unwrap_or(0);
    (at(left), at(right))
}

#[test]
fn the_lines_of_every_event_end_at_its_row_and_at_those_of_its_sentences() {
    let mut screen = told(200, 90);
    screen.keys("z");
    let events: Vec<EventIx> = screen.state.view.iter().collect();
    for event in events {
        let id = screen.state.store.id(event).to_owned();
        screen.go_to(&id);
        let (left, right) = touched(&screen);
        assert_eq!(right, [event_row(&screen, event).unwrap()].into(), "{id}");
        let document = screen.state.store.source_text(SourceIx(0)).unwrap();
        let sentences = 0..document.sentences().len();
        let stating = sentences.filter(|place| document.events_of(*place).contains(&event));
        let rows: BTreeSet<u16> = stating
            .map(|sentence| sentence_row(&screen, sentence).unwrap())
            .collect();
        assert_eq!(left, rows, "{id}");
        assert!(is_one_piece(&heavy(&screen)), "{id}\n{}", screen.shown());
    }
}

#[test]
fn the_lines_of_every_sentence_end_at_its_row_and_at_those_of_its_events() {
    let mut screen = told(200, 90);
    screen.keys("z h g g");
    let mut seen = 0;
    loop {
        let sentence = screen.state.cursor.sentence;
        let row = sentence_row(&screen, sentence).unwrap();
        let here = screen.state.events_here();
        let (left, right) = touched(&screen);
        let rows = here.iter().map(|event| event_row(&screen, *event).unwrap());
        assert_eq!(right, rows.collect::<BTreeSet<u16>>(), "{sentence}");
        if !here.is_empty() {
            assert_eq!(left, [row].into(), "{sentence}");
            assert!(is_one_piece(&heavy(&screen)), "{sentence}");
        }
        seen += 1;
        screen.keys("j");
        if screen.state.cursor.sentence == sentence {
            break;
        }
    }
    assert_eq!(seen, screen.state.telling().unwrap().sentences.len());
}

#[test]
fn every_event_is_reached_by_keys_in_the_order_of_time_at_every_height() {
    for height in [6, 14, 20, 33, 60] {
        let mut screen = told(120, height);
        screen.keys("g g");
        let mut walked = Vec::new();
        loop {
            let event = screen.state.selected.unwrap();
            if walked.last() == Some(&event) {
                break;
            }
            assert!(event_row(&screen, event).is_some(), "{height}");
            walked.push(event);
            screen.keys("j");
        }
        let expected: Vec<EventIx> = screen.state.view.iter().collect();
        assert_eq!(walked, expected, "{height}");
        let rows: Vec<u16> = expected
            .iter()
            .filter_map(|event| event_row(&screen, *event))
            .collect();
        assert!(rows.is_sorted(), "{height}");
    }
}

#[test]
fn enter_follows_the_line_to_each_sentence_and_from_a_sentence_to_each_event() {
    let mut screen = told(160, 50);
    screen.go_to("istanbul-2");
    let event = screen.event("istanbul-2");
    let mut sentences = Vec::new();
    for _ in 0..4 {
        screen.keys("enter");
        assert_eq!(screen.state.sides.leads, Side::Told);
        assert_eq!(screen.state.focus, Pane::Timeline);
        assert_eq!(screen.state.selected, Some(event));
        sentences.push(screen.state.cursor.sentence);
    }
    let document = screen.state.store.source_text(SourceIx(0)).unwrap();
    let stated =
        (0..document.sentences().len()).filter(|place| document.events_of(*place).contains(&event));
    let stated: Vec<usize> = stated.collect();
    assert_eq!(sentences[..3], stated);
    assert_eq!(sentences[3], stated[0]);
    drop(document);
    // Another key ends the walk: from the sentence to its events, one after the other.
    screen.keys("l h enter");
    assert_eq!(screen.state.sides.leads, Side::Happened);
    let here = screen.state.events_here();
    assert!(here.len() > 1);
    let mut seen: BTreeSet<EventIx> = screen.state.selected.into_iter().collect();
    for _ in 1..here.len() {
        screen.keys("enter");
        assert_eq!(screen.state.cursor.sentence, stated[0]);
        seen.extend(screen.state.selected);
    }
    assert_eq!(seen, here.into_iter().collect());
    screen.keys("H");
    assert_eq!(screen.state.cursor.sentence, stated[0]);
}
