//! A language pack's words of names and speech in one table. What a pack may say is in `pack`.

use super::flags::Flags;
use crate::extract::hash::{self, ByWord};
use crate::extract::pack::{NamesPack, Pack, SpeechPack};
use crate::extract::tokens::{TokenKind, tokens};

/// Longest phrase of a pack that is looked up, in words.
const LONGEST: usize = 5;
/// Shortest stem of a noun told by its shape, in bytes.
const SHORTEST_STEM: usize = 4;
/// Known bodies with names this short, in letters, count in upper case only.
const SHORT: usize = 3;

/// One entry of the table.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct Entry {
    /// What the pack says.
    pub(in crate::extract) flags: Flags,
    /// The number of the state it stands for, counted from 1; 0 for none.
    pub(in crate::extract) state: u16,
}

/// The lists of a pack that are asked for in one place each, and so have no flag.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) enum List {
    /// What ends the names of works, contests, feasts and measures.
    ThingTails,
    /// What stands before a list of those just counted or spoken of.
    Listing,
    /// What stands before where the one comes from whom the noun before it means.
    OriginCues,
    /// What stands right before the name of an outlet that is cited.
    OutletCues,
    /// What stands between a role and what it is the role of.
    ComplementCues,
    /// Articles.
    Articles,
    /// What ends the names of places.
    PlaceTails,
    /// What behind an apostrophe is no part of the name before it.
    Possessives,
    /// What stands before a noun that was spoken of before.
    Definite,
    /// Nouns that mean the body named last, behind such a word.
    Resuming,
    /// What tells that a woman is meant.
    Female,
    /// What tells that a man is meant.
    Male,
}

impl List {
    const COUNT: usize = Self::Male as usize + 1;
}

/// A pack's words and phrases, ready to be looked up. Made once, used for any number of texts.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: ByWord<Entry>,
    phrases: ByWord<Entry>,
    /// For each byte that may begin a word, the beginnings of verbs that it begins, with what each tells; the first one counts.
    verbs: Vec<Vec<(String, Flags)>>,
    shapes: Vec<(String, String)>,
    suffixes: Vec<String>,
    lists: [ByWord<()>; List::COUNT],
    verb_suffixes: Vec<String>,
    /// Whether the nouns for those without a name end their phrase.
    pub(in crate::extract) nouns_last: bool,
    /// Whether a speaker may stand before the verb behind a quote.
    pub(in crate::extract) speaker_first: bool,
    /// The pack says what names are; without that, nothing is one.
    pub(in crate::extract) knows_names: bool,
    /// The pack says what verbs of saying are; without that, quotation marks have to do.
    pub(in crate::extract) knows_saying: bool,
}

