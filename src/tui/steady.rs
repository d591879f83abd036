//! Keeps every cell in its place on terminals that count the cells of a cluster otherwise than this program: one that draws a
//! family of emoji as three faces would push the rest of the line aside. What is in the cells is decided elsewhere.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::crossterm::QueueableCommand;
use ratatui::crossterm::cursor::MoveTo;
use ratatui::crossterm::terminal;
use ratatui::layout::{Position, Size};

use crate::text::{is_contested, width};

/// A terminal whose lines with contested clusters are written whole, with the place told anew behind each of them.
#[derive(Debug)]
pub(super) struct Steady<B> {
    terminal: B,
    rows: Vec<Row>,
    /// The terminal's columns, as it was last asked.
    columns: std::cell::Cell<u16>,
}

/// One line as it was sent.
#[derive(Debug, Clone, Default)]
struct Row {
    cells: Vec<Cell>,
    /// A cluster in it may be wider or narrower on the terminal, so that any cell of the line may have been drawn over.
    is_contested: bool,
}

impl Row {
    fn put(&mut self, x: usize, cell: &Cell) {
        let end = x + width(cell.symbol()).max(1);
        if self.cells.len() < end {
            self.cells.resize(end, Cell::EMPTY);
        }
        // What a wide cluster covers is gone, also when something narrow stands in its place later.
        let covered = self.cells.get_mut(x..end).unwrap_or_default();
        covered.fill(Cell::EMPTY);
        if let Some(slot) = covered.first_mut() {
            slot.clone_from(cell);
        }
    }

    /// The cells that are drawn, in stretches that end behind a contested cluster, each with the column where it begins.
    fn stretches(&self) -> Vec<(u16, Vec<(u16, &Cell)>)> {
        let mut stretches = vec![(0, Vec::new())];
        let mut end = 0;
        for (x, cell) in (0_u16..).zip(&self.cells) {
            if x < end {
                continue;
            }
            let cells = u16::try_from(width(cell.symbol()).max(1)).unwrap_or(1);
            end = x.saturating_add(cells);
            if let Some((_, stretch)) = stretches.last_mut() {
                stretch.push((x, cell));
            }
            if is_contested(cell.symbol()) {
                stretches.push((end, Vec::new()));
            }
        }
        stretches
    }
}

impl<B> Steady<B> {
    pub(super) const fn new(terminal: B) -> Self {
        Self {
            terminal,
            rows: Vec::new(),
            columns: std::cell::Cell::new(u16::MAX),
        }
    }
}

impl<B: Backend<Error = io::Error> + Write> Steady<B> {
    /// Takes the changes in, and tells which lines must be written whole.
    fn take(&mut self, changes: &[(u16, u16, &Cell)]) -> Vec<u16> {
        let mut whole = Vec::new();
        for (x, y, cell) in changes {
            let place = usize::from(*y);
            if self.rows.len() <= place {
                self.rows.resize(place + 1, Row::default());
            }
            let Some(row) = self.rows.get_mut(place) else {
                continue;
            };
            row.put(usize::from(*x), cell);
            if whole.last() != Some(y) && (row.is_contested || is_contested(cell.symbol())) {
                whole.push(*y);
            }
        }
        for y in &whole {
            if let Some(row) = self.rows.get_mut(usize::from(*y)) {
                row.is_contested = row.cells.iter().any(|cell| is_contested(cell.symbol()));
            }
        }
        whole
    }

    fn write_whole(&mut self, y: u16) -> io::Result<()> {
        let Some(row) = self.rows.get(usize::from(y)) else {
            return Ok(());
        };
        for (x, stretch) in row.stretches() {
            // At the edge the last cell itself would be erased.
            if x >= self.columns.get() {
                break;
            }
            // A cluster before it may have run on from here.
            let erase = terminal::Clear(terminal::ClearType::UntilNewLine);
            self.terminal.queue(MoveTo(x, y))?.queue(erase)?;
            let cells = stretch.into_iter().map(|(x, cell)| (x, y, cell));
            self.terminal.draw(cells)?;
        }
        Ok(())
    }
}

