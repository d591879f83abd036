//! Told / happened: what it shows at several sizes, and how clicks, filters and sources work in it. Its lines are in `told_lines`.

use linimasa::app::told::{Side, Untold};
use linimasa::app::{Action, Pane, Target, update};
use linimasa::store::{EventIx, SourceIx};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::pictures::picture;
use crate::screen::Screen;

pub(crate) fn told(width: u16, height: u16) -> Screen {
    let mut screen = Screen::built_in(width, height);
    screen.keys("3 v");
    screen
}

/// The row of a sentence on the left, or of an event on the right.
fn row_of(screen: &Screen, wanted: Target) -> Option<u16> {
    let pane = screen.pane(Pane::Timeline);
    let targets = screen.frame.hits.targets();
    let found = targets.filter(|(area, target)| *target == wanted && pane.intersects(*area));
    found.map(|(area, _)| area.y).next()
}

pub(crate) fn event_row(screen: &Screen, event: EventIx) -> Option<u16> {
    row_of(screen, Target::Event(event))
}

pub(crate) fn sentence_row(screen: &Screen, sentence: usize) -> Option<u16> {
    row_of(screen, Target::Told(screen.state.cursor.source, sentence))
}

#[test]
fn pictures_at_several_sizes() {
    for (name, width, height) in [
        ("told-desk", 200, 60),
        ("told-least-three", 100, 30),
        ("told-ssh", 80, 24),
        ("told-phone", 44, 16),
    ] {
        let mut screen = told(width, height);
        screen.keys("9 G");
        picture(name, &screen);
        if name == "told-ssh" {
            screen.keys("enter enter j");
            picture("told-ssh-sentence", &screen);
        }
    }
}

#[test]
fn a_sentence_without_an_event_says_so_and_enter_stays() {
    let mut screen = told(160, 50);
    screen.keys("h 1 4 G");
    assert!(screen.bottom().contains("no event speaks of this sentence"));
    let before = screen.state.selected;
    screen.keys("enter");
    assert_eq!(screen.state.sides.leads, Side::Told);
    assert_eq!(screen.state.selected, before);
    assert!(crate::told_lines::heavy(&screen).is_empty());
}

#[test]
fn the_selection_shows_on_both_sides_and_by_more_than_colour() {
    let mut screen = told(160, 50);
    screen.go_to("istanbul-1");
    let row = |screen: &Screen| {
        let event = screen.state.selected.unwrap();
        let sentence = screen.state.cursor.sentence;
        (
            sentence_row(screen, sentence).unwrap(),
            event_row(screen, event).unwrap(),
        )
    };
    let looks = |screen: &Screen| {
        let (told, happened) = row(screen);
        let pane = screen.pane(Pane::Timeline);
        let left = screen.buffer[(pane.x + 3, told)].bg;
        let right = screen.buffer[(pane.right() - 8, happened)].bg;
        (Some(left), Some(right))
    };
    let theme = screen.theme;
    assert_eq!(
        looks(&screen),
        (theme.selected_unfocused.bg, theme.selected.bg)
    );
    let (told, happened) = row(&screen);
    let line = |y: u16| {
        screen
            .shown()
            .lines()
            .nth(usize::from(y))
            .unwrap()
            .to_owned()
    };
    assert!(line(told).starts_with('▷'));
    assert!(line(happened).contains("▌ 6 "));
    screen.keys("h");
    assert_eq!(
        looks(&screen),
        (theme.selected.bg, theme.selected_unfocused.bg)
    );
    let (told, _) = row(&screen);
    let line = screen
        .shown()
        .lines()
        .nth(usize::from(told))
        .unwrap()
        .to_owned();
    assert!(line.starts_with('▶'));
    // What a search found stays visible in both.
    screen.keys("/").text("putin").keys("enter");
    let found = screen.letters(screen.pane(Pane::Timeline), |cell| {
        Some(cell.bg) == theme.matched.bg
    });
    assert!(found.to_lowercase().contains("putin"));
}

