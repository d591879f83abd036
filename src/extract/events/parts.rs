//! Who takes part in an event, as what, and where it happened.

use super::material::Material;
use super::{FoundEvent, FoundPart, PartRole};
use crate::extract::names::{FoundActor, Mention, MentionForm};
use crate::extract::reading::{Flags, List, Word};
use crate::model::ActorKind;

/// Fills in who takes part, and where. `dating` are the sentences that date the event: the first place that something happens in
/// there is the event's. `core` are these, and the lead for the main event; they are read first,
/// then the others. Whoever acts, is acted upon or speaks in any of them takes part, and a place where something happens; others
/// only where the core names them, or by a role what the article is about. Whoever only speaks of an event that somebody else
/// acts in takes no part in it, unless the article is about it or the words that date it are theirs. A place that one sentence
/// names takes part where that sentence dates the event.
pub(super) fn parts(
    material: &Material<'_>,
    event: &mut FoundEvent,
    dating: &[usize],
    core: &[usize],
) {
    let mut found: Vec<FoundPart> = Vec::new();
    let mut place = None;
    let mut telling: Vec<usize> = Vec::new();
    let others = event.evidence.iter().filter(|place| !core.contains(place));
    let sentences = core.iter().map(|sentence| (sentence, true));
    for (sentence, is_core) in sentences.chain(others.map(|sentence| (sentence, false))) {
        for (actor, mention) in material.mentions(*sentence) {
            let Some(one) = material.found.actors.get(*actor) else {
                continue;
            };
            let context = Context {
                material,
                sentence: *sentence,
                is_core,
                is_dating: dating.contains(sentence),
                is_main: event.main,
                actor: *actor,
                one,
                mention,
            };
            if one.kind == ActorKind::Place && context.is_there() && dating.contains(sentence) {
                place = place.or(Some(*actor));
            }
            if let Some(role) = context.role() {
                take(&mut found, *actor, role);
                if role == PartRole::Speaker && dating.contains(sentence) {
                    telling.push(*actor);
                }
            }
        }
    }
    let acts = found.iter().any(|part| part.role != PartRole::Speaker);
    if !event.main && acts {
        found.retain(|part| part.role != PartRole::Speaker || telling.contains(&part.actor));
    }
    if event.date.is_none() {
        found.retain(|part| is_known(material, part.actor));
        place = place.filter(|place| is_known(material, *place));
    }
    event.actors = found;
    event.place = place;
}

/// Whether more than one sentence names an actor, it speaks itself, or it is a person with a name: one sentence that nothing
/// dates shows too little of all others.
fn is_known(material: &Material<'_>, actor: usize) -> bool {
    let named = |one: &FoundActor| {
        let by_name = |mention: &Mention| mention.form != MentionForm::Noun;
        one.kind == ActorKind::Person && one.mentions.iter().any(by_name)
    };
    let one = material.found.actors.get(actor);
    material.says(actor) || one.is_some_and(|one| named(one) || names_again(one))
}

/// Whether more than one sentence names an actor.
fn names_again(one: &FoundActor) -> bool {
    let mut sentences = one.mentions.iter().map(|mention| mention.sentence);
    let first = sentences.next();
    sentences.any(|sentence| Some(sentence) != first)
}

/// Notes an actor's part; the first that says more than that it is named stays.
fn take(found: &mut Vec<FoundPart>, actor: usize, role: PartRole) {
    match found.iter_mut().find(|part| part.actor == actor) {
        Some(part) if part.role == PartRole::Participant => part.role = role,
        Some(_) => {}
        None => found.push(FoundPart { actor, role }),
    }
}

/// One place where an actor is named in an event's sentences.
struct Context<'a> {
    material: &'a Material<'a>,
    sentence: usize,
    is_core: bool,
    is_dating: bool,
    is_main: bool,
    actor: usize,
    one: &'a FoundActor,
    mention: &'a Mention,
}

