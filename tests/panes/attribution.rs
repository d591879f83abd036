//! Who it rests on: the mouths and their counts, the ladders, what keys, clicks and filters do there, and the bars of density
//! in the list.

use std::collections::BTreeSet;

use linimasa::app::{Action, Pane, Target, update};
use ratatui::style::Modifier;

use crate::screen::Screen;

/// The built-in timeline by mouth, in English.
fn by_mouth(width: u16, height: u16) -> Screen {
    let mut screen = Screen::built_in(width, height);
    screen.keys("4 v T");
    screen
}

/// The pane's lines with one space between words.
fn lines(screen: &Screen) -> Vec<String> {
    let shown = screen.pane_text(Pane::Timeline);
    let squeezed = shown
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    squeezed.collect()
}

#[test]
fn the_seed_rests_on_one_mouth_in_twelve_of_nineteen_events() {
    // Counted by hand in assets/timeline.toml: of the events with a single claim ten name nobody, one is Trump's own word, and
    // one cites a report; the claims of the other seven are not all of one mouth.
    let screen = by_mouth(200, 90);
    let lines = lines(&screen);
    let shown = lines.join(" ");
    assert!(
        shown.starts_with(
            "12 of 19 events rest on one mouth only: 10 on Tribunnews, 1 on Donald Trump, 1 on laporan"
        ),
        "{shown}"
    );
    for (mouth, alone, all) in [
        ("Tribunnews", 10, 16),
        ("Donald Trump", 1, 3),
        ("laporan", 1, 3),
        ("Yury Ushakov", 0, 3),
        ("Kremlin", 0, 2),
        ("Pentagon", 0, 1),
        ("Al Jazeera", 0, 1),
    ] {
        let start = format!("{mouth} {alone} {all} ");
        assert!(
            lines.iter().any(|line| line.starts_with(&start)),
            "{start}: {lines:#?}"
        );
    }
    let alone: Vec<&String> = lines
        .iter()
        .filter(|line| line.starts_with("── "))
        .collect();
    assert_eq!(
        alone,
        [
            "── ① on Tribunnews only: 10",
            "── ① on Donald Trump only: 1",
            "── ① on laporan only: 1",
            "── ②+ on several mouths: 7"
        ]
    );
}

#[test]
fn a_ladder_leads_to_the_outlet_that_was_read_and_its_mouth_stands_out() {
    let mut screen = by_mouth(200, 60);
    screen.go_to("call-3-july");
    let shown = screen.pane_text(Pane::Timeline);
    let ladder = "Vladimir Putin → Yury Ushakov → Kyiv Independent → Tribunnews";
    assert!(shown.contains(ladder), "{shown}");
    assert!(shown.contains("Tribunnews in its own words"), "{shown}");
    let area = screen.pane(Pane::Timeline);
    let row = area
        .rows()
        .find(|row| screen.letters(*row, |_| true).contains("KyivIndependent"))
        .unwrap();
    let bold = screen.letters(row, |cell| cell.modifier.contains(Modifier::BOLD));
    // Unselected rows show it by weight; in the selected one the selection lies over it.
    screen.keys("k");
    let now = screen.letters(row, |cell| cell.modifier.contains(Modifier::BOLD));
    assert!(
        bold.contains("YuryUshakov") || now == "YuryUshakov",
        "{bold} {now}"
    );
}

#[test]
fn every_event_of_the_view_is_reached_by_j_and_k_at_every_size() {
    for (width, height) in [(200, 50), (100, 30), (60, 20), (30, 9), (12, 5)] {
        let mut screen = by_mouth(width, height);
        screen.keys("g g");
        let mut reached = BTreeSet::new();
        for _ in 0..screen.state.view.len() {
            reached.insert(screen.selected_id().to_owned());
            assert!(screen.pane_text(Pane::Timeline).contains('▌'));
            screen.keys("j");
        }
        assert_eq!(reached.len(), 19, "{width}×{height}");
        let last = screen.selected_id().to_owned();
        screen.keys("j");
        assert_eq!(screen.selected_id(), last);
        for _ in 0..19 {
            reached.remove(screen.selected_id());
            screen.keys("k");
        }
        assert!(reached.is_empty(), "{reached:?}");
    }
}

#[test]
fn braces_go_from_mouth_to_mouth_and_m_to_what_the_same_mouth_says() {
    let mut screen = by_mouth(200, 50);
    screen.keys("g g }");
    assert_eq!(screen.selected_id(), "no-progress");
    screen.keys("}");
    assert_eq!(screen.selected_id(), "us-diplomats-leave");
    screen.keys("{");
    assert_eq!(screen.selected_id(), "no-progress");
    let mut said = vec![];
    for _ in 0..3 {
        screen.keys("M");
        assert!(screen.bottom().contains("Donald Trump speaks of 3 events"));
        said.push(screen.selected_id().to_owned());
    }
    assert_eq!(said, ["call-mid-june", "call-3-july", "no-progress"]);
    // In the list too, there in the order of time.
    screen.keys("1 v M");
    assert_eq!(screen.selected_id(), "call-mid-june");
}

