//! What came of turned publication dates: which sources, which events, from what. How they are turned is in `turning`.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::model::{Day, Event, Timeline};
use crate::store::SourceIx;

/// Publication dates as the user turned them, against the timeline as it was opened.
#[derive(Debug, Clone, Default)]
pub struct Turned {
    /// The timeline as it was opened; nothing before the first turn.
    pub(super) opened: Option<Rc<Timeline>>,
    /// The sources that have another day now.
    pub(super) days: BTreeMap<u32, Day>,
    /// Events whose date is another one now, by id: the date that they had.
    changed: BTreeMap<String, Option<String>>,
    /// Events whose date rests on a day that was turned but did not follow, by id, and why.
    pub(super) stays: BTreeMap<String, &'static str>,
    /// Events that were not there before, by id.
    new: Vec<String>,
    /// How many are not there any more.
    gone: usize,
}

impl Turned {
    /// Whether every source has the day with which it was opened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// Whether a source has another day than the one with which it was opened.
    #[must_use]
    pub fn has(&self, source: SourceIx) -> bool {
        self.days.contains_key(&source.0)
    }

    /// The publication date with which a source was opened.
    #[must_use]
    pub fn published_before(&self, source: SourceIx) -> Option<&str> {
        let source = self.opened.as_ref()?.sources.get(source.at())?;
        source.published.as_deref()
    }

    /// The date that an event, by its id, had, if it is another one now; within, `None` stands for no date.
    #[must_use]
    pub fn date_before(&self, event: &str) -> Option<Option<&str>> {
        self.changed.get(event).map(Option::as_deref)
    }

    /// Whether an event, by its id, was not there before.
    #[must_use]
    pub fn is_new(&self, event: &str) -> bool {
        self.new.iter().any(|new| new == event)
    }

    /// Why the date of an event, by its id, did not follow.
    #[must_use]
    pub fn stays(&self, event: &str) -> Option<&'static str> {
        self.stays.get(event).copied()
    }

    /// How many events have another date now.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.changed.len()
    }

    /// What became of the events, in words: `3 dates changed, 1 stays`.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts = vec![match self.changed.len() {
            0 => "no date changes".to_owned(),
            1 => "1 date changes".to_owned(),
            several => format!("{several} dates change"),
        }];
        let counted = [
            (self.stays.len(), "cannot follow"),
            (self.new.len(), "new"),
            (self.gone, "gone"),
        ];
        for (number, word) in counted {
            if number > 0 {
                parts.push(format!("{number} {word}"));
            }
        }
        parts.join(", ")
    }

    /// What these days make of the timeline that was opened.
    pub(super) fn of(
        opened: Rc<Timeline>,
        days: BTreeMap<u32, Day>,
        stays: BTreeMap<String, &'static str>,
        now: &Timeline,
    ) -> Self {
        let mut turned = Self {
            days,
            stays,
            ..Self::default()
        };
        turned.compare(&opened, now);
        turned.opened = Some(opened);
        turned
    }

    fn compare(&mut self, opened: &Timeline, now: &Timeline) {
        let date = |event: &Event| event.leading_claim().and_then(|claim| claim.date.clone());
        let mut before: BTreeMap<&str, Option<String>> = opened
            .events
            .iter()
            .map(|event| (event.id.as_str(), date(event)))
            .collect();
        for event in &now.events {
            match before.remove(event.id.as_str()) {
                None => self.new.push(event.id.clone()),
                Some(old) if old != date(event) => {
                    self.changed.insert(event.id.clone(), old);
                }
                Some(_) => {}
            }
        }
        self.gone = before.len();
    }
}
