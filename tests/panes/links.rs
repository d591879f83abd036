//! Every event is one key away from its words, and every word from its event.

use linimasa::app::Pane;
use linimasa::model::{Role, Timeline};
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::screen::{ARTICLE, Screen, TIMELINE};

/// Tall enough for the whole article.
const TALL: (u16, u16) = (200, 160);
/// Cells of the gutter beside a timeline of fewer than a hundred events.
const GUTTER: u16 = 9;

fn timeline() -> Timeline {
    toml::from_str(TIMELINE).unwrap()
}

/// The visible characters of the article that an event's anchors of some roles cover, in the order of the text.
fn anchored(id: &str, roles: &[Role]) -> String {
    let timeline = timeline();
    let event = timeline.events.iter().find(|event| event.id == id).unwrap();
    let anchors = event.claims.iter().flat_map(|claim| &claim.anchors);
    let anchors: Vec<_> = anchors
        .filter(|anchor| roles.contains(&anchor.role))
        .collect();
    let covered = |place: usize| {
        anchors
            .iter()
            .any(|anchor| (anchor.start.unwrap()..anchor.end.unwrap()).contains(&place))
    };
    let letters = ARTICLE
        .chars()
        .enumerate()
        .filter(|(place, _)| covered(*place));
    letters
        .map(|(_, letter)| letter)
        .filter(|letter| !letter.is_whitespace())
        .collect()
}

fn words(screen: &Screen) -> Rect {
    let pane = screen.pane(Pane::Source);
    Rect {
        x: pane.x + GUTTER,
        width: pane.width - GUTTER,
        ..pane
    }
}

fn is_highlighted(screen: &Screen, cell: &Cell) -> bool {
    let theme = &screen.theme;
    let looks = [
        theme.evidence,
        theme.evidence_current,
        theme.date_words,
        theme.date_words_current,
    ];
    looks
        .iter()
        .any(|look| (look.fg, look.bg) == (Some(cell.fg), look.bg.map(|_| cell.bg)))
}

#[test]
fn enter_on_every_event_highlights_exactly_its_words_and_enter_there_comes_back() {
    for event in timeline().events {
        let mut screen = Screen::built_in(TALL.0, TALL.1);
        screen.go_to(&event.id).keys("enter");
        assert_eq!(screen.state.focus, Pane::Source, "{}", event.id);
        let shown = screen.letters(words(&screen), |cell| is_highlighted(&screen, cell));
        assert_eq!(
            shown,
            anchored(&event.id, &[Role::Evidence, Role::Date]),
            "{}",
            event.id
        );
        let dates = screen.letters(words(&screen), |cell| {
            cell.modifier.contains(Modifier::UNDERLINED)
        });
        assert_eq!(dates, anchored(&event.id, &[Role::Date]), "{}", event.id);
        screen.keys("enter");
        assert_eq!(screen.state.focus, Pane::Timeline, "{}", event.id);
        assert_eq!(screen.selected_id(), event.id);
    }
}

#[test]
fn the_cursor_stands_on_a_sentence_of_the_leading_claim() {
    for event in timeline().events {
        let mut screen = Screen::built_in(TALL.0, TALL.1);
        screen.go_to(&event.id).keys("enter");
        let document = screen
            .state
            .store
            .source_text(screen.state.cursor.source)
            .unwrap();
        let sentence = document.sentence(screen.state.cursor.sentence).unwrap();
        let leading = event.leading_claim().unwrap();
        let mut evidence = leading
            .anchors
            .iter()
            .filter(|anchor| anchor.role == Role::Evidence);
        assert!(
            evidence.any(|anchor| anchor.exact.contains(sentence)),
            "{}: {sentence}",
            event.id
        );
    }
}

