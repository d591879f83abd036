//! Names joined in a list or a pair, which share a verb, a word before them, or that they are told of.

use std::ops::Range;

use super::candidate::Candidate;
use crate::extract::reading::{Flags, List, Words};

/// `X dan Y` share the verb behind Y.
pub(super) fn shared_subject(words: &Words<'_>, found: &mut [Candidate], from: usize) {
    let Some((earlier, [name, ..])) = found.split_at_mut_checked(from) else {
        return;
    };
    let Some(before) = earlier.last_mut() else {
        return;
    };
    let start = name
        .role
        .as_ref()
        .map_or(name.words.start, |role| role.start);
    let joined = before.words.end + 1 == start
        && (words.text_at(before.words.end) == "/"
            || words
                .at(before.words.end)
                .is_some_and(|word| word.is(Flags::JOINER)));
    if joined && name.subject {
        before.subject = true;
        before.passive = name.passive;
    }
    if joined {
        initials(words, before, name);
        initials(words, name, before);
    }
    if joined && !name.subject && !before.subject {
        name.agent |= before.agent;
        name.object |= before.object;
        name.companion |= before.companion;
        name.located |= before.located && name.votes.place > 0;
    }
}

/// Those in a list are told of where a word before it says who they are (`keempat negara itu adalah Laos, Peru, dan Kuba`): all
/// of them take part.
pub(super) fn listed(words: &Words<'_>, found: &mut [Candidate], from: usize) {
    let start = |name: &Candidate| {
        let role = name.role.as_ref();
        role.map_or(name.words.start, |role| role.start)
    };
    let joins = |gap: &Range<usize>| {
        let last = gap.end.checked_sub(1).and_then(|at| words.at(at));
        gap.len() <= 2 && last.is_some_and(|word| word.is(Flags::JOINER))
    };
    let Some(last) = found.get(from) else { return };
    let gap = |one: &Candidate, two: &Candidate| one.words.end..start(two);
    let closes = from
        .checked_sub(1)
        .and_then(|at| found.get(at))
        .is_some_and(|before| joins(&gap(before, last)));
    if !closes {
        return;
    }
    let mut first = from - 1;
    while let Some((one, two)) = first
        .checked_sub(1)
        .and_then(|at| found.get(at).zip(found.get(first)))
    {
        let gap = gap(one, two);
        if gap.len() != 1 || words.text_at(gap.start) != "," {
            break;
        }
        first -= 1;
    }
    let cue = found
        .get(first)
        .and_then(|name| start(name).checked_sub(1))
        .and_then(|at| words.at(at));
    if cue.is_some_and(|cue| words.lexicon.has(List::Listing, cue.hash)) {
        let members = found.get_mut(first..=from).unwrap_or_default();
        for name in members {
            name.companion = true;
        }
    }
}

/// A few upper-case letters beside a person's name are likely a person's too (`SBY dan Megawati`).
fn initials(words: &Words<'_>, short: &mut Candidate, other: &Candidate) {
    let known = Flags::KNOWN_BODY
        .with(Flags::ORGANISATION)
        .with(Flags::STATE)
        .with(Flags::KNOWN_PLACE);
    let letters = |name: &Candidate| {
        let first = words.at(name.words.start).filter(|_| name.words.len() == 1);
        first.is_some_and(|word| word.is(Flags::UPPER) && !word.is(known))
    };
    let person = other.votes.body <= 0 && other.votes.place <= 0 && !letters(other);
    if letters(short) && person && short.votes.body <= 2 {
        short.votes.body -= 4;
    }
}

#[cfg(test)]
mod tests {
    use super::super::ActorKind;
    use super::super::tests::{find, found};

    #[test]
    fn those_in_a_list_of_who_is_meant_all_take_part() {
        let actors =
            found("Kabar\nKeempat negara itu adalah Laos, Peru, Kuba, dan Fiji. Brasil jauh.");
        for name in ["Laos", "Peru", "Kuba", "Fiji"] {
            assert!(find(&actors, name).mentions[0].companion, "{name}");
        }
    }

    #[test]
    fn both_sides_of_a_match_take_part() {
        let actors = found("Kabar\nJadwal hari ini: SSB Tarum VS SSB Lembah Jaya (08.00 WIB).");
        assert!(find(&actors, "SSB Tarum").mentions[0].companion);
        assert!(find(&actors, "SSB Lembah Jaya").mentions[0].companion);
        let actors = found("Kabar\nTarum FC menyerah usai kalah dari Lembah United kemarin.");
        assert!(find(&actors, "Lembah United").mentions[0].companion);
    }

    #[test]
    fn letters_beside_a_person_are_a_person() {
        let actors =
            found("Kabar\nKemarin DWS dan Karmila berangkat. Hari ini DWS dan Karmila pulang.");
        assert_eq!(find(&actors, "DWS").kind, ActorKind::Person);
    }
}
