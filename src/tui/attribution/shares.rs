//! The overview above the events: how many rest on one mouth only, and how much each mouth says, as numbers and bars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::bar::{bar, share_of};
use super::super::hits::Hits;
use super::super::paint::{Line, Run, put, row, run, wrap_styled};
use super::super::theme::Theme;
use super::super::timeline::pad_to;
use crate::app::{State, Target, grouped};
use crate::store::{Share, Tally};
use crate::text::{SafeText, truncate, width};

/// Below so many lines the events need all of them.
const LEAST: u16 = 8;
/// Cells of the longest bar.
const BAR: usize = 24;
/// Cells of the longest name.
const NAME: usize = 28;

/// Draws the overview at the top of an area, and tells how many lines it took.
pub(super) fn render(
    state: &State,
    theme: &Theme,
    tally: &Tally,
    area: Rect,
    buffer: &mut Buffer,
    hits: &mut Hits,
) -> u16 {
    if area.height < LEAST || area.width == 0 {
        return 0;
    }
    let sentence = SafeText::new(&state.store.tally_words(tally));
    let mut lines = wrap_styled(&sentence, theme.title, &[], usize::from(area.width));
    let most = usize::from(area.height / 5).clamp(1, 3);
    if lines.len() > most {
        let (alone, all) = (grouped(tally.alone()), grouped(tally.len()));
        let short = SafeText::new(&format!("{alone} of {all} on one mouth only"));
        lines = wrap_styled(&short, theme.title, &[], usize::from(area.width));
        lines.truncate(most);
    }
    let sentence_lines = lines.len();
    let room = usize::from(area.height / 3).saturating_sub(sentence_lines);
    let shares = shown(tally.shares(), room);
    let table = Table::new(state, theme, shares, area.width);
    if !shares.is_empty() {
        lines.push(table.head());
    }
    lines.extend(shares.iter().map(|share| table.line(state, share)));
    let hidden = &tally.shares().get(shares.len()..).unwrap_or(&[]);
    if !hidden.is_empty() && !shares.is_empty() {
        let text = format!("… {} more", grouped(hidden.len()));
        lines.push(vec![run(&text, theme.faint)]);
    }
    for (place, line) in lines.iter().enumerate() {
        put(buffer, row(area, place), line);
    }
    for (place, share) in shares.iter().enumerate() {
        let here = row(area, sentence_lines + 1 + place);
        hits.push(here, Target::Mouth(share.mouth));
    }
    u16::try_from(lines.len()).unwrap_or(0).min(area.height)
}

/// As many of the shares as there is room for beside a head, and a line that counts the others.
fn shown(shares: &[Share], room: usize) -> &[Share] {
    let rows = room.saturating_sub(1);
    let rows = match shares.len() > rows {
        true => rows.saturating_sub(1),
        false => rows,
    };
    shares.get(..rows.min(shares.len())).unwrap_or(&[])
}

struct Table<'a> {
    theme: &'a Theme,
    /// Cells of the names, of the numbers and of the longest bar.
    name: usize,
    number: usize,
    bar: usize,
    most: usize,
}

impl<'a> Table<'a> {
    fn new(state: &State, theme: &'a Theme, shares: &[Share], room: u16) -> Self {
        let names = shares.iter().map(|share| {
            let name = state.store.mouth_name(share.mouth);
            width(SafeText::new(&name).as_str())
        });
        let most = shares.iter().map(|share| share.all).max().unwrap_or(0);
        let number = grouped(most).len().max("only".len());
        let room = usize::from(room);
        let numbers = 2 * (number + 1);
        let name = names.max().unwrap_or(0).max("mouth".len()).min(NAME);
        let name = name.min(room.saturating_sub(numbers).max(1));
        Self {
            theme,
            name,
            number,
            bar: room.saturating_sub(name + numbers + 2).min(BAR),
            most,
        }
    }

    fn head(&self) -> Line {
        let (name, number) = (self.name, self.number);
        let text = format!("{:<name$} {:>number$} {:>number$}", "mouth", "only", "all");
        vec![run(&text, self.theme.faint)]
    }

    /// A name, how many events rest on it alone and how many it asserts in all, and a bar whose full part is the first of them.
    fn line(&self, state: &State, share: &Share) -> Line {
        let name = SafeText::new(&state.store.mouth_name(share.mouth));
        let mut line: Line = vec![Run {
            text: truncate(&name, self.name),
            style: self.theme.title,
        }];
        pad_to(&mut line, self.name);
        let number = self.number;
        let (alone, all) = (grouped(share.alone), grouped(share.all));
        line.push(run(&format!(" {alone:>number$}"), self.theme.caution));
        line.push(run(&format!(" {all:>number$}  "), self.theme.number));
        let alone = share_of(share.alone, self.most, self.bar);
        let all = share_of(share.all, self.most, self.bar);
        line.push(run(&bar(alone), self.theme.axis));
        let rest = all.div_ceil(8).saturating_sub(alone.div_ceil(8));
        line.push(run(&"░".repeat(rest), self.theme.axis_soft));
        line
    }
}
