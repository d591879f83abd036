//! The lanes: pictures at several sizes and zooms, what signs and styles tell, clicks, the wheel, and the way to the words.

use linimasa::app::lanes::Moment;
use linimasa::app::{Action, Overlay, Pane, Target, update};
use linimasa::tui::Theme;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::pictures::picture;
use crate::screen::Screen;

fn lanes(width: u16, height: u16) -> Screen {
    let mut screen = Screen::built_in(width, height);
    screen.keys("T 2 v");
    screen
}

/// A lane's rows, by its name.
fn lane(screen: &Screen, name: &str) -> Rect {
    let area = screen.pane(Pane::Timeline);
    let text = screen.pane_text(Pane::Timeline);
    let row = text
        .lines()
        .position(|line| line.trim_start_matches(['▌', ' ']).starts_with(name));
    let row = row.unwrap_or_else(|| panic!("{name} is not in\n{text}"));
    Rect {
        y: area.y + u16::try_from(row).unwrap(),
        height: 1,
        ..area
    }
}

fn targets(screen: &Screen, wanted: impl Fn(&Target) -> bool) -> Vec<(Rect, Target)> {
    let targets = screen.frame.hits.targets();
    targets
        .filter(|(_, target)| wanted(target))
        .copied()
        .collect()
}

#[test]
fn pictures_at_several_sizes() {
    for (width, height) in [(200, 50), (100, 30), (60, 20), (40, 12)] {
        picture(&format!("lanes-{width}x{height}"), &lanes(width, height));
    }
}

#[test]
fn pictures_at_several_zooms() {
    let mut screen = lanes(160, 44);
    screen.go_to("call-3-july").keys("+ + +");
    picture("lanes-days", &screen);
    screen.keys("+ + + +");
    picture("lanes-hours", &screen);
    screen.keys("_ b");
    picture("lanes-by-kind", &screen);
}

#[test]
fn signs_tell_the_status_and_spans_are_as_soft_as_they_are_known() {
    let screen = lanes(200, 50);
    let row = |name| screen.letters(lane(&screen, name), |_| true);
    assert!(row("Volodymyr Zelensky").contains('○'));
    assert!(row("Amerika Serikat").contains("····"));
    assert!(row("Israel").contains("░░░░"));
    assert!(row("Ukraina").contains("╍╍╍╍"));
    // It is where it happened, and does not take part.
    assert!(row("Istanbul").contains('⌂'));
    assert!(screen.pane_text(Pane::Timeline).contains("⫽ 2 y"));
}

#[test]
fn the_selected_event_is_marked_in_all_its_lanes_and_joined() {
    let mut screen = lanes(200, 50);
    screen.go_to("call-3-july");
    let area = screen.pane(Pane::Timeline);
    let marked = screen.letters(area, |cell| Some(cell.bg) == screen.theme.axis_selected.bg);
    assert_eq!(marked, "●●●●●", "{}", screen.pane_text(Pane::Timeline));
    assert!(!screen.letters(area, |cell| cell.symbol() == "┃").is_empty());
    screen.theme = Theme::built_in().without_colours();
    screen.draw();
    let reversed = screen.letters(area, |cell| cell.modifier.contains(Modifier::REVERSED));
    assert!(reversed.contains("●●●●●"), "{reversed}");
}

#[test]
fn every_event_of_the_view_has_a_place_to_click() {
    let screen = lanes(200, 60);
    let undated = screen.state.view.undated();
    let marked: Vec<_> = screen
        .state
        .view
        .iter()
        .filter(|event| {
            !targets(
                &screen,
                |target| matches!(target, Target::InLane(_, hit) if hit == event),
            )
            .is_empty()
        })
        .collect();
    assert!(marked.len() >= screen.state.view.len() - undated);
}

#[test]
fn j_goes_to_the_next_lane_l_along_it_and_enter_to_the_words() {
    let mut screen = lanes(200, 50);
    screen.go_to("istanbul-1").keys("j j");
    assert!(
        screen
            .letters(lane(&screen, "Rusia"), |_| true)
            .starts_with('▌')
    );
    assert_eq!(screen.selected_id(), "istanbul-1");
    screen.keys("l");
    assert_eq!(screen.selected_id(), "prisoner-exchanges");
    screen.keys("h enter");
    assert_eq!(screen.state.focus, Pane::Source);
    screen.keys("enter");
    assert_eq!(
        (screen.state.focus, screen.selected_id()),
        (Pane::Timeline, "istanbul-1")
    );
}

#[test]
fn zooming_keeps_the_selected_event_in_its_column() {
    let mut screen = lanes(200, 50);
    screen.go_to("istanbul-2");
    let event = screen.event("istanbul-2");
    let column = |screen: &Screen| {
        let marks = targets(
            screen,
            |target| matches!(target, Target::InLane(_, hit) if *hit == event),
        );
        // A mark comes before its label.
        marks
            .first()
            .map(|(area, _)| area.x + area.width / 2)
            .unwrap()
    };
    let before = column(&screen);
    for _ in 0..3 {
        screen.keys("+");
        assert!(column(&screen).abs_diff(before) <= 1, "{}", screen.shown());
    }
    screen.keys("_");
    assert_eq!(column(&screen), before);
}