#[test]
fn brackets_walk_every_sentence_of_an_event_and_come_round() {
    for event in timeline().events {
        let mut screen = Screen::built_in(200, 50);
        screen.go_to(&event.id).keys("enter");
        let count = screen.state.store.sentence_count(screen.event(&event.id));
        let start = screen.state.cursor;
        let mut seen = vec![start.sentence];
        for _ in 1..count {
            screen.keys("]");
            seen.push(screen.state.cursor.sentence);
            assert_eq!(screen.selected_id(), event.id);
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count, "{}", event.id);
        screen.keys("]");
        assert_eq!(screen.state.cursor, start, "{}", event.id);
        screen.keys("[ ]");
        assert_eq!(screen.state.cursor, start, "{}", event.id);
    }
}

#[test]
fn the_articles_first_sentence_stands_in_it_twice_and_each_anchor_finds_its_own() {
    let mut screen = Screen::built_in(TALL.0, TALL.1);
    screen.go_to("call-3-july").keys("enter ]");
    let first = screen.state.cursor.sentence;
    screen.keys("]");
    let second = screen.state.cursor.sentence;
    let document = screen
        .state
        .store
        .source_text(screen.state.cursor.source)
        .unwrap();
    assert_ne!(first, second);
    assert_eq!(document.sentence(first), document.sentence(second));
    let start = |sentence: usize| document.char_of(document.sentences()[sentence].range.start);
    assert_eq!((start(first), start(second)), (Some(102), Some(261)));
}

#[test]
fn a_sentence_with_several_events_walks_them_with_enter() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("istanbul-1").keys("enter");
    assert!(screen.state.events_here().len() >= 3);
    let here = screen.state.events_here();
    screen.keys("enter");
    assert_eq!(screen.selected_id(), "istanbul-1");
    assert!(
        screen
            .bottom()
            .contains(&format!("of {} in this sentence", here.len())),
        "{}",
        screen.bottom()
    );
    let mut walked = vec![screen.state.selected.unwrap()];
    for _ in 1..here.len() {
        screen.keys("enter");
        walked.push(screen.state.selected.unwrap());
    }
    walked.sort_unstable();
    let mut expected = here.clone();
    expected.sort_unstable();
    assert_eq!(walked, expected);
    screen.keys("enter");
    assert_eq!(screen.selected_id(), "istanbul-1");
    // Any other key ends the walk: Enter leads to the words again.
    screen.keys("j k enter");
    assert_eq!(screen.state.focus, Pane::Source);
}

#[test]
fn a_sentence_without_an_event_says_so() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("g s g g");
    assert!(screen.bottom().contains("no event speaks of this sentence"));
    assert!(
        screen
            .pane_text(Pane::Event)
            .contains("no event speaks of this sentence")
    );
    screen.keys("enter");
    assert_eq!(screen.state.focus, Pane::Source);
}

#[test]
fn moving_through_the_source_takes_the_other_panes_along() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("second-term").keys("g s");
    let sentences = screen
        .state
        .store
        .source_text(screen.state.cursor.source)
        .unwrap()
        .sentences()
        .len();
    screen.keys("g g");
    for _ in 1..sentences {
        screen.keys("j");
        let here = screen.state.events_here();
        if !here.is_empty() {
            assert!(here.contains(&screen.state.selected.unwrap()));
            let event = screen
                .state
                .store
                .event(screen.state.selected.unwrap())
                .unwrap();
            let title: String = event.title.chars().take(20).collect();
            assert!(screen.pane_text(Pane::Timeline).contains(&title));
            // The event pane stands at the words under the cursor.
            let document = screen
                .state
                .store
                .source_text(screen.state.cursor.source)
                .unwrap();
            let words = document.sentence(screen.state.cursor.sentence).unwrap();
            let start: String = words.chars().take(16).collect();
            assert!(screen.pane_text(Pane::Event).contains(&start), "{start}");
        }
    }
}

#[test]
fn quotes_are_walked_with_their_speakers_and_events_without_one_say_how_many_sentences_report_them()
{
    let mut screen = Screen::built_in(200, 80);
    screen.go_to("call-mid-june").keys("\"");
    let event = screen.pane_text(Pane::Event);
    assert!(
        event.contains("“Tidak, saya tidak butuh bantuan"),
        "{event}"
    );
    assert!(event.contains("— Donald Trump"));
    let stop = screen.state.current_stop().unwrap();
    assert_eq!(stop.role, Role::Quote);
    screen.go_to("second-term").keys("\"");
    assert!(
        screen.bottom().contains("no direct speech: 1 sentence"),
        "{}",
        screen.bottom()
    );
    assert!(
        screen
            .pane_text(Pane::Event)
            .contains("no direct speech: 1 sentence reports it")
    );
}

