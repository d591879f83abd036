//! From events to their words and back, and the way back through the jumps.

use crate::look::{focus, highlighted, hints, numbers_at_cursor, selected, without_spaces};
use crate::screen::{Session, viewer};

/// The call of mid-June, its first sentence.
const CALL: &str = "Terakhir kali Putin dan Trump berbicara adalah pertengahan Juni, saat Putin menawarkan diri sebagai penengah dalam perang Iran-Israel.";

/// The viewer with the words of the mid-June call, the tenth event, under the cursor.
fn at_the_call() -> Session {
    let mut session = viewer(200, 50);
    session.keys("1 0 G enter");
    session.wait_until("the words of the call", |screen| {
        focus(screen) == "Source" && highlighted(screen, "Source") == without_spaces(CALL)
    });
    session
}

fn expect_hint(session: &Session, text: &str) {
    session.wait_until(text, |screen| hints(screen).contains(text));
}

#[test]
fn enter_leads_to_the_words_and_back() {
    let mut session = at_the_call();
    assert_eq!(numbers_at_cursor(&session.screen()), [10]);
    session.keys("enter");
    session.wait_until("the call in the timeline", |screen| {
        focus(screen) == "Timeline" && selected(screen) == Some(10)
    });
    session.quit();
}

#[test]
fn brackets_walk_the_sentences_of_the_event() {
    let mut session = at_the_call();
    for (key, place) in [("]", 2), ("]", 3), ("]", 1), ("[", 3), ("[", 2), ("[", 1)] {
        session.keys(key);
        expect_hint(&session, &format!("sentence {place} of 3"));
    }
    session.wait_until("the first sentence again", |screen| {
        highlighted(screen, "Source") == without_spaces(CALL)
    });
    session.quit();
}

#[test]
fn the_quote_key_finds_direct_speech_or_says_that_there_is_none() {
    let mut session = at_the_call();
    session.keys("\"");
    expect_hint(&session, "quote 1 of");
    session.wait_until("the quote", |screen| {
        highlighted(screen, "Source").contains("“Tidak,sayatidakbutuhbantuandenganIran.")
    });
    session.keys("g t g g");
    session.wait_until("the first event", |screen| selected(screen) == Some(1));
    session.keys("\"");
    expect_hint(
        &session,
        "no direct speech: 2 sentences of the source report it",
    );
    session.quit();
}

#[test]
fn jumps_are_undone_and_done_again() {
    let mut session = at_the_call();
    session.keys("enter");
    session.wait_until("back", |screen| focus(screen) == "Timeline");
    session.keys("H");
    session.wait_until("in the source again", |screen| {
        focus(screen) == "Source" && selected(screen) == Some(10)
    });
    session.keys("2 H");
    session.wait_until("where it began", |screen| {
        focus(screen) == "Timeline" && selected(screen) == Some(1)
    });
    session.keys("H");
    expect_hint(&session, "this is where you began");
    session.keys("3 L");
    session.wait_until("the last place", |screen| {
        focus(screen) == "Timeline" && selected(screen) == Some(10)
    });
    session.keys("L");
    expect_hint(&session, "there is nothing further");
    session.quit();
}

#[test]
fn enter_walks_the_events_of_a_sentence() {
    let mut session = viewer(200, 50);
    session.keys("9 G enter");
    session.wait_until("the words of event 9", |screen| {
        focus(screen) == "Source" && numbers_at_cursor(screen) == [9, 4, 6]
    });
    session.keys("enter");
    session.wait_until("event 9", |screen| {
        focus(screen) == "Timeline" && hints(screen).contains("of 3 in this sentence")
    });
    let mut met = vec![selected(&session.screen()).unwrap()];
    for _ in 0..2 {
        let before = met.last().copied();
        session.keys("enter");
        session.wait_until("the next event", |screen| {
            selected(screen) != before && hints(screen).contains("of 3 in this sentence")
        });
        met.push(selected(&session.screen()).unwrap());
    }
    session.keys("enter");
    session.wait_until("event 9 again", |screen| selected(screen) == Some(9));
    met.sort_unstable();
    assert_eq!(met, [4, 6, 9]);
    // Any other key ends the walk: Enter leads to the words again.
    session.keys("j");
    session.wait_until("event 10", |screen| selected(screen) == Some(10));
    session.keys("enter");
    session.wait_until("its words", |screen| {
        focus(screen) == "Source" && numbers_at_cursor(screen) == [10]
    });
    session.quit();
}

#[test]
fn a_sentence_without_an_event_says_so() {
    let mut session = viewer(200, 50);
    session.keys("g s g g");
    expect_hint(&session, "no event speaks of this sentence");
    session.keys("enter");
    expect_hint(&session, "no event speaks of this sentence");
    assert_eq!(focus(&session.screen()), "Source");
    session.keys("j");
    session.wait_until("the headline", |screen| numbers_at_cursor(screen) == [12]);
    session.keys("enter");
    session.wait_until("its event", |screen| {
        focus(screen) == "Timeline" && selected(screen) == Some(12)
    });
    session.quit();
}

#[test]
fn the_event_pane_leads_to_the_words_it_lists() {
    let mut session = viewer(200, 50);
    session.keys("1 0 G tab");
    session.wait_until("the event pane", |screen| focus(screen) == "Event");
    session.keys("j");
    session.wait_until("the second sentence follows", |screen| {
        highlighted(screen, "Source").starts_with("NamunTrump")
    });
    session.keys("enter");
    session.wait_until("its words", |screen| {
        focus(screen) == "Source" && highlighted(screen, "Source").starts_with("NamunTrump")
    });
    session.quit();
}
