//! An SVG drawing in columns and rows, from top to bottom. The only room that writes SVG: every text in it is safe and escaped.

use std::fmt::Write;

use super::Ground;
use crate::text::{SafeText, truncate, width};

const STYLE: &str = include_str!("../../../assets/picture.css");
/// What the lines of the style begin with that give the colours: first for a light ground, then for a dark one.
const GROUND: &str = ":root {";

/// The width of a column and the height of a row, in pixels of the drawing.
pub(super) const COLUMN: f64 = 8.0;
pub(super) const ROW: f64 = 20.0;
/// From the top of a row to the line that letters stand on.
const BASE: f64 = 14.5;
/// Around the drawing.
const MARGIN: f64 = 20.0;
/// Columns of the whole drawing.
pub(super) const COLUMNS: usize = 150;

/// A drawing that grows downwards.
#[derive(Debug)]
pub(super) struct Canvas {
    title: String,
    body: String,
    /// The row where the next part begins.
    row: f64,
}

/// The horizontal place of a column.
pub(super) fn x(column: f64) -> f64 {
    MARGIN + column * COLUMN
}

/// The vertical place of a row.
pub(super) fn y(row: f64) -> f64 {
    MARGIN + row * ROW
}

/// A text for XML: visible where it would act, escaped where it would be markup.
fn escaped(text: &SafeText) -> String {
    let mut out = String::with_capacity(text.as_str().len());
    for letter in text.as_str().chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter => out.push(letter),
        }
    }
    out
}

impl Canvas {
    pub(super) fn new(title: &str) -> Self {
        Self {
            title: escaped(&SafeText::in_utf8(title)),
            body: String::new(),
            row: 0.0,
        }
    }

    /// The row where the next part begins.
    pub(super) const fn row(&self) -> f64 {
        self.row
    }

    /// Leaves so many rows to what was drawn.
    pub(super) fn go_down(&mut self, rows: f64) {
        self.row += rows;
    }

    /// The title of the whole.
    pub(super) fn heading(&mut self, text: &str) {
        self.text(0.0, self.row, COLUMNS, "heading", text);
        self.go_down(2.0);
    }

    /// The title of a part.
    pub(super) fn section(&mut self, text: &str) {
        self.text(0.0, self.row, COLUMNS, "section", text);
        self.go_down(1.5);
    }

    /// A line of its own.
    pub(super) fn remark(&mut self, text: &str) {
        self.text(0.0, self.row, COLUMNS, "faint", text);
        self.go_down(1.5);
    }

    /// A text of one line, cut to so many columns. It takes exactly the columns of its letters, whatever font draws it.
    pub(super) fn text(&mut self, column: f64, row: f64, most: usize, class: &str, text: &str) {
        let text = truncate(&SafeText::in_utf8(text), most);
        let cells = width(text.as_str());
        if cells == 0 {
            return;
        }
        let (x, y) = (x(column), y(row) + BASE);
        let length = cells as f64 * COLUMN;
        let text = escaped(&text);
        let _ = writeln!(
            self.body,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" textLength=\"{length:.1}\" lengthAdjust=\"spacingAndGlyphs\" class=\"{class}\">{text}</text>"
        );
    }

    /// Begins a group that tells of itself where a pointer rests.
    pub(super) fn begin(&mut self, class: &str, tip: &str) {
        let tip = escaped(&SafeText::multiline_in_utf8(tip));
        let _ = writeln!(self.body, "<g class=\"{class}\"><title>{tip}</title>");
    }

    /// Ends the last group.
    pub(super) fn end(&mut self) {
        self.body.push_str("</g>\n");
    }

    /// A straight line between two points, in columns and rows.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let (x1, y1, x2, y2) = (x(from.0), y(from.1), x(to.0), y(to.1));
        let _ = writeln!(
            self.body,
            "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\" class=\"{class}\"/>"
        );
    }

    /// A line that leaves one point and enters another one horizontally.
    pub(super) fn curve(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let (x1, y1, x2, y2) = (x(from.0), y(from.1), x(to.0), y(to.1));
        let middle = f64::midpoint(x1, x2);
        let _ = writeln!(
            self.body,
            "<path d=\"M{x1:.1} {y1:.1}C{middle:.1} {y1:.1} {middle:.1} {y2:.1} {x2:.1} {y2:.1}\" class=\"{class}\"/>"
        );
    }

    /// A box from one column to another, with a height and its middle in rows.
    pub(super) fn bar(&mut self, columns: (f64, f64), middle: f64, height: f64, class: &str) {
        let (left, right) = (x(columns.0), x(columns.1));
        let (top, height, length) = (y(middle) - height * ROW / 2.0, height * ROW, right - left);
        let _ = writeln!(
            self.body,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{length:.1}\" height=\"{height:.1}\" rx=\"2\" class=\"{class}\"/>"
        );
    }

    /// A disc.
    pub(super) fn disc(&mut self, column: f64, middle: f64, class: &str) {
        let (x, y) = (x(column), y(middle));
        let _ = writeln!(
            self.body,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" class=\"{class}\"/>"
        );
    }

    /// The whole drawing.
    pub(super) fn finish(self, ground: Ground) -> String {
        let width = x(COLUMNS as f64) + MARGIN;
        let height = y(self.row) + MARGIN;
        let style = style(ground);
        let Self { title, body, .. } = self;
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" role=\"img\">\n<title>{title}</title>\n<style>\n{style}</style>\n<rect width=\"100%\" height=\"100%\" class=\"ground\"/>\n{body}</svg>\n"
        )
    }
}

/// The style for a ground, with the colours written out: not every program that shows pictures knows variables.
fn style(ground: Ground) -> String {
    let (light, dark, rules) = parts();
    match ground {
        Ground::Light => coloured(&rules, light),
        Ground::Dark => coloured(&rules, dark),
        Ground::Auto => format!(
            "{}@media (prefers-color-scheme: dark) {{\n{}}}\n",
            coloured(&rules, light),
            coloured(&rules, dark)
        ),
    }
}

/// The colours for a light and for a dark ground, and the rules that use them.
fn parts() -> (&'static str, &'static str, String) {
    let mut grounds = STYLE.lines().filter(|line| line.starts_with(GROUND));
    let (light, dark) = (grounds.next(), grounds.next());
    let rules = STYLE.lines().filter(|line| !line.starts_with(GROUND));
    let rules = rules.map(|line| format!("{line}\n")).collect();
    (light.unwrap_or_default(), dark.unwrap_or_default(), rules)
}

/// Rules with the colours of a ground in place of their names.
fn coloured(rules: &str, ground: &str) -> String {
    let inner = ground.trim_start_matches(GROUND).trim_end_matches('}');
    let colours = inner.split(';').filter_map(|colour| colour.split_once(':'));
    colours.fold(rules.to_owned(), |rules, (name, colour)| {
        rules.replace(&format!("var({})", name.trim()), colour.trim())
    })
}