impl<B: Backend<Error = io::Error> + Write> Backend for Steady<B> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changes: Vec<(u16, u16, &Cell)> = content.collect();
        let whole = self.take(&changes);
        let is_whole = |y: &u16| whole.binary_search(y).is_ok();
        let others = changes.iter().filter(|(_, y, _)| !is_whole(y));
        self.terminal.draw(others.copied())?;
        whole.iter().try_for_each(|y| self.write_whole(*y))
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.terminal.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        // At the end ratatui tells of a failure on standard error, which panics where the terminal is gone; the guard shows the
        // cursor in any case.
        let _ = self.terminal.show_cursor();
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.terminal.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.rows.clear();
        self.terminal.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.rows.clear();
        self.terminal.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        self.columns.set(size.width);
        Ok(size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.terminal.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.terminal)
    }
}

impl<B: Write> Write for Steady<B> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.terminal.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.terminal)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::backend::CrosstermBackend;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// What is sent for one line, and for another in its place.
    fn sent(before: &str, after: &str) -> String {
        let area = Rect::new(0, 0, 20, 1);
        let line = |text: &str| {
            let mut buffer = Buffer::empty(area);
            buffer.set_string(0, 0, text, Style::default());
            buffer
        };
        let (empty, one, two) = (Buffer::empty(area), line(before), line(after));
        let mut bytes = Vec::new();
        let mut steady = Steady::new(CrosstermBackend::new(&mut bytes));
        steady.draw(empty.diff(&one).into_iter()).unwrap();
        steady.write_all(b"\n").unwrap();
        steady.draw(one.diff(&two).into_iter()).unwrap();
        let sent = String::from_utf8(bytes).unwrap();
        sent.split_once('\n')
            .unwrap()
            .1
            .replace("\x1b[39m\x1b[49m\x1b[59m\x1b[0m", "")
    }

    #[test]
    fn behind_a_contested_cluster_the_place_is_told_and_the_line_is_whole() {
        let family = "👩‍👩‍👧";
        assert_eq!(sent("ab│", "ac│"), "\x1b[1;2Hc");
        assert_eq!(
            sent("ab│", &format!("{family}│")),
            format!("\x1b[1;1H\x1b[K\x1b[1;1H{family}\x1b[1;3H\x1b[K\x1b[1;3H│")
        );
        // What was drawn over is drawn again, though none of its cells has changed.
        assert_eq!(
            sent(&format!("{family}│x"), "ab│x"),
            "\x1b[1;1H\x1b[K\x1b[1;1Hab│x"
        );
        assert_eq!(sent("é漢│", "è漢│"), "\x1b[1;1Hè");
    }

    /// A line of pieces, each in a field of its own.
    fn picture() -> impl Strategy<Value = Vec<String>> {
        let piece = prop::sample::select(vec![
            "",
            "abc",
            "漢字",
            "👩‍👩‍👧‍👦",
            "❤️",
            "👍🏽a",
            "🇮🇩",
            "हिन्दी",
            "น้ำ",
            "1️⃣",
            "e\u{301}",
            "x👩‍🚀y",
        ]);
        prop::collection::vec(piece.prop_map(str::to_owned), 4)
    }

    fn buffer_of(picture: &[String]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 100, 2));
        for (place, piece) in (0..).zip(picture) {
            buffer.set_stringn(place / 2 * 30, place % 2, piece, 9, Style::default());
            buffer.set_string(place / 2 * 30 + 9, place % 2, "│", Style::default());
        }
        buffer
    }

    /// What a terminal shows that counts character by character.
    fn seen(pictures: &[Vec<String>]) -> String {
        let mut bytes = Vec::new();
        let mut steady = Steady::new(CrosstermBackend::new(&mut bytes));
        let mut before = Buffer::empty(Rect::new(0, 0, 100, 2));
        for picture in pictures {
            let next = buffer_of(picture);
            steady.draw(before.diff(&next).into_iter()).unwrap();
            before = next;
        }
        let mut terminal = vt100::Parser::new(2, 100, 0);
        terminal.process(&bytes);
        terminal.screen().contents()
    }

    proptest! {
        #[test]
        fn nothing_of_an_older_picture_is_left(pictures in prop::collection::vec(picture(), 1..6)) {
            let last = pictures.len() - 1;
            prop_assert_eq!(seen(&pictures), seen(&pictures[last..]));
        }
    }
}
