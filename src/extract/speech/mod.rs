//! Who says what: direct speech with its speakers, and claims with those who make, relay and publish them. Whom names mean
//! is in `names`.

mod attribution;
mod bearing;
mod cues;
mod found;
mod naming;
mod speakers;
mod thread;

use std::ops::Range;

use super::names::{ActorKind, FoundActor, Mention};
use super::reading::Words;

/// Direct speech. Ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// From the opening to the closing mark, both included; one that never closes ends before its verb of saying or with
    /// its paragraph.
    pub range: Range<usize>,
    /// Who speaks, by the place among the actors; `None` if the text does not say.
    pub speaker: Option<usize>,
    /// The verb of saying.
    pub cue: Option<Range<usize>>,
}

/// Who stands behind a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// The sentence, by its place among the sentences.
    pub sentence: usize,
    /// Who said it, by the place among the actors.
    pub said_by: Option<usize>,
    /// Whose words they passed on.
    pub relaying: Option<usize>,
    /// The outlet through which the text has it, verbatim.
    pub via: Option<String>,
}

/// The direct speech of a text, in order. Titles and words in doubtful marks, without a verb of saying, are none.
#[must_use]
pub fn quotes(words: &Words<'_>, actors: &[FoundActor]) -> Vec<Quote> {
    found::quotes(words, &speakers::Speakers::new(words, actors))
}

/// Who says, relays and publishes what, for each sentence that tells anything of it, in order.
#[must_use]
pub fn attributions(
    words: &Words<'_>,
    actors: &[FoundActor],
    quotes: &[Quote],
) -> Vec<Attribution> {
    let speakers = speakers::Speakers::new(words, actors);
    let mut claims = attribution::attributions(words, &speakers, quotes);
    let mut heard = vec![false; actors.len()];
    for speaker in quotes.iter().filter_map(|quote| quote.speaker) {
        if let Some(heard) = heard.get_mut(speaker) {
            *heard = true;
        }
    }
    let speaks = |actor: &usize| {
        let one = actors.get(*actor);
        heard.get(*actor) == Some(&true) || one.is_some_and(|one| may_speak(words, one))
    };
    for claim in &mut claims {
        claim.said_by = claim.said_by.filter(speaks);
    }
    claims
        .retain(|claim| claim.said_by.is_some() || claim.relaying.is_some() || claim.via.is_some());
    claims
}

/// Whether a name that no quote is attributed to may stand for somebody who speaks: no place but a state, and nothing of which
/// only upper-case letters tell what it is.
fn may_speak(words: &Words<'_>, one: &FoundActor) -> bool {
    let is_state = |mention: &Mention| {
        let first = words
            .list
            .partition_point(|word| (word.start as usize) < mention.range.start);
        words.at(first).is_some_and(|word| word.state > 0)
    };
    one.sure && (one.kind != ActorKind::Place || one.mentions.iter().any(is_state))
}

#[cfg(test)]
mod english_tests;
#[cfg(test)]
mod tests;