#[test]
fn the_wheel_over_the_axis_zooms_about_the_pointer() {
    let mut screen = lanes(200, 50);
    let axis = targets(&screen, |target| matches!(target, Target::Axis(_)));
    let (area, target) = axis[120];
    let Target::Axis(moment) = target else {
        panic!()
    };
    for _ in 0..6 {
        update(&mut screen.state, &Action::WheelAxis(moment, -3), None);
        screen.draw();
    }
    let Some(Target::Axis(now)) = screen.frame.hits.target(area.x, area.y) else {
        panic!("no axis there");
    };
    let near = |one: Moment, other: Moment| one.0.abs_diff(other.0) < 24 * 60;
    assert!(near(now, moment) && screen.state.lanes.window.is_some());
    for _ in 0..6 {
        update(&mut screen.state, &Action::WheelAxis(moment, 3), None);
    }
    assert!(screen.state.lanes.window.is_none());
}

#[test]
fn clicks_choose_lanes_events_and_times() {
    let mut screen = lanes(200, 50);
    let name = lane(&screen, "Iran");
    let target = screen.frame.hits.target(name.x + 2, name.y).unwrap();
    update(&mut screen.state, &Action::Point(target), None);
    screen.draw();
    assert!(
        screen
            .letters(lane(&screen, "Iran"), |_| true)
            .starts_with('▌')
    );
    let event = screen.event("call-zelensky");
    let marks = targets(
        &screen,
        |target| matches!(target, Target::InLane(_, hit) if *hit == event),
    );
    update(&mut screen.state, &Action::Point(marks[0].1), None);
    assert_eq!(screen.selected_id(), "call-zelensky");
    let undated = lane(&screen, "Rusia");
    let target = screen
        .frame
        .hits
        .target(undated.right() - 7, undated.y)
        .unwrap();
    update(&mut screen.state, &Action::Point(target), None);
    let selected = screen.state.selected.unwrap();
    assert_eq!(screen.state.store.bounds(selected), None);
}

#[test]
fn enter_where_several_have_no_date_lists_them() {
    let mut screen = lanes(200, 50);
    screen.keys("9 9 k 9 9 l enter");
    let Some(Overlay::Picker(picker)) = &screen.state.overlay else {
        panic!("{}", screen.shown());
    };
    assert_eq!(picker.rows.len(), 5);
    screen.keys("enter");
    assert!(screen.state.overlay.is_none());
    screen.keys("enter");
    assert_eq!(screen.state.focus, Pane::Source);
}

#[test]
fn the_lanes_follow_the_filter() {
    let mut screen = lanes(200, 50);
    screen.keys("a").text("iran").keys("enter");
    let shown = screen.pane_text(Pane::Timeline);
    assert!(
        shown.contains("Israel") && !shown.contains("Pentagon"),
        "{shown}"
    );
    screen.keys("c");
    assert!(screen.pane_text(Pane::Timeline).contains("Pentagon"));
}

#[test]
fn keys_of_the_lanes_say_elsewhere_where_they_have_a_meaning() {
    let mut screen = Screen::built_in(160, 40);
    for key in ["+", "-", "_", "<", ">", "b", "h", "l"] {
        screen.keys(key);
        assert!(
            screen.bottom().contains("v shows them"),
            "{key}: {}",
            screen.bottom()
        );
    }
}

#[test]
fn a_strip_shows_all_time_and_what_of_it_is_seen() {
    let mut screen = lanes(200, 50);
    let strip = |screen: &Screen| screen.shown().lines().nth(1).unwrap_or_default().to_owned();
    assert!(!strip(&screen).contains('['));
    screen.go_to("istanbul-2").keys("+ + +");
    let shown = strip(&screen);
    assert!(shown.contains('[') && shown.contains(']'), "{shown}");
    let earlier = targets(&screen, |target| matches!(target, Target::Overview(_)));
    let before = screen.state.lanes.window;
    update(&mut screen.state, &Action::Point(earlier[2].1), None);
    assert_ne!(screen.state.lanes.window, before);
}

#[test]
fn claims_that_differ_all_have_their_mark() {
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\n[[events]]\nid = \"e\"\ntitle = \"E\"\n\
        [[events.claims]]\nsource = \"s\"\ndate = \"2025-05-01\"\n\
        [[events.claims]]\nsource = \"s\"\ndate = \"[2025-06-11..2025-06-20]\"\nstance = \"denies\"\n";
    let mut screen = Screen::of(timeline, "", 160, 40);
    screen.keys("2 v");
    let shown = screen.pane_text(Pane::Timeline);
    assert_eq!(shown.matches("≠ E").count(), 2, "{shown}");
    assert!(
        shown.contains("no actor") && shown.contains("░░░"),
        "{shown}"
    );
}

#[test]
fn who_only_speaks_of_an_event_is_not_drawn_as_if_it_took_part() {
    let actor =
        |id: &str| format!("[[actors]]\nid = \"{id}\"\nname = \"{id}\"\nkind = \"person\"\n");
    let event = |id: &str, day: &str| {
        format!(
            "[[events]]\nid = \"{id}\"\ntitle = \"{id}\"\nactors = [{{ id = \"ann\" }}]\n[[events.claims]]\n\
             source = \"s\"\nsaid_by = \"bob\"\ndate = \"{day}\"\n"
        )
    };
    let (ann, bob) = (actor("ann"), actor("bob"));
    let (first, last) = (event("first", "2025-01-01"), event("last", "2025-12-01"));
    let timeline =
        format!("format = \"linimasa/1\"\n[[sources]]\nid = \"s\"\n{ann}{bob}{first}{last}");
    let mut screen = Screen::of(&timeline, "", 160, 40);
    screen.keys("2 v");
    let marks = |name| {
        let row = lane(&screen, name);
        ["●", "\""].map(|sign| {
            screen
                .letters(row, |cell| cell.symbol() == sign)
                .chars()
                .count()
        })
    };
    assert_eq!(
        (marks("ann"), marks("bob")),
        ([2, 0], [0, 2]),
        "{}",
        screen.shown()
    );
}
