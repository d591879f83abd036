//! One ladder of attribution as a line: whose words, who said them, through which outlet, where they were read.

use crate::model::{Claim, Stance};
use crate::store::Rung;
use crate::text::{SafeText, truncate, width};

use super::super::paint::{Line, Run, label, line_width};
use super::super::theme::Theme;

/// Between two rungs: the words went this way.
const TO: &str = " → ";

/// Draws a ladder in so many cells. Names that do not fit are cut, the longest first; the mouth stands out.
pub(super) fn line(ladder: &[Rung], claim: &Claim, theme: &Theme, room: usize) -> Line {
    let denies = claim.stance == Some(Stance::Denies);
    let mut line = Line::new();
    if denies {
        line.push(label("✗ denied: ", theme.warning));
    }
    let says_itself = claim.said_by.is_none() && claim.via.is_none();
    let names: Vec<SafeText> = ladder
        .iter()
        .map(|rung| SafeText::new(&rung.name))
        .collect();
    let between = width(TO) * names.len().saturating_sub(1);
    let left = room.saturating_sub(line_width(&line) + between);
    let widths: Vec<usize> = names.iter().map(|name| width(name.as_str())).collect();
    let most = widest(&widths, left);
    for (place, (rung, name)) in ladder.iter().zip(&names).enumerate() {
        if place > 0 {
            line.push(label(TO, theme.faint));
        }
        let style = if rung.is_mouth {
            theme.title
        } else {
            theme.detail
        };
        line.push(Run {
            text: truncate(name, most),
            style,
        });
    }
    if says_itself {
        let aside = label(" in its own words", theme.faint);
        if line_width(&line) + width(aside.text.as_str()) <= room {
            line.push(aside);
        }
    }
    line
}

/// The width that no name may exceed if all are to fit into so many cells: as large as it can be, and at least a few cells.
fn widest(widths: &[usize], room: usize) -> usize {
    const LEAST: usize = 4;
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    let mut left = room;
    for (place, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - place);
        if *width > share {
            return share.max(LEAST);
        }
        left -= width;
    }
    usize::MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_names_give_way_first_and_no_cell_is_wasted() {
        assert_eq!(widest(&[5, 20, 12], 40), usize::MAX);
        assert_eq!(widest(&[5, 20, 12], 30), 13);
        assert_eq!(widest(&[5, 20, 12], 20), 7);
        assert_eq!(widest(&[5, 20, 12], 0), 4);
        assert_eq!(widest(&[], 0), usize::MAX);
    }
}
