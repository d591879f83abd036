//! The day on which an article was published, which every relative date rests on: given, declared, or read off the text. Finding
//! the dates of a text is not done here, and the day on which the program runs has no say.

use std::ops::Range;

use super::pack::StructurePack;
use super::structure::{SpanKind, Structure};
use crate::model::Day;

/// Sentences at the head of an article in which its day is looked for.
const LEAD_SENTENCES: usize = 6;

/// A date that the text holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateCandidate {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The day that it names; `None` if it is less exact than a day or needs another date to be known.
    pub day: Option<Day>,
    /// A weekday stands with it, as outlets write the day of the news.
    pub has_weekday: bool,
}

/// Where the day of publication comes from, from the surest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishedBy {
    /// The user.
    Given,
    /// The file's metadata.
    Metadata,
    /// A date in the dateline.
    Dateline,
    /// The first date with its weekday in the lead that speaks of no plan: the article may be a day or two younger.
    Lead,
}

impl PublishedBy {
    /// Its name in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Metadata => "metadata",
            Self::Dateline => "dateline",
            Self::Lead => "lead",
        }
    }
}

/// The day of publication and how it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The day.
    pub day: Day,
    /// Where it comes from.
    pub by: PublishedBy,
    /// The words that it was read from, in bytes of the text.
    pub range: Option<Range<usize>>,
}

impl Published {
    /// Whether it was read off the news itself and is to be marked as inferred.
    #[must_use]
    pub fn is_inferred(&self) -> bool {
        self.by == PublishedBy::Lead
    }
}

/// The day of publication of a text: the given one, else that of the metadata, else that in the dateline, else the first day in
/// the lead that stands with its weekday and is not governed by a plan. `None` where nothing of that is known.
///
/// A plan governs a date if one of the pack's words for plans stands before it in its sentence. Dates in boilerplate do not
/// count. `candidates` are in the order of the text.
#[must_use]
pub fn infer_published(
    given: Option<Day>,
    metadata: Option<Day>,
    text: &str,
    structure: &Structure,
    candidates: &[DateCandidate],
    pack: &StructurePack,
) -> Option<Published> {
    let known = [
        (given, PublishedBy::Given),
        (metadata, PublishedBy::Metadata),
    ];
    let known = known.into_iter().find_map(|(day, by)| Some((day?, by)));
    if let Some((day, by)) = known {
        return Some(Published {
            day,
            by,
            range: None,
        });
    }
    let within = |range: Range<usize>| {
        let first = candidates.partition_point(|candidate| candidate.range.start < range.start);
        let inside = candidates.get(first..).unwrap_or_default().iter();
        inside.take_while(move |candidate| candidate.range.end <= range.end)
    };
    let found = |candidate: &DateCandidate, by: PublishedBy| {
        let range = Some(candidate.range.clone());
        candidate.day.map(|day| Published { day, by, range })
    };
    let dateline = structure.dateline.clone();
    let dateline = dateline.and_then(|dateline| {
        within(dateline).find_map(|candidate| found(candidate, PublishedBy::Dateline))
    });
    if dateline.is_some() {
        return dateline;
    }
    let sentences = structure.spans.iter();
    let mut lead = sentences
        .filter(|span| span.kind == SpanKind::Sentence)
        .take(LEAD_SENTENCES);
    lead.find_map(|sentence| {
        let dates = within(sentence.range.clone()).filter(|candidate| candidate.has_weekday);
        let mut past = dates.filter(|candidate| {
            let before = text.get(sentence.range.start..candidate.range.start);
            !is_planned(before.unwrap_or_default(), pack)
        });
        past.find_map(|candidate| found(candidate, PublishedBy::Lead))
    })
}

/// Whether the words before a date in its sentence speak of a plan.
fn is_planned(before: &str, pack: &StructurePack) -> bool {
    let words: Vec<String> = before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    pack.plans.iter().any(|plan| {
        let plan: Vec<&str> = plan.split_whitespace().collect();
        !plan.is_empty()
            && words
                .windows(plan.len())
                .any(|window| window == plan.as_slice())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Pack, StructureRules, structure};

    fn day(day: u8) -> Day {
        Day::from_ymd(2025, 6, day).unwrap()
    }

    /// Every `[n]` of the text stands for the n-th of June 2025 with its weekday, every `<n>` for one without.
    fn inferred(
        text: &str,
        given: Option<Day>,
        metadata: Option<Day>,
    ) -> Option<(Day, PublishedBy)> {
        let pack = Pack::built_in("id").unwrap().structure;
        let mut candidates = Vec::new();
        for (at, open) in text.match_indices(['[', '<']) {
            let close = at + text[at..].find([']', '>']).unwrap();
            candidates.push(DateCandidate {
                range: at..close + 1,
                day: Some(day(text[at + 1..close].parse().unwrap())),
                has_weekday: open == "[",
            });
        }
        let built = structure(text, &StructureRules::new(&pack));
        let found = infer_published(given, metadata, text, &built, &candidates, &pack)?;
        Some((found.day, found.by))
    }

    #[test]
    fn what_is_given_or_declared_comes_first() {
        let text = "Judul\nIa pulang pada hari [3] sore.";
        assert_eq!(
            inferred(text, Some(day(9)), Some(day(8))),
            Some((day(9), PublishedBy::Given))
        );
        assert_eq!(
            inferred(text, None, Some(day(8))),
            Some((day(8), PublishedBy::Metadata))
        );
        assert_eq!(
            inferred(text, None, None),
            Some((day(3), PublishedBy::Lead))
        );
    }

    #[test]
    fn a_date_in_the_dateline_comes_before_the_lead() {
        let text = "Judul Berita\nKOTA SOLO, <5> - Ia pulang pada hari [3] sore.";
        assert_eq!(
            inferred(text, None, None),
            Some((day(5), PublishedBy::Dateline))
        );
    }

    #[test]
    fn the_lead_counts_where_it_speaks_of_no_plan_and_names_the_weekday() {
        let text = "Judul\nPasar akan dibuka pada [20]. Gedung lama dari <1> runtuh, kata wali kota, [4]. Ia pulang [5].";
        assert_eq!(
            inferred(text, None, None),
            Some((day(4), PublishedBy::Lead))
        );
        let planned = "Judul\nPasar akan dibuka pada [20]. Lomba dijadwalkan mulai [21].";
        assert_eq!(inferred(planned, None, None), None);
    }

    #[test]
    fn dates_beside_the_article_do_not_count() {
        let text = "Judul\nIa pulang.\nBaca juga: Ia Tiba Kembali di Solo pada [9]\nIa menetap.";
        assert_eq!(inferred(text, None, None), None);
        assert_eq!(inferred("Judul\nIa pulang.", None, None), None);
    }
}
