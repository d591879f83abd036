//! The dates of an article, each with what it is for: a date of something that happens, of words said, or one that something
//! else is compared with.

use super::material::Material;
use super::uses::{DateUse, date_use};
use crate::extract::reading::Flags;
use crate::extract::times::{Timex, TimexKind};
use crate::model::{Bounds, bounds_of};

/// A date and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    /// EDTF, by the day.
    pub(super) date: String,
    pub(super) bounds: Bounds,
    /// The expressions that give it, by their places among the timexes; never empty.
    pub(super) times: Vec<usize>,
    pub(super) sentence: usize,
    pub(super) use_: DateUse,
    /// The date of the event that it counts from, where a rule concluded it from that one: the first expression that gives it.
    pub(super) counts_from: Option<usize>,
    /// The words behind the length of time and its link tell of it (`sehari setelah Pentagon …`), and not those around them.
    pub(super) behind_link: bool,
}

impl Dated {
    pub(super) fn first_time(&self) -> usize {
        self.times.first().copied().unwrap_or(usize::MAX)
    }
}

/// All dates in the order of the text.
pub(super) fn dates(material: &Material<'_>) -> Vec<Dated> {
    let mut found: Vec<Dated> = Vec::new();
    for (place, timex) in material.found.times.iter().enumerate() {
        let Some(one) = dated(material, place, timex) else {
            continue;
        };
        match found.last_mut() {
            Some(last) if lasts_until(material, last, timex) => stretch(last, one),
            _ => found.push(one),
        }
    }
    for one in &mut found {
        one.use_ = date_use(material, one);
    }
    found
}

fn dated(material: &Material<'_>, place: usize, timex: &Timex) -> Option<Dated> {
    if !matches!(timex.kind, TimexKind::Date | TimexKind::Time) {
        return None;
    }
    let sentence = material.sentence_at(timex.range.start)?;
    if material.is_subheading(sentence) {
        return None;
    }
    // An event is dated by the day: its clock times are read with its words.
    let date = timex.edtf.as_deref()?.split('T').next()?.to_owned();
    let date = before(material, sentence, timex, &date).unwrap_or(date);
    Some(Dated {
        bounds: bounds_of(&date)?,
        date,
        times: vec![place],
        sentence,
        use_: DateUse::Event,
        counts_from: None,
        behind_link: false,
    })
}

/// The open date of what happens before a date (`sebelum 1991`): on no day that the words name.
fn before(material: &Material<'_>, sentence: usize, timex: &Timex, date: &str) -> Option<String> {
    let words = material.words_before(sentence, timex.range.start);
    let link = words.iter().rev().find(|word| word.is(Flags::WORD))?;
    let first = bounds_of(date)?.earliest;
    // `shortly before midnight on March 6` is on that day still.
    let clock = timex.kind == TimexKind::Time && timex.edtf.as_deref()?.contains('T');
    let is_before = material.rules.before.has(link.hash) && !clock;
    is_before.then(|| format!("[..{}]", first.plus(-1)))
}

/// Whether nothing but a word like `hingga` stands between a date and the next one, or the two are the ends of `antara … dan …`.
fn lasts_until(material: &Material<'_>, last: &Dated, next: &Timex) -> bool {
    let times = material.found.times;
    let Some(timex) = last.times.last().and_then(|place| times.get(*place)) else {
        return false;
    };
    let between = timex.range.end..next.range.start;
    let words = material.words_in(last.sentence, &between);
    let mut telling = words.iter().filter(|word| word.is(Flags::WORD));
    let first = telling.next();
    let opens = || {
        let before = material.words_before(last.sentence, timex.range.start);
        before
            .last()
            .is_some_and(|word| material.rules.between.has(word.hash))
    };
    let rules = material.rules;
    first.is_some_and(|word| rules.until.has(word.hash) || rules.and.has(word.hash) && opens())
        && telling.next().is_none()
        && words.len() <= 2
}

fn stretch(first: &mut Dated, last: Dated) {
    let plain = |date: &str| !date.contains(['/', '[', 'X', '~', '?', '%']);
    if last.bounds.latest <= first.bounds.latest {
        return;
    }
    let date = match plain(&first.date) && plain(&last.date) {
        true => format!("{}/{}", first.date, last.date),
        false => format!("{}/{}", first.bounds.earliest, last.bounds.latest),
    };
    if let Some(bounds) = bounds_of(&date) {
        first.bounds = bounds;
        first.date = date;
        first.times.extend(last.times);
    }
}
