//! What looks like a name and is nobody's: codes, units, degrees, the names of works, contests and measures, and what abbreviates
//! them.

use std::ops::Range;

use super::candidate::{Candidate, NO_ACTOR};
use super::segments::blank;
use crate::extract::reading::{Flags, List, Words};

/// Most bytes of the letters of a code.
const LONGEST_CODE: u32 = 3;

/// A stretch without the code at its end (`AirAsia QZ8501`, `Timnas U-17`, `Nomor 12/IV/2025`): a few upper-case letters to
/// which digits are glued, with a hyphen or a stroke or without.
pub(super) fn without_code(words: &Words<'_>, run: Range<usize>) -> Range<usize> {
    if run.is_empty() {
        return run;
    }
    let glued = |at: usize| words.at(at).filter(|word| !word.is(Flags::SPACED));
    let between = words.text_at(run.end);
    let last = run.end.checked_sub(1).and_then(|last| words.at(last));
    let code = last.is_some_and(|word| {
        word.end - word.start <= LONGEST_CODE
            && (word.is(Flags::UPPER) || word.end - word.start == 1 || between == "/")
            && !word.is(Flags::PHRASE.with(Flags::KNOWN_BODY).with(Flags::OUTLET))
    });
    let mark = matches!(between, "-" | "/") && glued(run.end).is_some();
    let digits = glued(run.end + usize::from(mark)).is_some_and(|word| word.is(Flags::NUMBER));
    // `4G Telkomsel`
    let before = run.start.checked_sub(1).and_then(|before| words.at(before));
    let unit = run.len() > 1
        && before.is_some_and(|word| word.is(Flags::NUMBER))
        && glued(run.start).is_some_and(|word| word.end - word.start == 1);
    let start = run.start + usize::from(unit);
    let end = run.end - usize::from(code && digits);
    start..end.max(start)
}

/// Whether a stretch of two words or more ends as the names of works, contests and measures do.
pub(super) fn is_thing(words: &Words<'_>, run: Range<usize>) -> bool {
    let last = run.end.checked_sub(1).and_then(|last| words.at(last));
    run.len() > 1 && last.is_some_and(|last| words.lexicon.has(List::ThingTails, last.hash))
}

/// What abbreviates the name of a thing, before or behind it in brackets, is nobody either.
pub(super) fn abbreviated_thing(words: &Words<'_>, run: Range<usize>, found: &mut Vec<Candidate>) {
    let opens = run
        .start
        .checked_sub(1)
        .filter(|open| words.text_at(*open) == "(");
    let short = found.last_mut().filter(|name| {
        let first = words.at(name.words.start);
        Some(name.words.end) == opens && first.is_some_and(|word| word.is(Flags::UPPER))
    });
    if let Some(short) = short {
        short.votes = NO_ACTOR;
    }
    if words.text_at(run.end) == "(" {
        let mut thing = blank(run);
        thing.votes = NO_ACTOR;
        found.push(thing);
    }
}

/// Where in a stretch the name of a body begins that an abbreviation of its initials follows (`Iran Human Rights (IHR)`).
pub(super) fn spelt_out(words: &Words<'_>, run: Range<usize>) -> Option<usize> {
    let short = words.at(run.end + 1).filter(|word| word.is(Flags::UPPER))?;
    if words.text_at(run.end) != "(" || words.text_at(run.end + 2) != ")" {
        return None;
    }
    let (run_start, run_end) = (run.start, run.end);
    let mut wanted = short.text(words.text).chars().rev().peekable();
    for place in run.rev() {
        let word = words.at(place)?;
        if !word.is(Flags::CAP) {
            continue;
        }
        if word.text(words.text).chars().next() != wanted.next() {
            return None;
        }
        if wanted.peek().is_none() {
            let list = words.slice(place..run_end).iter().map(|word| word.hash);
            let place_name = words
                .lexicon
                .phrase(list)
                .is_some_and(|(_, entry)| entry.flags.any(Flags::STATE.with(Flags::KNOWN_PLACE)));
            if place_name {
                return None;
            }
            let seat = place.checked_sub(1).and_then(|before| words.at(before));
            let seat = seat.is_some_and(|word| {
                word.is(Flags::CAP) && word.is(Flags::PLACE_HEAD.with(Flags::REGION))
            });
            if seat && place > run_start {
                return None;
            }
            return (!word.is(Flags::ROLE.with(Flags::RANK))).then_some(place);
        }
    }
    None
}

/// Whether what looks like a name is a unit, a degree or the abbreviation of a thing.
pub(super) fn is_letters(words: &Words<'_>, name: &Candidate) -> bool {
    abbreviates_noun(words, name) || is_degree(words, name) || is_unit(words, name)
}