#[test]
fn a_click_on_a_mouth_walks_its_events_and_one_on_a_ladder_selects_its_event() {
    let mut screen = by_mouth(200, 50);
    let area = screen.pane(Pane::Timeline);
    let row = |text: &str| {
        area.rows()
            .find(|row| screen.letters(*row, |_| true).contains(text))
            .unwrap()
    };
    let (ushakov, ladder) = (row("YuryUshakov0"), row("DonaldTrump→Tribunnews"));
    let click = |screen: &mut Screen, area: ratatui::layout::Rect| {
        let target = screen.frame.hits.target(area.x + 4, area.y).unwrap();
        update(&mut screen.state, &Action::Point(target), None);
        screen.draw();
        target
    };
    assert!(matches!(click(&mut screen, ladder), Target::Event(_)));
    assert_eq!(screen.selected_id(), "no-progress");
    for expected in [
        "pause-decision",
        "call-3-july",
        "direct-talks-only",
        "pause-decision",
    ] {
        assert!(matches!(click(&mut screen, ushakov), Target::Mouth(_)));
        assert_eq!(screen.selected_id(), expected);
        assert!(screen.bottom().contains("Yury Ushakov speaks of 3 events"));
    }
}

#[test]
fn counts_follow_the_filters_and_enter_leads_to_the_words() {
    let mut screen = by_mouth(200, 50);
    screen.keys("a").text("iran").keys("tab enter");
    let shown = lines(&screen).join(" ");
    assert!(
        shown.starts_with("none of 2 events rests on one mouth only"),
        "{shown}"
    );
    screen.keys("c a").text("zelensky").keys("tab enter");
    let shown = lines(&screen).join(" ");
    assert!(
        shown.starts_with("1 of 1 event rests on one mouth only: 1 on Tribunnews"),
        "{shown}"
    );
    screen.keys("enter");
    assert_eq!(screen.state.focus, Pane::Source);
    screen.keys("enter");
    assert_eq!(screen.selected_id(), "call-zelensky");
    screen.keys("c a").text("nato").keys("tab enter");
    screen.keys("d").text("1999").keys("enter");
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("no event is left")
    );
}

#[test]
fn the_event_says_in_one_line_on_whom_it_rests() {
    let mut screen = Screen::built_in(200, 60);
    for (id, words) in [
        ("no-talks", "① rests on one mouth only: Tribunnews"),
        ("no-progress", "① rests on one mouth only: Donald Trump"),
        (
            "call-3-july",
            "③ 5 accounts, 3 mouths: Tribunnews, Yury Ushakov, Donald Trump",
        ),
    ] {
        screen.resize(200, 200);
        screen.go_to(id);
        let shown = screen.pane_text(Pane::Event);
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(words), "{id}: {shown}");
    }
}

const DISPUTED: &str = r#"
format = "linimasa/1"
[[sources]]
id = "s"
publisher = "The Harbour"
[[sources]]
id = "t"
title = "A leaflet"
[[actors]]
id = "ani"
name = "Ani Wijaya"
kind = "person"
[[events]]
id = "quay"
title = "The quay opens"
[[events.claims]]
source = "s"
said_by = "ani"
[[events.claims]]
source = "t"
via = "Radio"
stance = "denies"
[[events]]
id = "bare"
title = "Nobody says so"
"#;

#[test]
fn a_denial_and_an_event_without_claims_are_told_in_words() {
    let mut screen = Screen::of(DISPUTED, "", 200, 40);
    screen.keys("4 v");
    let lines = lines(&screen);
    let shown = lines.join("\n");
    assert!(
        shown.starts_with("1 of 2 events rests on one mouth only: 1 on Ani Wijaya"),
        "{shown}"
    );
    assert!(shown.contains("Ani Wijaya → The Harbour"), "{shown}");
    assert!(shown.contains("✗ denied: Radio → A leaflet"), "{shown}");
    assert!(shown.contains("── ⓪ on nobody who is named: 1"), "{shown}");
    assert!(shown.contains("nobody is named as saying so"), "{shown}");
    let event = screen.pane_text(Pane::Event);
    let event = event.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        event.contains("rests on one mouth only: Ani Wijaya; denied by Radio"),
        "{event}"
    );
}

#[test]
fn each_month_tells_how_many_events_it_has_beside_the_fullest() {
    let screen = Screen::built_in(200, 60);
    let shown = screen.pane_text(Pane::Timeline);
    let bar = |heading: &str| {
        let line = shown.lines().find(|line| line.starts_with(heading));
        let line = line.unwrap_or_else(|| panic!("{heading} is not in\n{shown}"));
        let full = line.matches('█').count();
        let number: usize = line.split_whitespace().last().unwrap().parse().unwrap();
        (full, number)
    };
    assert_eq!(bar("── no date"), (20, 5));
    assert_eq!(bar("── July 2025"), (16, 4));
    assert_eq!(bar("── June 2025"), (12, 3));
    assert_eq!(bar("── May 2025"), (8, 2));
    assert_eq!(bar("── January 2025"), (4, 1));
    // They follow the filters, and where there is no room for a bar, the number stands alone.
    let mut screen = Screen::built_in(60, 40);
    screen.keys("a").text("iran").keys("tab enter");
    let shown = screen.pane_text(Pane::Timeline);
    let july = shown.lines().find(|line| line.starts_with("── July 2025"));
    let july: Vec<&str> = july.unwrap().split_whitespace().collect();
    assert_eq!(july, ["──", "July", "2025", "███████", "1"]);
    screen.resize(30, 20);
    screen.keys("z");
    assert!(
        screen
            .shown()
            .lines()
            .any(|line| { line.starts_with("── July 2025") && line.ends_with('1') })
    );
}