impl Lexicon {
    /// The table of a pack.
    #[must_use]
    pub fn new(pack: &Pack) -> Self {
        let mut lexicon = Self::default();
        let (names, speech) = (&pack.names, &pack.speech);
        lexicon.knows_names = *names != NamesPack::default();
        lexicon.knows_saying = *speech != SpeechPack::default();
        for (list, flag) in [
            (&names.ordinary, Flags::ORDINARY),
            (&names.calendar, Flags::CALENDAR),
            (&names.ranks, Flags::RANK),
            (&names.degrees, Flags::DEGREE),
            (&names.roles, Flags::ROLE),
            (&names.fields, Flags::FIELD),
            (&names.organisations, Flags::ORGANISATION),
            (&names.organisation_tails, Flags::TAIL),
            (&names.outlets, Flags::OUTLET),
            (&names.place_heads, Flags::PLACE_HEAD),
            (&names.known_places, Flags::KNOWN_PLACE),
            (&names.given_names, Flags::GIVEN),
            (&names.particles, Flags::PARTICLE),
            (&names.joiners, Flags::JOINER),
            (&names.place_cues, Flags::PLACE_CUE),
            (&names.agents, Flags::AGENT),
            (&names.governors, Flags::GOVERNOR),
            (&names.pronouns, Flags::PRONOUN),
            (&names.demonstratives, Flags::DEMONSTRATIVE),
            (&names.other_names, Flags::OTHER_NAME),
            (&names.called, Flags::CALLED),
            (&names.auxiliaries, Flags::AUXILIARY),
            (&names.unnamed, Flags::UNNAMED),
            (&names.someone, Flags::SOMEONE),
            (&names.not_first, Flags::NO_NAME),
            (&names.unnamed_bodies, Flags::UNNAMED.with(Flags::BODY)),
            (&names.counts, Flags::COUNT),
            (&names.addresses, Flags::ADDRESS),
            (&names.inhabitants, Flags::INHABITANT),
            (&names.plain, Flags::PLAIN),
            (&names.relatives, Flags::RELATIVE),
            (&names.regions, Flags::REGION),
            (&names.no_verbs, Flags::NO_VERB),
            (&names.companions, Flags::COMPANION),
            (&names.naming, Flags::NAMING),
            (&names.unknown, Flags::UNKNOWN),
            (&speech.before_speaker, Flags::BEFORE_SPEAKER),
            (&speech.after_speaker, Flags::AFTER_SPEAKER),
            (&speech.according, Flags::ACCORDING),
            (&speech.thus, Flags::THUS),
            (&speech.citing, Flags::CITING),
            (&speech.citing_links, Flags::CITING_LINK),
            (&speech.statements, Flags::STATEMENT),
            (&speech.listeners, Flags::LISTENER),
            (&speech.speaker_ends, Flags::SPEAKER_END),
        ] {
            for phrase in list {
                lexicon.add(phrase, flag, 0);
            }
        }
        for phrase in &names.known_organisations {
            let shouted = phrase.chars().count() <= SHORT;
            let flag = if shouted { Flags::SHOUTED } else { Flags::NONE };
            lexicon.add(phrase, Flags::KNOWN_BODY.with(flag), 0);
        }
        for (country, number) in names.countries.iter().zip(1..) {
            lexicon.add(&country.name, Flags::STATE, number);
            for alias in &country.aliases {
                let shouted = alias.chars().all(char::is_uppercase);
                let flag = if shouted { Flags::SHOUTED } else { Flags::NONE };
                lexicon.add(alias, Flags::STATE.with(flag), number);
            }
            for demonym in &country.demonyms {
                lexicon.add(demonym, Flags::STATE.with(Flags::CAPITAL), number);
            }
            for capital in &country.capitals {
                lexicon.add(capital, Flags::CAPITAL.with(Flags::KNOWN_PLACE), number);
            }
        }
        for (list, flag) in [
            (&speech.before_speaker, Flags::SELF_SPEAKER),
            (
                &speech.according,
                Flags::SELF_SPEAKER.with(Flags::ACCORDING),
            ),
        ] {
            for verb in list {
                for suffix in &speech.pronoun_suffixes {
                    lexicon.add(&format!("{verb}{suffix}"), flag, 0);
                }
            }
        }
        lexicon.verbs = verbs(names);
        lexicon.suffixes.clone_from(&speech.pronoun_suffixes);
        for (list, words) in [
            (List::ThingTails, &names.thing_tails),
            (List::Listing, &names.listing),
            (List::OriginCues, &names.origin_cues),
            (List::OutletCues, &names.outlet_cues),
            (List::ComplementCues, &names.complement_cues),
            (List::Articles, &names.articles),
            (List::PlaceTails, &names.place_tails),
            (List::Possessives, &names.possessives),
            (List::Definite, &names.definite),
            (List::Resuming, &names.resuming),
            (List::Female, &names.female),
            (List::Male, &names.male),
        ] {
            if let Some(set) = lexicon.lists.get_mut(list as usize) {
                set.extend(words.iter().map(|word| (hash::word(word), ())));
            }
        }
        lexicon.verb_suffixes.clone_from(&names.verb_suffixes);
        lexicon.nouns_last = names.nouns_last;
        lexicon.speaker_first = speech.speaker_first;
        lexicon.shapes.clone_from(&names.noun_shapes);
        lexicon
    }