#[test]
fn the_words_that_date_an_event_are_marked_at_its_line_and_number() {
    let mut screen = told(160, 60);
    screen.go_to("second-term");
    let row = sentence_row(&screen, screen.state.cursor.sentence).unwrap();
    let line = Rect::new(0, row, 160, 1);
    assert!(
        screen
            .letters(line, |cell| cell.symbol() == "◆")
            .contains('◆')
    );
    let underlined = screen.letters(line, |cell| cell.modifier.contains(Modifier::UNDERLINED));
    assert!(underlined.contains('5'), "{underlined}");
}

#[test]
fn the_head_adds_up_and_jumps_are_marked_with_how_far_they_lead() {
    let screen = told(200, 90);
    let telling = screen.state.telling().unwrap();
    let head = screen
        .pane_text(Pane::Timeline)
        .lines()
        .next()
        .unwrap()
        .to_owned();
    let coverage = telling.coverage;
    for said in [
        format!("of {} sentences", coverage.sentences),
        format!("{} jumps back", telling.jumps),
        format!(
            "{} sentences without an event",
            coverage.sentences - coverage.stating
        ),
    ] {
        assert!(head.contains(&said), "{said} is not in {head}");
    }
    let shown = screen.pane_text(Pane::Timeline);
    let marked = shown.lines().filter(|line| line.contains('↶')).count();
    assert!(marked > 0 && marked <= telling.jumps);
    assert_eq!(
        shown.matches(" back ").count() - 1,
        marked + shown.matches("back perhaps").count()
    );
}

#[test]
fn filtered_events_leave_their_sentences_marked_as_such() {
    let mut screen = told(200, 60);
    let coverage = screen.state.telling().unwrap().coverage;
    screen.keys("a").text("iran").keys("tab enter");
    let telling = screen.state.telling().unwrap();
    assert_eq!(telling.coverage, coverage);
    assert!(telling.events.len() < 4);
    let shown = screen.pane_text(Pane::Timeline);
    assert!(shown.contains('×'), "{shown}");
    let hidden = format!("{} events filtered out", telling.hidden);
    assert!(shown.contains(&hidden), "{shown}");
    let emptied = telling
        .sentences
        .iter()
        .find(|told| told.links.is_empty() && told.hidden > 0);
    let number = emptied.unwrap().number.unwrap().to_string();
    let digits: Vec<String> = number.chars().map(String::from).collect();
    screen.keys("h").keys(&format!("{} G", digits.join(" ")));
    assert!(
        screen.bottom().contains("filtered out"),
        "{}",
        screen.bottom()
    );
    let whole = telling.events.len() + telling.hidden;
    assert_eq!(whole, screen.state.store.len());
}

#[test]
fn clicks_select_on_either_side_and_the_wheel_scrolls_both() {
    let mut screen = told(160, 30);
    let event = screen.event("istanbul-1");
    let click = |screen: &mut Screen, x: u16, y: u16| {
        let target = screen.frame.hits.target(x, y).unwrap();
        update(&mut screen.state, &Action::Point(target), None);
        screen.draw();
    };
    let row = event_row(&screen, event).unwrap();
    click(&mut screen, 150, row);
    assert_eq!(screen.state.selected, Some(event));
    assert_eq!(screen.state.sides.leads, Side::Happened);
    let pane = screen.pane(Pane::Timeline);
    click(&mut screen, 5, pane.y + 3);
    assert_eq!(screen.state.sides.leads, Side::Told);
    assert_eq!(screen.state.focus, Pane::Timeline);
    assert_eq!(
        sentence_row(&screen, screen.state.cursor.sentence),
        Some(pane.y + 3)
    );
    let before = screen.pane_text(Pane::Timeline);
    update(&mut screen.state, &Action::Wheel(Pane::Timeline, -3), None);
    screen.draw();
    let after = screen.pane_text(Pane::Timeline);
    assert_ne!(before.lines().nth(1), after.lines().nth(1));
    let cut = |text: &str, line: usize| {
        text.lines()
            .nth(line)
            .unwrap()
            .chars()
            .skip(100)
            .collect::<String>()
    };
    assert_ne!(cut(&before, 1), cut(&after, 1));
    screen.keys("j");
    assert!(screen.pane_text(Pane::Timeline).contains('▶'));
}

