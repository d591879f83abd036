//! Filters and search: applied live, shown in the header, followed by every pane, and never losing the selection.

use linimasa::app::Pane;

use crate::screen::Screen;

#[test]
fn the_picker_filters_live_and_esc_restores() {
    let mut screen = Screen::built_in(200, 50);
    screen
        .go_to("istanbul-2")
        .keys("a")
        .text("zelen")
        .keys("tab");
    assert!(screen.top().contains("1 of 19 events"), "{}", screen.top());
    assert!(screen.top().contains("+Volodymyr Zelensky"));
    assert_eq!(screen.selected_id(), "call-zelensky");
    screen.keys("esc");
    assert!(screen.top().contains("19 events") && !screen.top().contains("filter"));
    assert_eq!(screen.selected_id(), "istanbul-2");
}

#[test]
fn enter_takes_the_highlighted_actor_when_none_is_chosen() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("a").text("pentagon").keys("enter");
    assert!(screen.top().contains("+Pentagon"), "{}", screen.top());
    assert!(
        screen.bottom().contains("of 19 events"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn actors_are_found_by_their_aliases_too() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("a").text("uskaov").keys("enter");
    assert!(screen.top().contains("+Yury Ushakov"), "{}", screen.top());
}

#[test]
fn include_exclude_any_all_and_as_speaker_do_what_they_say() {
    let mut screen = Screen::built_in(200, 50);
    let left = |screen: &Screen| screen.state.view.len();
    screen.keys("a").text("putin").keys("tab");
    let putin = left(&screen);
    screen.keys("ctrl-u").text("trump").keys("tab");
    let both = left(&screen);
    assert!(both <= putin);
    assert!(screen.top().contains("(all)"));
    screen.keys("ctrl-t");
    let either = left(&screen);
    assert!(screen.top().contains("(any)"));
    assert!(either > both);
    screen.keys("tab");
    assert!(screen.top().contains("−Donald Trump"), "{}", screen.top());
    let without_trump = left(&screen);
    assert_eq!(without_trump, putin - both);
    screen.keys("tab ctrl-o");
    assert!(
        screen.top().contains("+Donald Trump speaking"),
        "{}",
        screen.top()
    );
    screen
        .keys("ctrl-u")
        .text("putin")
        .keys("tab tab ctrl-u")
        .text("trump")
        .keys("enter");
    let speaks = left(&screen);
    assert_eq!(speaks, 3, "{}", screen.shown());
}

#[test]
fn filters_are_switched_off_and_on_and_cleared() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("a").text("iran").keys("enter F");
    assert!(
        screen.top().contains("[off]") && screen.top().contains("19 events"),
        "{}",
        screen.top()
    );
    screen.keys("F");
    assert!(screen.top().contains("2 of 19"));
    screen.keys("c");
    assert!(!screen.top().contains("filter"));
    assert!(screen.bottom().contains("cleared"));
}

#[test]
fn the_selection_goes_to_the_nearest_event_left_and_the_axis_and_gutter_follow() {
    let mut screen = Screen::built_in(200, 50);
    let all = screen.frame.hits.targets().count();
    screen
        .go_to("pause-confirmed")
        .keys("a")
        .text("iran")
        .keys("enter");
    assert_eq!(screen.selected_id(), "call-3-july");
    assert!(screen.frame.hits.targets().count() < all);
    screen.keys("g s g g j j");
    let shown = screen.pane_text(Pane::Source);
    assert!(!shown.contains(" 14 "), "{shown}");
    screen.keys("c").go_to("call-zelensky").keys("enter");
    assert!(screen.pane_text(Pane::Source).contains("┃14"));
}

#[test]
fn dates_narrow_the_timeline_and_a_wrong_one_says_what_is_wrong() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("d").text("2025-06").keys("enter");
    // Both events that are open towards the past can have been in June.
    let ids: Vec<&str> = {
        let events = screen.state.view.iter();
        events.map(|event| screen.state.store.id(event)).collect()
    };
    assert_eq!(
        ids,
        [
            "biden-deliveries",
            "pause-decision",
            "prisoner-exchanges",
            "us-diplomats-leave",
            "istanbul-2",
            "call-mid-june"
        ]
    );
    assert!(
        screen.top().contains("2025-06-01..2025-06-30"),
        "{}",
        screen.top()
    );
    screen.keys("d").text("june").keys("enter");
    assert!(
        screen.bottom().starts_with("dates: june"),
        "{}",
        screen.bottom()
    );
    screen.keys("ctrl-u enter");
    assert!(!screen.top().contains("filter"));
}

#[test]
fn search_finds_titles_actors_quotes_and_the_article_and_walks_them() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("/").text("PERTUKARAN TAHANAN HASIL");
    assert_eq!(screen.selected_id(), "prisoner-exchanges");
    screen.keys("enter");
    assert!(
        screen.bottom().contains("“PERTUKARAN TAHANAN HASIL”"),
        "{}",
        screen.bottom()
    );
    assert!(screen.top().contains("/PERTUKARAN TAHANAN HASIL"));
    screen.keys("/").text("diplomat").keys("enter");
    let first = screen.selected_id().to_owned();
    screen.keys("n");
    assert_ne!(screen.selected_id(), first);
    screen.keys("N");
    assert_eq!(screen.selected_id(), first);
    screen.keys("g s n");
    assert!(
        screen.bottom().contains("in the text"),
        "{}",
        screen.bottom()
    );
    screen.keys("esc");
    assert!(!screen.top().contains("/diplomat"));
}

#[test]
fn words_that_only_the_article_has_are_found_in_the_source() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("/").text("Isi komentar").keys("enter");
    assert_eq!(screen.state.focus, Pane::Source);
    assert!(
        screen.bottom().contains("0 events, 1 sentence"),
        "{}",
        screen.bottom()
    );
}

#[test]
fn a_cancelled_search_leads_back_to_where_it_began() {
    let mut screen = Screen::built_in(200, 50);
    screen.go_to("second-term");
    let before = screen.state.spot();
    screen.keys("/").text("pertukaran tahanan");
    assert_ne!(screen.state.spot(), before);
    screen.keys("esc");
    assert_eq!(screen.state.spot(), before);
    assert!(screen.state.search.is_none());
    screen.keys("/").text("no such words").keys("enter");
    assert!(screen.bottom().contains("not found"), "{}", screen.bottom());
}

#[test]
fn an_empty_view_does_not_forget_what_was_selected() {
    let mut screen = Screen::built_in(200, 50);
    screen
        .go_to("call-zelensky")
        .keys("a")
        .text("pentagon")
        .keys("tab ctrl-u")
        .text("zelen")
        .keys("tab enter");
    assert!(screen.state.view.is_empty());
    assert!(
        screen
            .pane_text(Pane::Timeline)
            .contains("no event is left")
    );
    screen.keys("c");
    assert_eq!(screen.selected_id(), "call-zelensky");
}

#[test]
fn a_number_names_an_event_and_says_when_it_is_filtered_out() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("1 4 G");
    assert_eq!(screen.selected_id(), "call-zelensky");
    screen.keys("a").text("iran").keys("enter 1 4 G");
    assert!(
        screen.bottom().contains("event 14 is filtered out"),
        "{}",
        screen.bottom()
    );
    screen.keys("1 0 G");
    assert_eq!(screen.selected_id(), "call-mid-june");
}

#[test]
fn what_was_typed_as_a_whole_stands_first_in_the_picker() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("a").text("AS").keys("enter");
    assert!(
        screen.top().contains("+Amerika Serikat"),
        "{}",
        screen.top()
    );
}
