//! A screen as an SVG: every run of one look is placed by its column and stretched to its cells, whatever font draws it.

use std::fmt::Write;

use vt100::Screen;

use crate::look::sign;
use crate::style::{GROUND, Rgb, Style};

/// A cell in pixels. Monospaced fonts are three fifths as wide as high.
const WIDTH: usize = 9;
const HEIGHT: usize = 18;
const FONT: usize = 15;
/// From the top of a row to the line that the letters stand on.
const BASE: usize = 14;
/// Around the screen.
const MARGIN: usize = 12;

/// Cells side by side that look the same.
struct Run {
    column: usize,
    cells: usize,
    text: String,
    style: Style,
}

impl Run {
    /// Whether a cell can be drawn in one go with this run: the same look, and no sign that may come from another font
    /// nor a gap between them, so that a column stands straight even where `textLength` is ignored.
    fn goes_on(&self, sign: &str, style: Style) -> bool {
        let is_drawn = |sign: char| ('\u{2190}'..='\u{2bff}').contains(&sign);
        let after = self.text.ends_with(is_drawn) == sign.starts_with(is_drawn);
        let gap = self.text.ends_with("  ") && sign != " ";
        self.style == style && after && !gap
    }
}

/// Draws a screen. The same screen gives the same bytes.
pub(crate) fn draw(screen: &Screen, title: &str) -> String {
    let (rows, columns) = screen.size();
    let width = usize::from(columns) * WIDTH + 2 * MARGIN;
    let height = usize::from(rows) * HEIGHT + 2 * MARGIN;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         xml:space=\"preserve\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"{FONT}\" shape-rendering=\"crispEdges\">\n\
         <title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" shape-rendering=\"auto\" fill=\"{}\"/>\n",
        escape(title),
        hex(GROUND)
    );
    for row in 0..rows {
        let top = MARGIN + usize::from(row) * HEIGHT;
        for run in runs(screen, row) {
            draw_run(&mut svg, &run, top);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn runs(screen: &Screen, row: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..screen.size().1 {
        let Some(cell) = screen.cell(row, column) else {
            continue;
        };
        let style = Style::of(cell);
        match runs.last_mut() {
            // A wide character's second half belongs to its first.
            Some(run) if cell.is_wide_continuation() || run.goes_on(sign(cell), style) => {
                run.cells += 1;
                run.text.push_str(sign(cell));
            }
            _ => runs.push(Run {
                column: usize::from(column),
                cells: 1,
                text: sign(cell).to_owned(),
                style,
            }),
        }
    }
    runs
}

fn draw_run(svg: &mut String, run: &Run, top: usize) {
    let left = MARGIN + run.column * WIDTH;
    if let Some(ground) = run.style.ground {
        let _ = writeln!(
            svg,
            "<rect x=\"{left}\" y=\"{top}\" width=\"{}\" height=\"{HEIGHT}\" fill=\"{}\"/>",
            run.cells * WIDTH,
            hex(ground)
        );
    }
    // Spaces at the ends need no ink, except under a line.
    let trimmed = if run.style.underline {
        run.text.as_str()
    } else {
        run.text.trim_end_matches(' ')
    };
    let cells = run.cells - (run.text.len() - trimmed.len());
    let inked = if run.style.underline {
        trimmed
    } else {
        trimmed.trim_start_matches(' ')
    };
    if inked.is_empty() {
        return;
    }
    let skipped = trimmed.len() - inked.len();
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{}>{}</text>",
        left + skipped * WIDTH,
        top + BASE,
        (cells - skipped) * WIDTH,
        hex(run.style.text),
        attributes(run.style),
        escape(inked)
    );
}

fn attributes(style: Style) -> String {
    let mut attributes = String::new();
    for (is_set, attribute) in [
        (style.bold, " font-weight=\"bold\""),
        (style.italic, " font-style=\"italic\""),
        (style.underline, " text-decoration=\"underline\""),
    ] {
        if is_set {
            attributes.push_str(attribute);
        }
    }
    attributes
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn looks_places_and_wide_signs_are_kept() {
    let mut parser = vt100::Parser::new(1, 20, 0);
    parser.process("a<\x1b[1;31m\u{4e2d}\u{6587}\x1b[0;7m &\x1b[0m".as_bytes());
    let svg = draw(parser.screen(), "a & b");
    assert!(svg.contains("<title>a &amp; b</title>"));
    assert!(svg.contains("x=\"12\" y=\"26\" textLength=\"18\""), "{svg}");
    assert!(svg.contains(">a&lt;</text>"));
    assert!(
        svg.contains("x=\"30\" y=\"26\" textLength=\"36\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#d9544d\" font-weight=\"bold\">中文<"),
        "{svg}"
    );
    assert!(svg.contains("<rect x=\"66\" y=\"12\" width=\"18\" height=\"18\" fill=\"#d6d8dc\"/>"));
    assert!(svg.contains("x=\"75\" y=\"26\" textLength=\"9\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#16181d\">&amp;<"));
}