    fn add(&mut self, phrase: &str, flags: Flags, state: u16) {
        let words: Vec<u64> = tokens(phrase)
            .into_iter()
            .filter(|token| token.kind != TokenKind::Mark)
            .map(|token| hash::word(token.text(phrase)))
            .collect();
        let Some((first, rest)) = words.split_first() else {
            return;
        };
        let entry = if rest.is_empty() {
            self.words.entry(*first).or_default()
        } else {
            let head = self.words.entry(*first).or_default();
            head.flags = head.flags.with(Flags::PHRASE);
            let whole = rest
                .iter()
                .fold(*first, |head, next| hash::join(head, *next));
            self.phrases.entry(whole).or_default()
        };
        entry.flags = entry.flags.with(flags);
        if state != 0 {
            entry.state = state;
        }
    }

    /// What the pack says of a word.
    pub(super) fn word(&self, hash: u64) -> Entry {
        self.words.get(&hash).copied().unwrap_or_default()
    }

    /// The longest phrase of two words or more that these hashes begin with: its length, and what the pack says of it.
    pub(in crate::extract) fn phrase(
        &self,
        words: impl Iterator<Item = u64>,
    ) -> Option<(usize, Entry)> {
        let (mut head, mut best) = (None, None);
        for (count, next) in (1..=LONGEST).zip(words) {
            let whole = head.map_or(next, |head| hash::join(head, next));
            head = Some(whole);
            if count > 1
                && let Some(entry) = self.phrases.get(&whole)
            {
                best = Some((count, *entry));
            }
        }
        best
    }

    /// Whether a word has the shape of a noun that names an office or a body.
    pub(in crate::extract) fn is_shaped(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.shapes.iter().any(|(head, tail)| {
            let inner = word.strip_prefix(head.as_str());
            let inner = inner.and_then(|rest| rest.strip_suffix(tail.as_str()));
            inner.is_some_and(|inner| inner.len() >= SHORTEST_STEM)
        })
    }

    /// Whether a word, by its hash, stands in a list of the pack.
    pub(in crate::extract) fn has(&self, list: List, word: u64) -> bool {
        let list = self.lists.get(list as usize);
        list.is_some_and(|list| list.contains_key(&word))
    }

    /// Whether a list of the pack has nothing in it.
    pub(in crate::extract) fn is_empty(&self, list: List) -> bool {
        self.lists.get(list as usize).is_none_or(ByWord::is_empty)
    }

    /// Whether a word ends with a pronoun.
    pub(in crate::extract) fn is_suffixed(&self, word: &str) -> bool {
        let mut suffixes = self.suffixes.iter();
        suffixes.any(|suffix| word.ends_with(suffix.as_str()))
    }

    /// Whether a word begins as the verbs of the language do, and whether as those whose subject or object is acted upon.
    pub(super) fn verb(&self, word: &str) -> Flags {
        let ends =
            |suffix: &String| word.ends_with(suffix.as_str()) && word.len() != suffix.len() + 1;
        if self.verb_suffixes.iter().any(ends) && word.starts_with(char::is_lowercase) {
            return Flags::VERB.with(Flags::ACTIVE);
        }
        let head = word.bytes().next().unwrap_or_default();
        let verbs = self.verbs.get(usize::from(head.to_ascii_lowercase()));
        let begins = |(prefix, _): &&(String, Flags)| {
            let head = word.get(..prefix.len());
            word.len() > prefix.len() + 2
                && head.is_some_and(|head| head.eq_ignore_ascii_case(prefix))
        };
        let found = verbs.into_iter().flatten().find(begins);
        found.map_or(Flags::NONE, |(_, tells)| *tells)
    }
}

/// The beginnings of verbs by their first bytes; those that tell whether it is acted upon come first.
fn verbs(names: &NamesPack) -> Vec<Vec<(String, Flags)>> {
    let mut verbs = vec![Vec::new(); 256];
    for (prefixes, tells) in [
        (&names.passive_prefixes, Flags::VERB.with(Flags::PASSIVE)),
        (&names.active_prefixes, Flags::VERB.with(Flags::ACTIVE)),
        (&names.verb_prefixes, Flags::VERB),
    ] {
        for prefix in prefixes {
            let head = prefix.bytes().next().unwrap_or_default();
            if let Some(verbs) = verbs.get_mut(usize::from(head.to_ascii_lowercase())) {
                verbs.push((prefix.clone(), tells));
            }
        }
    }
    verbs
}
