//! The dates of an article, each with what it is for: a date of something that happens, of words said, or one that something
//! else is compared with.

use std::borrow::Cow;

use super::material::Material;
use super::uses::{DateUse, date_use};
use crate::extract::reading::Flags;
use crate::extract::times::{Timex, TimexKind};
use crate::model::{Bounds, bounds_of};

/// A date and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Dated<'a> {
    /// EDTF, by the day.
    pub(super) date: Cow<'a, str>,
    pub(super) bounds: Bounds,
    /// The first expression that gives it, by its place among the timexes.
    pub(super) time: usize,
    /// The other ones, in their order.
    pub(super) further: Vec<usize>,
    pub(super) sentence: usize,
    pub(super) use_: DateUse,
    /// The date of the event that it counts from, where a rule concluded it from that one: the first expression that gives it.
    pub(super) counts_from: Option<usize>,
    /// The words behind the length of time and its link tell of it (`sehari setelah Pentagon …`), and not those around them.
    pub(super) behind_link: bool,
}

impl Dated<'_> {
    /// The expressions that give it.
    pub(super) fn times(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.time).chain(self.further.iter().copied())
    }

    pub(super) fn last_time(&self) -> usize {
        self.further.last().copied().unwrap_or(self.time)
    }
}

/// All dates in the order of the text.
pub(super) fn dates<'a>(material: &Material<'a>) -> Vec<Dated<'a>> {
    let mut found: Vec<Dated<'a>> = Vec::new();
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

fn dated<'a>(material: &Material<'_>, place: usize, timex: &'a Timex) -> Option<Dated<'a>> {
    if !matches!(timex.kind, TimexKind::Date | TimexKind::Time) {
        return None;
    }
    let sentence = material.sentence_at(timex.range.start)?;
    if material.is_subheading(sentence) {
        return None;
    }
    // An event is dated by the day: its clock times are read with its words.
    let date = timex.edtf.as_deref()?.split('T').next()?;
    let open = before(material, sentence, timex, date);
    let date = open.map_or(Cow::Borrowed(date), Cow::Owned);
    Some(Dated {
        bounds: bounds_of(&date)?,
        date,
        time: place,
        further: Vec::new(),
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
    if !material.rules.before.has(link.hash) {
        return None;
    }
    let first = bounds_of(date)?.earliest;
    // `shortly before midnight on March 6` is on that day still.
    let clock = timex.kind == TimexKind::Time && timex.edtf.as_deref()?.contains('T');
    (!clock).then(|| format!("[..{}]", first.plus(-1)))
}

/// Whether nothing but a word like `hingga` stands between a date and the next one, or the two are the ends of `antara … dan …`.
fn lasts_until(material: &Material<'_>, last: &Dated<'_>, next: &Timex) -> bool {
    let times = material.found.times;
    let Some(timex) = times.get(last.last_time()) else {
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

fn stretch(first: &mut Dated<'_>, last: Dated<'_>) {
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
        first.date = Cow::Owned(date);
        first.further.extend(last.times());
    }
}
