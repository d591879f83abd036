//! Reads the screen as a person does: panes by their titles, the selection by its mark, highlights by their look.

use vt100::{Cell, Color, Screen};

const TITLES: [&str; 3] = ["Timeline", "Event", "Source"];

/// A pane on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pane {
    /// Its title line.
    pub(crate) title: String,
    /// The row of the title.
    pub(crate) row: u16,
    /// Its first column.
    pub(crate) left: u16,
    /// The column after its last.
    pub(crate) right: u16,
    /// Whether it has the focus.
    pub(crate) focused: bool,
}

/// What stands in a cell; a space if nothing does. The second half of a wide character is empty.
pub(crate) fn sign(cell: &Cell) -> &str {
    if cell.is_wide_continuation() || cell.has_contents() {
        cell.contents()
    } else {
        " "
    }
}

/// What most text stands on: the terminal's own background, or that of the dark theme, of the screen and of windows, in
/// truecolour and with 256 colours.
const GROUNDS: [Color; 5] = [
    Color::Default,
    Color::Rgb(0x16, 0x18, 0x1d),
    Color::Rgb(0x1e, 0x22, 0x2a),
    Color::Idx(234),
    Color::Idx(235),
];

/// Whether a cell stands out by its background, with or without colours.
pub(crate) fn stands_out(cell: &Cell) -> bool {
    cell.inverse() || !GROUNDS.contains(&cell.bgcolor())
}

fn row_text(screen: &Screen, row: u16, left: u16, right: u16) -> String {
    (left..right)
        .filter_map(|column| screen.cell(row, column))
        .map(sign)
        .collect()
}

/// One line of the screen.
pub(crate) fn line(screen: &Screen, row: u16) -> String {
    row_text(screen, row, 0, screen.size().1)
}

/// The top line.
pub(crate) fn header(screen: &Screen) -> String {
    line(screen, 0)
}

/// The bottom line.
pub(crate) fn hints(screen: &Screen) -> String {
    line(screen, screen.size().0.saturating_sub(1))
}

/// The panes that are shown, from left to right.
pub(crate) fn panes(screen: &Screen) -> Vec<Pane> {
    let (rows, columns) = screen.size();
    for row in 0..rows.min(10) {
        let mut borders = vec![];
        borders.extend((0..columns).filter(|column| {
            screen
                .cell(row, *column)
                .is_some_and(|cell| cell.contents() == "│")
        }));
        borders.push(columns);
        let mut left = 0;
        let mut found = Vec::new();
        for right in borders {
            let title = row_text(screen, row, left, right).trim().to_owned();
            if TITLES.iter().any(|name| title.starts_with(name)) {
                let focused = screen.cell(row, left).is_some_and(stands_out);
                found.push(Pane {
                    title,
                    row,
                    left,
                    right,
                    focused,
                });
            }
            left = right + 1;
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A pane by its name.
pub(crate) fn pane(screen: &Screen, name: &str) -> Option<Pane> {
    panes(screen)
        .into_iter()
        .find(|pane| pane.title.starts_with(name))
}

/// The name of the pane that has the focus.
pub(crate) fn focus(screen: &Screen) -> String {
    let focused = panes(screen).into_iter().find(|pane| pane.focused);
    let title = focused.map_or_else(String::new, |pane| pane.title);
    title.split(' ').next().unwrap_or("").to_owned()
}

/// The lines of a pane, without its title; none if it is not shown.
pub(crate) fn lines(screen: &Screen, name: &str) -> Vec<String> {
    let last = screen.size().0.saturating_sub(1);
    pane(screen, name).map_or_else(Vec::new, |pane| {
        (pane.row + 1..last)
            .map(|row| row_text(screen, row, pane.left, pane.right))
            .collect()
    })
}

/// The number of the selected event: in the event pane's title, else at the mark in the timeline.
pub(crate) fn selected(screen: &Screen) -> Option<usize> {
    if let Some(event) = pane(screen, "Event") {
        return event.title.split(' ').nth(1)?.parse().ok();
    }
    let lines = lines(screen, "Timeline");
    let marked = lines.iter().find_map(|line| line.strip_prefix('▌'))?;
    marked.split_whitespace().next()?.parse().ok()
}

/// The row on the screen of an event in the timeline.
pub(crate) fn row_of(screen: &Screen, event: usize) -> Option<u16> {
    let timeline = pane(screen, "Timeline")?;
    let lines = lines(screen, "Timeline");
    let number = event.to_string();
    let at = lines.iter().position(|line| {
        let mut words = line.trim_start_matches('▌').split_whitespace();
        words.next() == Some(&number) && words.next().is_some_and(|sign| "●◌○".contains(sign))
    })?;
    Some(timeline.row + 1 + u16::try_from(at).ok()?)
}

/// The numbers of the events at the cursor of the source pane, the selected one first.
pub(crate) fn numbers_at_cursor(screen: &Screen) -> Vec<usize> {
    let lines = lines(screen, "Source");
    let cursor = lines.iter().find(|line| line.starts_with(['▶', '▷']));
    let gutter: String = cursor
        .map_or("", String::as_str)
        .chars()
        .skip(2)
        .take(6)
        .collect();
    let words = gutter.split([' ', '+']);
    words.filter_map(|word| word.parse().ok()).collect()
}

/// The words of a pane that stand out, without their spaces: a line break takes one away.
pub(crate) fn highlighted(screen: &Screen, name: &str) -> String {
    let Some(pane) = pane(screen, name) else {
        return String::new();
    };
    let mut words = String::new();
    for row in pane.row + 1..screen.size().0.saturating_sub(1) {
        let cells = (pane.left..pane.right).filter_map(|column| screen.cell(row, column));
        words.extend(cells.filter(|cell| stands_out(cell)).map(sign));
    }
    without_spaces(&words)
}

/// A text without its spaces.
pub(crate) fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}