impl Context<'_> {
    fn role(&self) -> Option<PartRole> {
        let mention = self.mention;
        let speaks = self.speaks();
        if !self.one.sure && !speaks {
            return None;
        }
        if mention.agent {
            return Some(PartRole::Agent);
        }
        if speaks {
            return Some(PartRole::Speaker);
        }
        if self.is_passer_by() {
            return None;
        }
        if mention.subject {
            return Some(match mention.passive {
                true => PartRole::Target,
                false => PartRole::Agent,
            });
        }
        if mention.object {
            return Some(PartRole::Target);
        }
        let takes_part = match self.one.kind {
            ActorKind::Place => {
                let stays = self.is_dating || names_again(self.one);
                mention.companion || stays && self.is_where()
            }
            _ if mention.form == MentionForm::Pronoun => false,
            _ if !self.is_core => self.is_main && mention.role.is_some(),
            _ if self.belongs_to_role() => false,
            _ => mention.companion || mention.role.is_some() || self.is_somebody(),
        };
        takes_part.then_some(PartRole::Participant)
    }

    fn speaks(&self) -> bool {
        self.material.says_in(self.sentence, self.actor)
    }

    /// Whether it is a person told by a noun alone, outside the core, who says nothing in the whole text.
    fn is_passer_by(&self) -> bool {
        !self.is_core
            && self.one.kind == ActorKind::Person
            && self.mention.form == MentionForm::Noun
            && !self.material.says(self.actor)
    }

    /// Whether a body only says what somebody is there (`Ketua Asosiasi Petani (ASPI) Budi Santoso`): it stands between two
    /// upper-case words.
    fn belongs_to_role(&self) -> bool {
        let range = &self.mention.range;
        let capital = |word: Option<&Word>| word.is_some_and(|word| word.is(Flags::CAP));
        let words = self.material.words(self.sentence);
        let from = words.partition_point(|word| (word.start as usize) < range.start);
        let to = words.partition_point(|word| (word.end as usize) <= range.end);
        let mark = |at: usize, mark: &str| {
            let word = words.get(at);
            word.is_some_and(|word| self.material.text_of(*word) == mark)
        };
        let before = from.checked_sub(1);
        let inside = before.is_some_and(|at| mark(at, "(")) && mark(to, ")");
        let (before, behind) = if inside {
            (from.checked_sub(2), to + 1)
        } else if mark(to, "(") && mark(to + 2, ")") {
            (before, to + 3)
        } else {
            (before, to)
        };
        self.one.kind == ActorKind::Organisation
            && capital(before.and_then(|at| words.get(at)))
            && capital(words.get(behind))
    }

    /// Whether the text shows anywhere that a name is somebody's who acts: it does something, is acted upon, speaks, has a role or
    /// is named again.
    fn is_somebody(&self) -> bool {
        let acts = |mention: &Mention| {
            mention.subject || mention.agent || mention.object || mention.role.is_some()
        };
        self.one.mentions.len() > 1
            || self.one.mentions.iter().any(acts)
            || self.material.says(self.actor)
    }

    /// Whether it is where something happens or begins.
    fn is_there(&self) -> bool {
        let start = self.mention.range.start;
        let before = self.material.words_before(self.sentence, start);
        let mut words = before.iter().rev().filter(|word| word.is(Flags::WORD));
        let lexicon = self.material.found.words.lexicon;
        let origin = words
            .next()
            .is_some_and(|cue| lexicon.has(List::OriginCues, cue.hash))
            || words
                .next()
                .is_some_and(|word| self.material.rules.origins.has(word.hash));
        self.mention.located && !origin && !self.goes_on()
    }

    /// Whether it is where something happens.
    fn is_where(&self) -> bool {
        self.mention.located && !self.comes_from() && !self.goes_on()
    }

    /// Whether a word before it makes it where somebody comes from (`asal Makassar`).
    fn comes_from(&self) -> bool {
        let start = self.mention.range.start;
        let before = self.material.words_before(self.sentence, start);
        let origin = |word: &Word| self.material.rules.origins.has(word.hash);
        let words = before.iter().rev().filter(|word| word.is(Flags::WORD));
        words.take(2).any(origin)
    }

    /// Whether it only says where the place before it lies (`di Istora, Jakarta`).
    fn goes_on(&self) -> bool {
        let start = self.mention.range.start;
        let before = self.material.words_before(self.sentence, start);
        let last = before.last();
        last.is_some_and(|word| self.material.text_of(*word) == ",")
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::{Language, Pack, Recognised, recognise};
    use crate::model::Date;

    fn read(text: &str) -> Recognised {
        let language = Language::new(Pack::built_in("id").unwrap()).unwrap();
        let day = Date::parse("2024-03-05").unwrap().bounds().earliest;
        recognise(text, &language, Some(day), None)
    }

    fn taking_part<'a>(found: &'a Recognised, date: &str) -> Vec<&'a str> {
        let event = found
            .events
            .iter()
            .find(|event| event.date.as_deref() == Some(date));
        let parts = event.into_iter().flat_map(|event| &event.actors);
        parts
            .map(|part| found.actors[part.actor].name.as_str())
            .collect()
    }

    fn printed(found: &Recognised) -> Vec<&str> {
        let actors = found.actors.iter().zip(found.participants());
        actors
            .filter(|(_, takes_part)| *takes_part)
            .map(|(actor, _)| actor.name.as_str())
            .collect()
    }

    #[test]
    fn where_somebody_comes_from_takes_no_part() {
        let found = read(
            "Pelari Menang di Lembah\n\
             LEMBAH - Atlet asal Makassar, Budi Santoso, menang di Bandung pada Senin (4/3/2024).",
        );
        assert_eq!(
            taking_part(&found, "2024-03-04"),
            ["Budi Santoso", "Bandung"]
        );
        assert!(!printed(&found).contains(&"Makassar"));
    }

    #[test]
    fn a_body_between_a_role_and_its_name_takes_no_part() {
        let found = read(
            "Petani Lembah Rugi\n\
             LEMBAH - Ketua Asosiasi Petani Kopi Lembah (APKL) Budi Santoso menutup gudang pada Senin (4/3/2024).\n\
             Gudang itu penuh. Harga kopi turun. Kantor APKL kosong.",
        );
        assert_eq!(taking_part(&found, "2024-03-04"), ["Budi Santoso"]);
    }

    #[test]
    fn the_one_whose_words_date_it_takes_part_beside_those_who_act() {
        let found = read(
            "Jembatan Rimba Ditutup\n\
             RIMBA - Wali Kota Rimba Sekar Wulandari menutup jembatan pada Senin (4/3/2024).\n\
             \"Budi Santoso membangun jembatan itu pada 12 Agustus 1987,\" kata Karim Anwar.",
        );
        let parts = taking_part(&found, "1987-08-12");
        assert!(parts.contains(&"Budi Santoso"), "{parts:?}");
        assert!(parts.contains(&"Karim Anwar"), "{parts:?}");
    }
}
