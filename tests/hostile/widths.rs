//! Text of every width on a terminal that counts the cells of a cluster otherwise than the viewer: no border moves, and
//! nothing stays behind when it scrolls.

use tempfile::TempDir;
use vt100::Screen;

use crate::escapes::{Sent, parse};
use crate::launch::Launch;
use crate::look::{focus, panes, selected, sign};
use crate::screen::Session;
use crate::wide::of_every_width;

fn open(folder: &TempDir, columns: u16) -> Session {
    let (timeline, article) = of_every_width();
    std::fs::write(folder.path().join("t.toml"), timeline).unwrap();
    std::fs::write(folder.path().join("a.txt"), article).unwrap();
    let data = folder.path().to_str().unwrap();
    let launch = Launch::new(columns, 20).slack(32).env("DATA", data);
    let session = launch.line(r#"cd "$DATA"; "$LINIMASA" t.toml"#).start();
    session.wait_for_first_frame();
    session
}

/// The columns of the separators, if each stands in every row of the panes.
fn borders(screen: &Screen) -> Option<Vec<u16>> {
    let found = unbroken(screen);
    assert!(found.is_some(), "broken borders:\n{}", screen.contents());
    found
}

fn unbroken(screen: &Screen) -> Option<Vec<u16>> {
    let shown = panes(screen);
    let first = shown.first()?;
    let last = screen.size().0 - 1;
    let columns: Vec<u16> = shown.iter().skip(1).map(|pane| pane.left - 1).collect();
    let stands = |row: u16, column: &u16| {
        screen
            .cell(row, *column)
            .is_some_and(|cell| cell.contents() == "│")
    };
    let stand = (first.row..last).all(|row| columns.iter().all(|column| stands(row, column)));
    stand.then_some(columns)
}

/// The lines without the last, which tells messages.
fn picture(screen: &Screen, columns: u16) -> Vec<String> {
    let cell = |row, column| screen.cell(row, column).map_or("", sign);
    let line = |row| {
        (0..columns)
            .map(|column| cell(row, column))
            .collect::<String>()
    };
    (0..19).map(|row| line(row).trim_end().to_owned()).collect()
}

#[test]
fn no_border_moves_and_nothing_stays_behind() {
    for columns in [20, 59, 60, 61, 80, 99, 100, 101, 133, 160, 200, 300] {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let mut session = open(&folder, columns);
        let at = |number: usize| {
            move |screen: &Screen| selected(screen) == Some(number) && focus(screen) == "Timeline"
        };
        session.wait_until("the first event", at(1));
        let fresh = session.screen();
        let expected = borders(&fresh);
        for number in 2..=16 {
            session.keys("j");
            // A frame may be half received: what counts is the screen that stays.
            session.wait_until("the next event between unbroken borders", |screen| {
                at(number)(screen) && unbroken(screen) == expected
            });
        }
        session.keys("ctrl-u ctrl-d ctrl-u G");
        session.wait_until("the last event", at(16));
        session.keys("g g");
        session.wait_until("the first event", at(1));
        let again = session.screen();
        assert_eq!(
            picture(&again, columns),
            picture(&fresh, columns),
            "{columns}"
        );
        session.quit();
    }
}

#[test]
fn behind_every_cluster_that_terminals_count_differently_the_place_is_told() {
    let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let session = open(&folder, 160);
    session.wait_until("the timeline", |screen| focus(screen) == "Timeline");
    let raw = session.raw();
    session.quit();
    let mut clusters = 0;
    let sent = parse(&raw);
    for (place, one) in sent.iter().enumerate() {
        let Sent::Text(text) = one else { continue };
        use unicode_segmentation::UnicodeSegmentation;
        let contested: Vec<usize> = text
            .grapheme_indices(true)
            .filter(|(_, cluster)| linimasa::text::is_contested(cluster))
            .map(|(at, cluster)| at + cluster.len())
            .collect();
        clusters += contested.len();
        assert!(contested.iter().all(|end| *end == text.len()), "{text:?}");
        if !contested.is_empty() {
            let next = sent[place + 1..]
                .iter()
                .find(|next| !matches!(next, Sent::Csi(_, 'm')));
            let moves = matches!(next, Some(Sent::Csi(_, 'H' | 'l')));
            assert!(moves, "{text:?} is followed by {next:?}");
        }
    }
    assert!(clusters > 50, "only {clusters}");
}
