//! The event's date: the words that it was read from, step by step, and what a turned publication date made of it.

use super::Page;
use crate::model::{Claim, Date, Event, Reading, phrase};
use crate::store::EventIx;

/// A date in words and as the file has it.
fn told(date: Option<&str>) -> String {
    let parsed = date.and_then(|date| Some((date, Date::parse(date).ok()?)));
    parsed.map_or_else(
        || "without a date".to_owned(),
        |(date, parsed)| format!("{} ({date})", phrase(&parsed)),
    )
}

impl Page<'_> {
    pub(super) fn date(&mut self, place: EventIx, event: &Event) {
        self.gap();
        let Some(claim) = event.leading_claim() else {
            self.text("no date, and no claim", self.theme.date, 0, None);
            return;
        };
        self.turned(event);
        self.claim_date(claim, 0);
        if self.state.store.is_disputed(place) {
            self.text(
                "≠ the claims give it different dates",
                self.theme.warning,
                0,
                None,
            );
        }
    }

    /// What a turned publication date made of the event's date.
    fn turned(&mut self, event: &Event) {
        let turned = &self.state.turned;
        let text = match (turned.date_before(&event.id), turned.stays(&event.id)) {
            (Some(before), _) => format!(
                "Δ changed with the publication date; it was {}",
                told(before)
            ),
            (None, Some(why)) => {
                format!("it stays although the publication date was turned: {why}")
            }
            (None, None) if turned.is_new(&event.id) => {
                "Δ new with the publication date that was turned".to_owned()
            }
            (None, None) => return,
        };
        self.text(&text, self.theme.warning, 0, None);
    }

    /// A claim's date, the words it was read from, and why.
    pub(super) fn claim_date(&mut self, claim: &Claim, indent: usize) {
        let theme = self.theme;
        let date = claim.date.as_deref();
        let parsed = date.and_then(|date| Date::parse(date).ok());
        let (Some(date), Some(parsed)) = (date, parsed) else {
            self.text("no date", theme.date, indent, None);
            self.remarks(claim, indent + 2);
            return;
        };
        let words = phrase(&parsed);
        let notation = if words == date {
            String::new()
        } else {
            format!("  {date}")
        };
        self.text(&format!("{words}{notation}"), theme.date, indent, None);
        let reasoning = self.state.store.reasoning(claim);
        for (place, step) in reasoning.steps.iter().enumerate() {
            let words: Vec<String> = step
                .words
                .iter()
                .map(|words| format!("“{words}”"))
                .collect();
            let words = words.join(" + ");
            let reading = step.reading.map_or("", Reading::word);
            let text = match (words.is_empty(), step.relation.is_empty()) {
                (true, true) if reading.is_empty() => "no words are linked to this date".to_owned(),
                (true, true) => reading.to_owned(),
                (true, false) => format!("{}, {reading}", step.relation),
                (false, true) => format!("from {words}, {reading}"),
                (false, false) => format!("{}: {words}, {reading}", step.relation),
            };
            let text = text.trim_end_matches(", ");
            let text = if place == 0 {
                text.to_owned()
            } else {
                format!("└ {text}")
            };
            self.text(&text, theme.detail, indent + 2 + 2 * place.min(4), None);
        }
        if reasoning.rests_on_inferred {
            let source = self
                .state
                .store
                .find_source(&claim.source)
                .and_then(|source| self.state.store.source(source));
            let published = source.as_ref();
            let published = published
                .and_then(|source| source.published.as_deref())
                .unwrap_or("?");
            let text = format!(
                "* its year is inferred: it rests on the publication date {published}, which the text does not state"
            );
            self.text(&text, theme.caution, indent + 2, None);
        }
        self.remarks(claim, indent + 2);
    }

    pub(super) fn remarks(&mut self, claim: &Claim, indent: usize) {
        let mut facts: Vec<String> = Vec::new();
        if let Some(timex) = &claim.timex {
            let modifier = claim
                .modifier
                .map_or_else(String::new, |modifier| format!(" {}", modifier.word()));
            facts.push(format!("TIMEX3 {timex}{modifier}"));
        }
        facts.extend(claim.by.as_ref().map(|by| format!("by {by}")));
        facts.extend(claim.confidence.map(|sure| format!("confidence {sure}")));
        if !facts.is_empty() {
            self.text(&facts.join(" · "), self.theme.faint, indent, None);
        }
        if let Some(note) = &claim.note {
            self.text(&format!("note: {note}"), self.theme.faint, indent, None);
        }
    }
}