const TWO_SOURCES: &str = "format = \"linimasa/1\"\n\
    [[sources]]\nid = \"a\"\ntext = \"a.txt\"\n[[sources]]\nid = \"b\"\n\
    [[events]]\nid = \"one\"\ntitle = \"Satu\"\n\
    [[events.claims]]\nsource = \"b\"\ndate = \"2025-01-01\"\n\
    [[events.claims]]\nsource = \"a\"\n\
    [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"Mereka bertemu.\"\n\
    [[events]]\nid = \"two\"\ntitle = \"Dua\"\n[[events.claims]]\nsource = \"b\"\ndate = \"2025-01-02\"\n\
    [[events]]\nid = \"three\"\ntitle = \"Tiga\"\n[[events.claims]]\nsource = \"a\"\ndate = \"2025-01-03\"\n\
    [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"Mereka berpisah.\"\n";

#[test]
fn events_of_other_sources_are_counted_and_walking_stays_in_this_one() {
    let text = "Mereka berpisah.\nMereka bertemu.\n";
    let mut screen = Screen::of(TWO_SOURCES, text, 160, 30);
    screen.keys("3 v 3 G");
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("1 event of other sources")
    );
    // Its leading claim is in the other source, but the line leads to a sentence of this one.
    screen.keys("k");
    assert_eq!(screen.selected_id(), "one");
    assert_eq!(
        (screen.state.cursor.source, screen.state.cursor.sentence),
        (SourceIx(0), 1)
    );
    screen.keys("j");
    assert_eq!(screen.selected_id(), "three");
    let row = event_row(&screen, screen.event("one")).unwrap();
    let target = screen.frame.hits.target(150, row).unwrap();
    update(&mut screen.state, &Action::Point(target), None);
    assert_eq!(screen.state.cursor.source, SourceIx(0));
}

#[test]
fn a_source_without_text_says_what_to_do() {
    let mut screen = Screen::of(TWO_SOURCES, "Mereka berpisah.\nMereka bertemu.\n", 160, 30);
    screen.keys("3 v 2 G s down enter g t");
    assert_eq!(screen.state.telling().unwrap_err(), Untold::NoText);
    let shown = screen.pane_text(Pane::Timeline);
    assert!(
        shown.contains("the text of this source is not stored: s chooses another one"),
        "{shown}"
    );
    // Keys walk the events all the same.
    screen.keys("j");
    assert_eq!(screen.selected_id(), "three");
    let empty = "format = \"linimasa/1\"\n";
    let mut screen = Screen::of(empty, "", 80, 24);
    screen.keys("3 v j enter h k");
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("there is no source")
    );
}

#[test]
fn sentences_without_an_event_share_a_row_where_room_is_short_and_keys_pass_them_at_once() {
    let silent: String = (0..40)
        .map(|number| format!("Kalimat {number} tidak bercerita.\n"))
        .collect();
    let text = format!("Mereka berpisah.\n{silent}Mereka bertemu.\n");
    let mut screen = Screen::of(TWO_SOURCES, &text, 160, 30);
    screen.keys("3 v h g g");
    let shown = screen.pane_text(Pane::Timeline);
    assert!(shown.contains("⋯ 40 sentences without an event"), "{shown}");
    screen.keys("j");
    assert!(
        screen.bottom().contains("40 sentences without an event"),
        "{}",
        screen.bottom()
    );
    screen.keys("j");
    assert_eq!(screen.selected_id(), "one");
    screen.resize(160, 90);
    assert!(!screen.pane_text(Pane::Timeline).contains('⋯'));
}
