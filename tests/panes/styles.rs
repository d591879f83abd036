//! What is told by looks: selection, focus, status, matches; none of it by colour alone.

use linimasa::app::Pane;
use linimasa::tui::Theme;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::screen::Screen;

/// The row of a pane that contains a text.
fn row_of(screen: &Screen, pane: Pane, text: &str) -> Rect {
    let area = screen.pane(pane);
    let place = screen
        .pane_text(pane)
        .lines()
        .position(|line| line.contains(text));
    let place = place.unwrap_or_else(|| panic!("“{text}” is not in\n{}", screen.pane_text(pane)));
    Rect {
        y: area.y + u16::try_from(place).unwrap(),
        height: 1,
        ..area
    }
}

#[test]
fn the_selected_event_looks_selected_and_follows_the_focus() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("istanbul-2");
    let row = row_of(&screen, Pane::Timeline, "Putaran kedua");
    let selected = screen.theme.selected;
    for position in row.positions() {
        assert_eq!(screen.buffer[position].bg, selected.bg.unwrap());
    }
    screen.keys("tab");
    let follows = screen.theme.selected_unfocused;
    assert_ne!(selected.bg, follows.bg);
    for position in row.positions() {
        assert_eq!(screen.buffer[position].bg, follows.bg.unwrap());
    }
}

#[test]
fn planned_claimed_and_undated_events_look_different_in_sign_word_and_style() {
    let screen = Screen::built_in(200, 60);
    let sign = |text: &str| {
        let row = row_of(&screen, Pane::Timeline, text);
        let above = Rect {
            y: row.y - 1,
            ..row
        };
        let line: String = above
            .positions()
            .map(|position| screen.buffer[position].symbol())
            .collect();
        line
    };
    let planned = sign("dijadwalkan menelepon");
    assert!(
        planned.contains('○') && planned.contains("planned"),
        "{planned}"
    );
    let claimed = sign("Laporan: negosiator");
    assert!(
        claimed.contains('◌') && claimed.contains("claimed"),
        "{claimed}"
    );
    let happened = sign("Putaran kedua");
    assert!(
        happened.contains('●') && !happened.contains("happened"),
        "{happened}"
    );
    let undated = sign("Serangan Rusia ke Ukraina");
    assert!(undated.contains("no date"), "{undated}");
    assert!(screen.pane_text(Pane::Timeline).contains("── no date"));
}

#[test]
fn dates_are_as_precise_as_they_are_known_and_inferred_years_carry_a_star() {
    let screen = Screen::built_in(200, 60);
    let shown = screen.pane_text(Pane::Timeline);
    for date in [
        "≤ 2 Jul 2025 ",
        "2022 ",
        "2022~ – 16 May 2025*",
        "Jan 2025*",
        "1..10 Jun 2025*",
        "11..20 Jun 2025*",
        " 3 Jul 2025 ",
        "≥ 3 Jul 2025 ",
        " 4 Jul 2025 ",
    ] {
        assert!(shown.contains(date), "{date} is not in\n{shown}");
    }
}

#[test]
fn the_event_says_why_it_has_its_date() {
    let mut screen = Screen::built_in(200, 60);
    screen.go_to("pause-confirmed");
    let shown = screen.pane_text(Pane::Event);
    assert!(
        shown.contains("one day before 3 July 2025: “sehari setelah”"),
        "{shown}"
    );
    assert!(
        shown.contains("from “Kamis (3/7/2025)”, explicit"),
        "{shown}"
    );
    screen.go_to("second-term");
    let shown = screen.pane_text(Pane::Event);
    assert!(shown.contains("“Januari lalu”"), "{shown}");
    assert!(shown.contains("its year is inferred"), "{shown}");
    screen.resize(200, 200);
    screen.go_to("call-3-july");
    let shown = screen.pane_text(Pane::Event);
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        shown.contains("Yury Ushakov, relaying Vladimir Putin, via Kyiv Independent"),
        "{shown}"
    );
}

#[test]
fn what_a_search_finds_is_marked_in_every_pane() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("/").text("istanbul").keys("enter");
    let look = screen.theme.matched;
    for pane in [Pane::Timeline, Pane::Event, Pane::Source] {
        let found = screen.letters(screen.pane(pane), |cell| {
            Some(cell.bg) == look.bg && Some(cell.fg) == look.fg
        });
        // In the selected row the selection lies over the match.
        let found = found.to_lowercase();
        assert!(found.contains("istanbul"), "{pane:?}: {found}");
        assert!(
            found.replace("istanbul", "").is_empty(),
            "{pane:?}: {found}"
        );
    }
}

#[test]
fn without_colours_selection_words_and_focus_still_show() {
    let mut screen = Screen::built_in(200, 50);
    screen.theme = Theme::built_in().without_colours();
    screen.go_to("istanbul-2").keys("enter");
    let colours = screen.buffer.content.iter().filter(|cell| {
        cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
    });
    assert_eq!(colours.count(), 0);
    let reversed = screen.letters(screen.pane(Pane::Source), |cell| {
        cell.modifier.contains(Modifier::REVERSED)
    });
    assert!(!reversed.is_empty());
}

#[test]
fn the_axis_breaks_long_empty_stretches_and_marks_the_selection() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("call-3-july");
    let shown = screen.shown();
    let axis: String = shown.lines().skip(1).take(4).collect::<Vec<_>>().join("\n");
    assert!(axis.contains("⫽ 2 y"), "{axis}");
    assert!(screen.top().contains("5 without date"), "{}", screen.top());
    assert!(axis.contains("16 May"), "{axis}");
    let strip = Rect::new(0, 1, 200, 3);
    let marked = screen.letters(strip, |cell| Some(cell.bg) == screen.theme.axis_selected.bg);
    assert_eq!(marked, "●");
    // May to July take most of the strip.
    let may = axis.lines().last().unwrap().find("Jun").unwrap();
    assert!(may < 120, "{axis}");
}

#[test]
fn every_dated_event_has_its_mark_on_the_axis() {
    use linimasa::app::Target;
    let screen = Screen::built_in(200, 50);
    let strip = Rect::new(0, 1, 200, 4);
    for event in screen.state.view.iter() {
        let marks =
            screen.frame.hits.targets().filter(|(area, target)| {
                *target == Target::Event(event) && strip.intersects(*area)
            });
        let expected = usize::from(screen.state.store.bounds(event).is_some());
        assert_eq!(marks.count(), expected);
    }
}

#[test]
fn claims_that_differ_are_flagged_and_all_their_spans_drawn() {
    use linimasa::app::Target;
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\n[[events]]\nid = \"e\"\ntitle = \"E\"\n\
        [[events.claims]]\nsource = \"s\"\ndate = \"2025-05-01\"\n\
        [[events.claims]]\nsource = \"s\"\ndate = \"[2025-06-11..2025-06-20]\"\nstance = \"denies\"\n";
    let screen = Screen::of(timeline, "", 160, 40);
    let event = screen.event("e");
    let strip = Rect::new(0, 1, 160, 4);
    let marks = screen
        .frame
        .hits
        .targets()
        .filter(|(area, target)| *target == Target::Event(event) && strip.intersects(*area));
    assert_eq!(marks.count(), 2);
    assert!(screen.pane_text(Pane::Timeline).contains("1 May 2025 ≠"));
    let shown = screen.pane_text(Pane::Event);
    assert!(
        shown.contains("the claims give it different dates"),
        "{shown}"
    );
    assert!(shown.contains("denied"), "{shown}");
}
