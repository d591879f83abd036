//! Decides for every character of a text how it may be shown, by its neighbours. The tables are in `safe_rules`,
//! the type that carries the outcome is in `safe`.

use unicode_segmentation::UnicodeSegmentation;

use super::safe_rules::{
    Class, class, is_hangul, is_ideograph, is_modifier, is_mongolian, is_pictograph, mark_limit,
    needs_joiners, plain, takes_modifier, takes_presentation,
};
use super::width::grapheme_width;

/// How one character is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is.
    AsIs,
    /// Behind a dotted circle, because it is a mark without a base.
    Circled,
    /// As a visible marker in its stead.
    Marked,
}

/// Elements of an emoji ZWJ sequence; none in use has more than four.
const ELEMENTS: usize = 8;

/// Cells of the widest cluster that is still text: conjuncts stay below, runs that would fill the screen do not.
const CELLS: usize = 8;

/// Rounds of looking at the outcome again; texts that are not made to defeat it need one or two.
const ROUNDS: usize = 8;

/// The characters of `source` and how each is shown. `lines`: a line feed is text.
pub(super) fn scan(source: &str, lines: bool) -> Vec<(char, Shown)> {
    let mut chars: Vec<(char, Shown)> = source.chars().map(|c| (c, Shown::AsIs)).collect();
    let mut forced = vec![false; chars.len()];
    for _ in 0..ROUNDS {
        decide(&mut chars, &forced, lines);
        if !force_undrawable(&chars, &mut forced) {
            return chars;
        }
    }
    for (c, shown) in &mut chars {
        let text = plain(*c) || (lines && *c == '\n');
        *shown = if text { Shown::AsIs } else { Shown::Marked };
    }
    chars
}

