//! The date of the event that an article is about.

use super::dated::Dated;
use super::material::Material;
use super::uses::DateUse;
use crate::extract::structure::SpanKind;
use crate::model::Bounds;

/// Sentences at the head of an article that tell what it is about.
const LEAD: usize = 3;

/// The headline and the first sentences.
pub(super) fn lead(material: &Material<'_>) -> Vec<usize> {
    let mut sentences = 0;
    (0..material.found.spans.len())
        .filter(|place| material.tells(*place))
        .take_while(|place| {
            sentences += usize::from(material.kind(*place) == Some(SpanKind::Sentence));
            sentences <= LEAD
        })
        .collect()
}

/// The place among the dates of the one that dates the main event: a day in the lead that something happens on, else one in the
/// lead on which words were said, else the first such day of the article that is not later than its publication; where all are
/// later or less exact, the first of the lead.
pub(super) fn main_date(material: &Material<'_>, dates: &[Dated], lead: &[usize]) -> Option<usize> {
    let published = material.found.published;
    let past_day = |dated: &Dated| {
        dated.bounds.is_one_day() && published.is_none_or(|day| dated.bounds.earliest <= day)
    };
    let leads = |dated: &Dated| lead.contains(&dated.sentence);
    let happens = |dated: &Dated| dated.use_ == DateUse::Event;
    let said = |dated: &Dated| dated.use_ == DateUse::Saying;
    let find = |test: &dyn Fn(&Dated) -> bool| dates.iter().position(test);
    find(&|one| leads(one) && past_day(one) && happens(one))
        .or_else(|| find(&|one| leads(one) && past_day(one) && said(one)))
        .or_else(|| find(&|one| past_day(one) && (happens(one) || said(one))))
        .or_else(|| find(&|one| leads(one) && happens(one)))
        .or_else(|| find(&|one| happens(one)))
}

/// Whether a date is the main one.
pub(super) fn is_main(dated: &Dated, main: Option<&(String, Bounds)>) -> bool {
    main.is_some_and(|(date, _)| *date == dated.date)
}
