//! `D`: a publication date is turned, and every date that rests on it follows, marked and told.

use linimasa::app::{Pane, Tone};

use crate::screen::{Screen, TIMELINE};

const ARTICLE: &str = "Pasar Lama di Kota Sawah Dibuka Lagi\n\
    Wali Kota Rini Halim membuka lagi pasar lama di Kota Sawah kemarin.\n\
    Pasar itu terbakar pada akhir Mei lalu dan ditutup untuk umum.\n\
    Jembatan di desa itu diperbaiki pada 3 Maret 2025 oleh warga.\n";

fn article() -> Screen {
    Screen::article(ARTICLE, "2025-06-03", 150, 32)
}

/// A pane's text in one line.
fn words(screen: &Screen, pane: Pane) -> String {
    let text = screen.pane_text(pane);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn select(screen: &mut Screen, date: &str) {
    let store = &screen.state.store;
    let of = |event: &&linimasa::model::Event| {
        event.leading_claim().unwrap().date.as_deref() == Some(date)
    };
    let id = store
        .timeline()
        .unwrap()
        .events
        .iter()
        .find(of)
        .unwrap()
        .id
        .clone();
    screen.go_to(&id);
}

#[test]
fn dates_follow_day_by_day_and_tell_what_they_were() {
    let mut screen = article();
    select(&mut screen, "2025-06-02");
    let id = screen.selected_id().to_owned();
    screen.keys("D");
    assert!(
        screen.bottom().starts_with("published 2025-06-03 (Tue): "),
        "{}",
        screen.bottom()
    );
    screen.keys("+");
    assert_eq!(screen.selected_id(), id);
    assert!(
        screen
            .bottom()
            .contains("published 2025-06-04 (Wed), was 2025-06-03"),
        "{}",
        screen.bottom()
    );
    assert!(
        screen.bottom().contains("1 date changes"),
        "{}",
        screen.bottom()
    );
    let event = words(&screen, Pane::Event);
    assert!(event.contains("3 June 2025 2025-06-03"), "{event}");
    assert!(
        event.contains("Δ changed with the publication date; it was 2 June 2025 (2025-06-02)"),
        "{event}"
    );
    assert!(screen.pane_text(Pane::Timeline).contains("3 Jun 2025 Δ"));
    assert!(
        screen.top().contains("Δ 1 date changes"),
        "{}",
        screen.top()
    );
    // What its words give whole does not rest on the day.
    assert!(screen.pane_text(Pane::Timeline).contains("3 Mar 2025"));
    screen.keys("4 1 left");
    assert!(
        screen.bottom().contains("published 2025-04-24"),
        "{}",
        screen.bottom()
    );
    assert!(
        screen.bottom().contains("2 dates change"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn esc_restores_and_enter_keeps() {
    let mut screen = article();
    let before = screen.state.store.timeline().unwrap().clone();
    screen.keys("D + + esc");
    assert!(*screen.state.store.timeline().unwrap() == before);
    assert!(screen.state.turned.is_empty());
    assert!(screen.bottom().contains("as it was"), "{}", screen.bottom());
    screen.keys("D + + enter");
    assert!(
        screen
            .bottom()
            .contains("published 2025-06-05 for now: 1 date changes"),
        "{}",
        screen.bottom()
    );
    assert!(screen.state.overlay.is_none());
    let kept = screen.state.store.timeline().unwrap().clone();
    screen.keys("D + esc");
    assert!(
        *screen.state.store.timeline().unwrap() == kept,
        "Esc goes back one turn only"
    );
    screen.keys("D").text("2025-06-03").keys("enter");
    assert!(*screen.state.store.timeline().unwrap() == before);
    assert!(
        screen.bottom().contains("published 2025-06-03, as it was"),
        "{}",
        screen.bottom()
    );
    assert!(!screen.shown().contains('Δ'));
}

#[test]
fn a_typed_date_sets_it_and_what_is_no_date_is_refused() {
    let mut screen = article();
    screen.keys("D").text("2024-01-10");
    assert!(
        screen.bottom().contains("published 2024-01-10 (Wed)"),
        "{}",
        screen.bottom()
    );
    select_after_typing(&mut screen);
    screen.keys("D").text("2025-02-30");
    assert!(
        screen.bottom().contains("this is no day"),
        "{}",
        screen.bottom()
    );
    screen.keys("ctrl-u").text("20").keys("enter");
    assert!(
        screen.bottom().contains("this is no day"),
        "{}",
        screen.bottom()
    );
    screen.keys("x");
    assert!(
        screen.bottom().contains("write it as 2025-07-03"),
        "{}",
        screen.bottom()
    );
    screen.keys("esc");
    assert!(screen.state.overlay.is_none());
}

/// Leaves the mode and finds the event under its new date.
fn select_after_typing(screen: &mut Screen) {
    screen.keys("enter");
    select(screen, "2024-01-09");
    let event = words(screen, Pane::Event);
    assert!(
        event.contains("one day before the publication date, 10 January 2024: “kemarin”"),
        "{event}"
    );
}

#[test]
fn other_events_can_be_looked_at_meanwhile() {
    let mut screen = article();
    screen.keys("D + k k k");
    assert_eq!(screen.state.store.number(screen.state.selected.unwrap()), 1);
    screen.keys("j");
    assert_eq!(screen.state.store.number(screen.state.selected.unwrap()), 2);
    assert!(screen.state.overlay.is_some());
}

#[test]
fn filters_and_jumps_stay_with_their_actors_and_events() {
    let mut screen = article();
    screen.keys("a").text("rini").keys("tab enter");
    let left = screen.state.view.len();
    assert!(left > 0 && left < screen.state.store.len());
    screen.keys("D 5 + enter");
    assert_eq!(screen.state.view.len(), left);
    assert_eq!(screen.state.filter.actors.len(), 1);
}

#[test]
fn the_claims_of_a_file_follow_or_say_why_not() {
    let mut screen = Screen::built_in(150, 40);
    screen.go_to("second-term").keys("D").text("2026-01-05");
    assert!(words(&screen, Pane::Event).contains("January 2026 2026-01"));
    screen.keys("enter").go_to("no-talks");
    let event = words(&screen, Pane::Event);
    assert!(
        event.contains("it stays although the publication date was turned"),
        "{event}"
    );
    screen.go_to("call-mid-june");
    assert!(
        words(&screen, Pane::Event).contains("it was once, some day within 11 to 20 June 2025")
            || words(&screen, Pane::Event).contains("([2025-06-11..2025-06-20])")
    );
    screen.keys("D").text("2025-07-03").keys("enter");
    assert!(screen.state.turned.is_empty());
}

#[test]
fn a_source_without_a_text_cannot_be_turned() {
    let bare = TIMELINE.replace("text = \"../seeds/000_f3226ebb9ab90383.txt\"", "");
    let mut screen = Screen::of(&bare, "", 120, 30);
    screen.keys("D");
    let message = screen.state.message.clone().unwrap();
    assert_eq!(message.tone, Tone::Warning);
    assert!(message.text.contains("not stored here"), "{}", message.text);
}

#[test]
fn drafts_and_reviewed_events_differ_without_colour() {
    let screen = article();
    assert!(screen.top().contains("drafts"), "{}", screen.top());
    assert!(screen.pane_text(Pane::Timeline).contains("●d "));
    assert!(words(&screen, Pane::Event).contains("happened · draft"));
    assert!(words(&screen, Pane::Event).contains("confidence"));
    assert!(
        !Screen::built_in(150, 32)
            .pane_text(Pane::Timeline)
            .contains("●d")
    );
}