#[test]
fn back_and_forward_walk_the_jumps() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("istanbul-2").keys("enter");
    let words = screen.state.spot();
    screen.keys("g t g g H");
    assert_eq!(screen.selected_id(), "istanbul-2");
    screen.keys("H");
    assert_eq!(screen.state.focus, Pane::Timeline);
    screen.keys("L");
    assert_eq!(screen.state.spot().cursor, words.cursor);
    screen.keys("9 9 H");
    assert!(
        screen.bottom().contains("where you began"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn a_date_leads_to_the_event_that_may_have_been_then() {
    let mut screen = Screen::built_in(200, 50);
    for (date, id) in [
        ("2025-06-15", "call-mid-june"),
        ("2025-07-04", "call-zelensky"),
        ("2025-01", "second-term"),
        ("2022", "invasion-2022"),
        ("1999", "invasion-2022"),
    ] {
        screen.keys("g d").text(date).keys("enter");
        assert_eq!(screen.selected_id(), id, "{date}");
    }
    screen.keys("g d").text("2025-02-30").keys("enter");
    assert!(
        screen.bottom().contains("go to: 2025-02-30"),
        "{}",
        screen.bottom()
    );
    assert!(
        screen.bottom().contains("at character"),
        "{}",
        screen.bottom()
    );
    screen.keys("esc } }");
    assert!(screen.state.overlay.is_none());
}

#[test]
fn braces_lead_from_month_to_month() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("istanbul-1").keys("}");
    assert_eq!(screen.selected_id(), "us-diplomats-leave");
    screen.keys("j {");
    assert_eq!(screen.selected_id(), "us-diplomats-leave");
    screen.keys("{");
    assert_eq!(screen.selected_id(), "istanbul-1");
}

#[test]
fn the_words_of_a_sentence_longer_than_the_screen_are_brought_to_sight() {
    let clauses: String = (0..200)
        .map(|clause| format!("clause {clause} of it, "))
        .collect();
    let article = format!("First words, {clauses}and the needle at last.\nAnother sentence.\n");
    let start = article.find("the needle").unwrap();
    let timeline = format!(
        "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\ntext = \"a.txt\"\n[[events]]\nid = \"e\"\ntitle = \"E\"\n\
         [[events.claims]]\nsource = \"s\"\ndate = \"2025-05-01\"\n\
         [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"the needle\"\nstart = {start}\nend = {}\n",
        start + "the needle".len()
    );
    let mut screen = Screen::of(&timeline, &article, 80, 24);
    screen.keys("enter");
    assert!(
        screen.pane_text(Pane::Source).contains("needle"),
        "{}",
        screen.shown()
    );
    // A page is counted in lines, so that nothing between is passed over.
    screen.keys("pgup");
    let middle = screen.pane_text(Pane::Source);
    assert!(
        middle.contains("clause 17") && !middle.contains("the needle"),
        "{middle}"
    );
    screen.keys("pgup pgup pgup pgup pgup pgup pgup pgup pgup pgup pgup pgup");
    assert!(
        screen.pane_text(Pane::Source).contains("First words"),
        "{}",
        screen.shown()
    );
}

#[test]
fn a_source_without_a_stored_text_says_so_and_leads_back() {
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\ntitle = \"Gone\"\n[[events]]\nid = \"e\"\ntitle = \"E\"\n\
         [[events.claims]]\nsource = \"s\"\n[[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"words\"\n";
    let mut screen = Screen::of(timeline, "", 160, 30);
    screen.keys("g s");
    assert!(screen.pane_text(Pane::Source).contains("not stored here"));
    assert!(!screen.pane_text(Pane::Event).contains("no event speaks"));
    screen.keys("enter");
    assert_eq!(screen.state.focus, Pane::Timeline);
}