/// Whether upper-case letters behind a number are a unit or what is counted (`1,3 juta WMT`).
fn is_unit(words: &Words<'_>, name: &Candidate) -> bool {
    let known = Flags::KNOWN_BODY
        .with(Flags::ORGANISATION)
        .with(Flags::STATE)
        .with(Flags::KNOWN_PLACE);
    let number = name.words.start.checked_sub(1).and_then(|at| words.at(at));
    let counted = number
        .is_some_and(|word| word.is(Flags::NUMBER.with(Flags::COUNT)) && !word.is(Flags::CAP));
    let letters = words.at(name.words.start);
    name.words.len() == 1
        && counted
        && letters.is_some_and(|word| word.is(Flags::UPPER) && !word.is(known))
}

/// Whether a single letter begins a degree (`S.Sos`).
fn is_degree(words: &Words<'_>, name: &Candidate) -> bool {
    let letter = words.at(name.words.start);
    let glued = |at: usize| words.at(at).filter(|word| !word.is(Flags::SPACED));
    name.words.len() == 1
        && letter.is_some_and(|word| word.end - word.start == 1)
        && words.text_at(name.words.end) == "."
        && glued(name.words.end + 1).is_some_and(|word| word.is(Flags::CAP))
}

/// What stands alone in brackets behind words in lower case with its initials abbreviates a thing
/// (`tempat pembuangan sampah (TPS)`), unless these are a body or people.
fn abbreviates_noun(words: &Words<'_>, name: &Candidate) -> bool {
    let Some(open) = name.words.start.checked_sub(1) else {
        return false;
    };
    let Some(short) = words
        .at(name.words.start)
        .filter(|word| word.is(Flags::UPPER))
    else {
        return false;
    };
    if name.words.len() != 1
        || words.text_at(open) != "("
        || words.text_at(name.words.end) != ")"
        || short.is(Flags::KNOWN_BODY
            .with(Flags::STATE)
            .with(Flags::KNOWN_PLACE))
    {
        return false;
    }
    let letters = short.text(words.text).to_lowercase();
    let Some(start) = open.checked_sub(letters.chars().count()) else {
        return false;
    };
    let list = words.slice(start..open);
    let actors = Flags::ORGANISATION.with(Flags::UNNAMED).with(Flags::ROLE);
    let spelt = letters.chars().zip(list).all(|(letter, word)| {
        word.is(Flags::WORD) && word.text(words.text).to_lowercase().starts_with(letter)
    });
    let first = list.first().filter(|word| spelt && !word.is(actors));
    // The head of a sentence lends the first its capital letter.
    first.is_some_and(|word| !word.is(Flags::CAP) || word.is(Flags::FIRST))
        && !list.iter().skip(1).any(|word| word.is(Flags::CAP))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{find, found};
    use super::super::{ActorKind, FoundActor};

    fn names(actors: &[FoundActor]) -> Vec<&str> {
        actors.iter().map(|actor| actor.name.as_str()).collect()
    }

    #[test]
    fn codes_and_units_are_nobody() {
        let actors = found(
            "Kabar\nPesawat Rimba Air QK731 membawa Danu Wirasena. Klub Tarum FC U-17 menang. Wirasena menjual 2 juta WMT nikel.",
        );
        assert_eq!(
            names(&actors),
            ["Rimba Air", "Danu Wirasena", "Klub Tarum FC"]
        );
    }

    #[test]
    fn works_contests_and_measures_are_nobody_and_neither_is_what_abbreviates_them() {
        let actors = found(
            "Kabar\nRimba Coffee Festival (RCF) dibuka Sekar Wulandari. Nilai Rimba Crude Price (RCP) turun dan RCP naik lagi.\n\
             Tempat buang limbah (TBL) penuh. TBL dijaga Danu Wirasena.",
        );
        assert_eq!(names(&actors), ["Sekar Wulandari", "Danu Wirasena"]);
    }

    #[test]
    fn a_state_with_its_abbreviation_is_no_body() {
        let actors = found("Kabar\nSekar Wulandari tiba di Amerika Serikat (AS) kemarin.");
        let state = find(&actors, "Amerika Serikat");
        assert_eq!(state.kind, ActorKind::Place);
    }

    #[test]
    fn where_somebody_holds_a_rank_belongs_to_the_role() {
        let actors = found(
            "Kabar\nKapolsek Rote Tarum, Iptu Danu Wirasena, datang. Camat Rote Tarum H. Karim Anwar hadir.",
        );
        assert_eq!(names(&actors), ["Danu Wirasena", "Karim Anwar"]);
    }

    #[test]
    fn a_body_that_is_only_ever_somewhere_is_a_place() {
        let actors = found(
            "Kabar\nDanu Wirasena diadili di Pengadilan Negeri Lembah. Puskesmas Tarum menolak Sekar Wulandari.",
        );
        let court = find(&actors, "Pengadilan Negeri Lembah");
        assert_eq!(court.kind, ActorKind::Place);
        assert_eq!(
            find(&actors, "Puskesmas Tarum").kind,
            ActorKind::Organisation
        );
    }
}
