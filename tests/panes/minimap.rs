//! The map of the article at the edge of the source: what its signs say and where its clicks lead.

use linimasa::app::{Action, Pane, Target, update};
use ratatui::layout::Rect;

use crate::screen::Screen;

/// The two columns of the map.
fn map(screen: &Screen) -> (Vec<String>, Vec<String>) {
    let pane = screen.pane(Pane::Source);
    let column = |from_right: u16| {
        let x = pane.right() - from_right;
        let rows = pane.y..pane.bottom();
        rows.map(|y| screen.buffer[(x, y)].symbol().to_owned())
            .collect()
    };
    (column(2), column(1))
}

fn long() -> Screen {
    let silent = |from: usize| -> String {
        let numbers = from..from + 60;
        numbers
            .map(|number| format!("Kalimat nomor {number} tidak bercerita apa-apa.\n"))
            .collect()
    };
    let text = format!(
        "Judul\n{}Mereka bertemu di sini.\n{}",
        silent(0),
        silent(60)
    );
    let timeline = "format = \"linimasa/1\"\n[[sources]]\nid = \"a\"\ntext = \"a.txt\"\n\
        [[events]]\nid = \"one\"\ntitle = \"Satu\"\n[[events.claims]]\nsource = \"a\"\ndate = \"2025-01-01\"\n\
        [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"Mereka bertemu di sini.\"\n";
    Screen::of(timeline, &text, 160, 40)
}

#[test]
fn it_shows_where_the_window_is_and_where_the_words_are() {
    let mut screen = long();
    let (window, article) = map(&screen);
    let words: Vec<usize> = (0..article.len())
        .filter(|row| article[*row] == "◆")
        .collect();
    // The sentence stands in the middle of the article.
    assert!(!words.is_empty() && words.iter().all(|row| row.abs_diff(article.len() / 2) <= 2));
    assert!(article.iter().filter(|sign| *sign == "·").count() >= article.len() - 3);
    let framed = |window: &[String]| -> Vec<usize> {
        (0..window.len())
            .filter(|row| window[*row] == "┃")
            .collect()
    };
    assert!(framed(&window).contains(&words[0]));
    screen.keys("g s g g");
    let (window, _) = map(&screen);
    assert_eq!(framed(&window)[0], 0);
    screen.keys("G");
    let (window, article) = map(&screen);
    assert_eq!(*framed(&window).last().unwrap(), article.len() - 1);
}

#[test]
fn a_click_goes_to_the_sentence() {
    let mut screen = long();
    let pane = screen.pane(Pane::Source);
    let (_, article) = map(&screen);
    screen.keys("g s g g");
    let words = article.iter().position(|sign| sign == "◆").unwrap();
    let y = pane.y + u16::try_from(words).unwrap();
    let target = screen.frame.hits.target(pane.right() - 1, y).unwrap();
    assert!(matches!(target, Target::Sentence(_, 61)), "{target:?}");
    update(&mut screen.state, &Action::Point(target), None);
    screen.draw();
    assert_eq!(screen.state.cursor.sentence, 61);
    let first = screen.frame.hits.target(pane.right() - 1, pane.y).unwrap();
    assert!(matches!(first, Target::Sentence(_, 0)));
    let last = screen
        .frame
        .hits
        .target(pane.right() - 1, pane.bottom() - 1)
        .unwrap();
    assert!(
        matches!(last, Target::Sentence(_, sentence) if sentence > 115),
        "{last:?}"
    );
}

#[test]
fn more_of_a_row_is_filled_the_more_of_its_text_states_events() {
    let mut screen = Screen::built_in(160, 30);
    let (_, article) = map(&screen);
    assert!(article.iter().any(|sign| sign == "█"));
    assert!(
        article
            .iter()
            .any(|sign| "▏▎▍▌▋▊▉".contains(sign.as_str()) || sign == "·")
    );
    // What a filter hides is no event here.
    let full = |article: &[String]| article.iter().filter(|sign| *sign == "█").count();
    let before = full(&article);
    screen.keys("a").text("iran").keys("tab enter");
    let (_, article) = map(&screen);
    assert!(full(&article) < before / 2, "{article:?}");
    assert!(article.iter().any(|sign| sign == "◆"));
}

#[test]
fn an_article_that_fits_needs_no_map_and_the_words_never_reach_into_it() {
    let screen = Screen::built_in(200, 160);
    let (window, _) = map(&screen);
    assert!(!window.iter().any(|sign| sign == "┃"));
    for width in [100, 120, 160, 200, 300] {
        let screen = Screen::built_in(width, 30);
        let pane = screen.pane(Pane::Source);
        let gap = Rect::new(pane.right() - 3, pane.y, 1, pane.height);
        let (window, _) = map(&screen);
        if window.iter().any(|sign| sign == "┃") {
            assert_eq!(screen.letters(gap, |_| true), "", "{width}");
        }
    }
}
