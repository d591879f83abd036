//! A screen without a terminal: keys in, cells out.

use linimasa::app::{Key, Pane, Start, State, press};
use linimasa::extract::{Assembler, Language, Pack, read_article, recognise, source_of};
use linimasa::format::{Base, Document, Encoding, parse};
use linimasa::model::Date;
use linimasa::store::{EventIx, Opened, open};
use linimasa::tui::{DrawCache, Frame, Theme, layout, render};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

pub(crate) const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
pub(crate) const TIMELINE: &str = include_str!("../../assets/timeline.toml");

pub(crate) struct Screen {
    pub(crate) state: State,
    pub(crate) theme: Theme,
    pub(crate) buffer: Buffer,
    pub(crate) frame: Frame,
    cache: DrawCache,
}

impl Screen {
    /// The built-in timeline at a size.
    pub(crate) fn built_in(width: u16, height: u16) -> Self {
        Self::of(TIMELINE, ARTICLE, width, height)
    }

    /// A timeline in TOML whose only source has this text.
    pub(crate) fn of(timeline: &str, text: &str, width: u16, height: u16) -> Self {
        let document = parse(timeline, "timeline.toml", Encoding::Toml).unwrap();
        let path = document
            .timeline
            .sources
            .first()
            .and_then(|source| source.text.clone());
        let path = path.unwrap_or_default();
        let texts = [(path.as_str(), text.as_bytes())];
        let opened = open(document, "timeline.toml", &Base::Embedded(&texts)).unwrap();
        Self::opened(opened, false, width, height)
    }

    /// An article of this day, built in memory.
    pub(crate) fn article(text: &str, published: &str, width: u16, height: u16) -> Self {
        let article = read_article(text.as_bytes(), "article.txt").unwrap();
        let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
        let day = Date::parse(published).unwrap().bounds().earliest;
        let found = recognise(&article.text, &language, Some(day), None);
        let mut assembler = Assembler::new(false);
        let source = source_of(&article, &found, "id", "article");
        assembler.add(source, &article.text, &found);
        let texts = [article.text];
        let document = Document::made(assembler.finish());
        let opened = open(document, "article.txt", &Base::Memory(&texts)).unwrap();
        Self::opened(opened, true, width, height)
    }

    fn opened(opened: Opened, is_built: bool, width: u16, height: u16) -> Self {
        let start = Start {
            name: "timeline.toml".to_owned(),
            notices: opened.notices,
            is_built,
            ..Start::default()
        };
        let mut screen = Self {
            state: State::new(opened.store, start),
            theme: Theme::built_in(),
            buffer: Buffer::empty(Rect::new(0, 0, width, height)),
            frame: Frame::default(),
            cache: DrawCache::default(),
        };
        screen.draw();
        screen
    }

    pub(crate) fn draw(&mut self) {
        self.frame = render(&self.state, &self.theme, &mut self.cache, &mut self.buffer);
        self.state.note_seen(self.frame.seen);
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.buffer = Buffer::empty(Rect::new(0, 0, width, height));
        self.draw();
    }

    /// Presses keys, written as in the keymap with spaces between them.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().unwrap();
            press(&mut self.state, key);
            self.draw();
        }
        self
    }

    /// Types a text, letter by letter.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            let key = if letter == ' ' {
                "space".to_owned()
            } else {
                letter.to_string()
            };
            self.keys(&key);
        }
        self
    }

    /// The whole screen as text.
    pub(crate) fn shown(&self) -> String {
        let area = self.buffer.area;
        let rows: Vec<String> = (0..area.height)
            .map(|y| self.row(Rect::new(0, y, area.width, 1)))
            .collect();
        rows.join("\n")
    }

    fn row(&self, area: Rect) -> String {
        let mut text = String::new();
        let mut covered = 0;
        for position in area.positions() {
            let symbol = self.buffer.cell(position).unwrap().symbol();
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = linimasa::text::width(symbol).saturating_sub(1);
            text.push_str(symbol);
        }
        text.trim_end().to_owned()
    }

    /// Where a pane is drawn, its title line left out; empty if it is not shown.
    pub(crate) fn pane(&self, pane: Pane) -> Rect {
        let areas = layout(&self.state, self.buffer.area);
        let found = areas.panes.iter().find(|(other, _)| *other == pane);
        let area = found.map_or(Rect::ZERO, |(_, area)| *area);
        Rect {
            y: area.y + area.height.min(1),
            height: area.height.saturating_sub(1),
            ..area
        }
    }

    /// The text of a pane.
    pub(crate) fn pane_text(&self, pane: Pane) -> String {
        let area = self.pane(pane);
        let rows: Vec<String> = area.rows().map(|row| self.row(row)).collect();
        rows.join("\n")
    }

    /// The visible characters of an area whose cells are of a kind, without white space, in reading order.
    pub(crate) fn letters(&self, area: Rect, wanted: impl Fn(&Cell) -> bool) -> String {
        let cells = area
            .positions()
            .filter_map(|position| self.buffer.cell(position));
        let wanted = cells.filter(|cell| wanted(cell));
        wanted
            .map(Cell::symbol)
            .filter(|symbol| !symbol.trim().is_empty())
            .collect()
    }

    pub(crate) fn event(&self, id: &str) -> EventIx {
        self.state.store.find_event(id).unwrap()
    }

    /// Goes to an event of the built-in timeline by its id.
    pub(crate) fn go_to(&mut self, id: &str) -> &mut Self {
        let number = self.state.store.number(self.event(id)).to_string();
        let digits: Vec<String> = number.chars().map(String::from).collect();
        self.keys("g t");
        self.keys(&format!("{} G", digits.join(" ")))
    }

    pub(crate) fn selected_id(&self) -> &str {
        let event = self.state.selected.unwrap();
        self.state.store.id(event)
    }

    /// The bottom line.
    pub(crate) fn bottom(&self) -> String {
        self.shown().lines().last().unwrap_or_default().to_owned()
    }

    /// The top line.
    pub(crate) fn top(&self) -> String {
        self.shown().lines().next().unwrap_or_default().to_owned()
    }
}