/// Appends what stands on the screen for a character.
pub(super) fn show(c: char, shown: Shown, out: &mut String) {
    match (shown, u32::from(c)) {
        (Shown::AsIs, _) => out.push(c),
        (Shown::Circled, _) => out.extend(['\u{25cc}', c]),
        (Shown::Marked, 0x7f) => out.push('\u{2421}'),
        (Shown::Marked, code @ 0..=0x1f) => {
            out.push(char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'));
        }
        (Shown::Marked, code) => out.push_str(&format!("<U+{code:04X}>")),
    }
}

/// What the next character can lean on.
#[derive(Debug, Clone, Copy, Default)]
struct Lean {
    /// The base of the cluster and the marks on it so far.
    base: Option<(char, usize)>,
    /// The base's script needs joiners.
    joins: bool,
    /// The character before, if it is shown as it is.
    last: Option<char>,
}

fn decide(chars: &mut [(char, Shown)], forced: &[bool], lines: bool) {
    let mut lean = Lean::default();
    let mut sequence = 0_usize;
    for at in 0..chars.len() {
        let Some(c) = seen(chars, forced, at) else {
            return;
        };
        if sequence == 0 {
            sequence = sequence_length(|ahead| seen(chars, forced, at + ahead));
        }
        let shown = if sequence > 0 {
            sequence -= 1;
            lean = Lean {
                base: Some((c, 0)),
                joins: false,
                last: None,
            };
            Shown::AsIs
        } else if forced.get(at).copied().unwrap_or_default() {
            lean = Lean::default();
            Shown::Marked
        } else if lines && c == '\n' {
            lean = Lean::default();
            Shown::AsIs
        } else {
            let next = seen(chars, forced, at + 1);
            lean.step(c, next)
        };
        if let Some(slot) = chars.get_mut(at) {
            slot.1 = shown;
        }
    }
}

/// The character as its neighbours see it: a forced one is only the first character of its marker.
fn seen(chars: &[(char, Shown)], forced: &[bool], at: usize) -> Option<char> {
    let (c, _) = chars.get(at)?;
    Some(if *forced.get(at)? { '<' } else { *c })
}

impl Lean {
    fn step(&mut self, c: char, next: Option<char>) -> Shown {
        let class = class(c);
        let leans = match class {
            Class::Text => {
                let joins = !plain(c) && c.is_alphanumeric() && needs_joiners(c);
                *self = Self {
                    base: Some((c, 0)),
                    joins,
                    last: Some(c),
                };
                return Shown::AsIs;
            }
            Class::Space => {
                *self = Self::default();
                return Shown::AsIs;
            }
            Class::Mark => return self.mark(c),
            Class::Jamo if self.base.is_some_and(|(base, _)| is_hangul(base)) => {
                return self.mark(c);
            }
            Class::Jamo => false,
            Class::Joiner => self.allows_joiner(next),
            Class::Presentation => self.last.is_some_and(takes_presentation),
            Class::Ideographic => self.last.is_some_and(is_ideograph),
            Class::Mongolian => self.last.is_some_and(is_mongolian),
            Class::Hidden => false,
        };
        if leans {
            self.last = Some(c);
            return Shown::AsIs;
        }
        *self = Self::default();
        Shown::Marked
    }

    fn mark(&mut self, c: char) -> Shown {
        match &mut self.base {
            None => {
                *self = Self {
                    base: Some(('\u{25cc}', 1)),
                    joins: false,
                    last: Some(c),
                };
                Shown::Circled
            }
            Some((base, marks)) if *marks < 3 || *marks < mark_limit(*base, c) => {
                *marks += 1;
                self.last = Some(c);
                Shown::AsIs
            }
            // The base stays: the marks that follow are further marks on it, not marks without a base.
            Some(_) => {
                self.last = None;
                Shown::Marked
            }
        }
    }

    /// Between letters or marks of scripts that need joiners.
    fn allows_joiner(&self, next: Option<char>) -> bool {
        let (Some((base, marks)), Some(last), Some(next)) = (self.base, self.last, next) else {
            return false;
        };
        self.joins
            && class(last) != Class::Joiner
            && match class(next) {
                Class::Text => next.is_alphanumeric() && needs_joiners(next),
                Class::Mark => marks < mark_limit(base, next),
                _ => false,
            }
    }
}

/// Length in characters of an emoji ZWJ sequence (UTS #51, ED-16) or a subdivision flag (ED-14a) that starts here,
/// else 0. Other emoji sequences hold nothing that needs leave.
fn sequence_length(at: impl Fn(usize) -> Option<char>) -> usize {
    let (Some(first), Some(second)) = (at(0), at(1)) else {
        return 0;
    };
    if first.is_ascii() || (!is_modifier(second) && class(second) == Class::Text) {
        return 0;
    }
    if first == '\u{1f3f4}' && tag(second).is_some() {
        return flag_length(at);
    }
    let Some(mut length) = element_length(&at, 0) else {
        return 0;
    };
    let mut elements = 1;
    while elements < ELEMENTS && at(length) == Some('\u{200d}') {
        let Some(element) = element_length(&at, length + 1) else {
            break;
        };
        length += 1 + element;
        elements += 1;
    }
    if elements > 1 { length } else { 0 }
}

fn element_length(at: &impl Fn(usize) -> Option<char>, start: usize) -> Option<usize> {
    let first = at(start).filter(|c| is_pictograph(*c))?;
    Some(match at(start + 1) {
        Some('\u{fe0f}') => 2,
        Some(second) if is_modifier(second) && takes_modifier(first) => 2,
        _ => 1,
    })
}

/// The ASCII character that a tag character stands for.
fn tag(c: char) -> Option<char> {
    let code = u32::from(c).checked_sub(0xe_0000)?;
    char::from_u32(code).filter(|c| matches!(c, ' '..='\u{7f}'))
}

/// A black flag, a region (two letters or three digits), a subdivision (one to four letters or digits), a cancel tag.
fn flag_length(at: impl Fn(usize) -> Option<char>) -> usize {
    let spec: Vec<char> = (1..=7)
        .map_while(|ahead| at(ahead).and_then(tag))
        .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        .collect();
    let region = match spec.first() {
        Some(c) if c.is_ascii_digit() => 3,
        _ => 2,
    };
    let (head, rest) = spec.split_at_checked(region).unwrap_or_default();
    let digits = head.iter().filter(|c| c.is_ascii_digit()).count();
    let valid = (digits == 0 || digits == 3) && (1..=4).contains(&rest.len());
    let closed = at(spec.len() + 1) == Some('\u{e007f}');
    if valid && closed { spec.len() + 2 } else { 0 }
}

/// Finds clusters that a terminal would not draw (zero cells) or that would fill it, and forces their characters into
/// the open. Answers whether there were any.
fn force_undrawable(chars: &[(char, Shown)], forced: &mut [bool]) -> bool {
    let mut text = String::with_capacity(chars.len());
    let starts: Vec<usize> = chars
        .iter()
        .map(|(c, shown)| {
            let start = text.len();
            show(*c, *shown, &mut text);
            start
        })
        .collect();
    let mut found = false;
    let mut next = 0;
    for (from, grapheme) in text.grapheme_indices(true) {
        // A cluster may begin inside what is shown for a character: behind its dotted circle.
        let begins = starts.get(next) == Some(&from);
        let first = if begins { next } else { next.saturating_sub(1) };
        while starts
            .get(next)
            .is_some_and(|start| *start < from + grapheme.len())
        {
            next += 1;
        }
        if grapheme.len() == 1 {
            continue;
        }
        let cells = grapheme_width(grapheme);
        // The first character of a cluster that is too wide is innocent of what follows it.
        let keep = match cells {
            0 => first,
            1..=CELLS => continue,
            _ => first + 1,
        };
        for slot in forced.get_mut(keep..next).unwrap_or_default() {
            found |= !*slot;
            *slot = true;
        }
    }
    found
}
