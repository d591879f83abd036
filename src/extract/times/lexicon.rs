//! The words of a pack, looked up once per token: a word gets a number, and a number its forms with their classes.

use std::collections::{BTreeMap, HashMap};

use super::meaning::Meaning;
use crate::extract::hash::word as hash_of;
use crate::extract::tokens::{Token, TokenKind, tokens};

/// The number of a word that the pack knows; 0 for all others.
pub(super) type WordId = u16;

/// A bit for each of some classes.
pub(super) type Classes = u128;

/// One form of a class: what must follow its first word, and what it means.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) class: u8,
    pub(super) tail: Vec<WordId>,
    pub(super) meaning: Meaning,
    /// The meaning as the pack writes it, for numerals.
    pub(super) written: String,
}

/// All words of a pack.
#[derive(Debug, Clone, Default)]
pub(super) struct Lexicon {
    numbers: HashMap<String, WordId>,
    /// Open addressing: numbers of words by their hashes, a power of two long.
    table: Vec<WordId>,
    /// The hash of each word.
    hashes: Vec<u64>,
    forms: Vec<Vec<Form>>,
    /// For each word, a bit for every class that has a form which begins with it.
    begins: Vec<Classes>,
    /// For each word, a bit for every class that has it alone as a form.
    alone: Vec<Classes>,
    /// For each class, the words that its forms begin with.
    firsts: Vec<Vec<WordId>>,
    classes: BTreeMap<String, u8>,
}

impl Lexicon {
    pub(super) fn word(&mut self, word: &str) -> Result<WordId, String> {
        if self.forms.is_empty() {
            self.hashes.push(0);
            self.forms.push(Vec::new());
        }
        if let Some(id) = self.numbers.get(word) {
            return Ok(*id);
        }
        let id = WordId::try_from(self.forms.len()).map_err(|_| "too many words".to_owned())?;
        self.numbers.insert(word.to_owned(), id);
        self.hashes.push(hash_of(word));
        self.forms.push(Vec::new());
        Ok(id)
    }

    pub(super) fn class(&mut self, name: &str) -> Result<u8, String> {
        if let Some(class) = self.classes.get(name) {
            return Ok(*class);
        }
        let class = u8::try_from(self.classes.len()).ok();
        let class = class.filter(|class| u32::from(*class) < u128::BITS);
        let class = class.ok_or("too many classes")?;
        self.classes.insert(name.to_owned(), class);
        Ok(class)
    }

    pub(super) fn known_class(&self, name: &str) -> Result<u8, String> {
        self.classes
            .get(name)
            .copied()
            .ok_or_else(|| format!("no class {name:?}"))
    }

    /// Adds a form of one or more words.
    pub(super) fn add(&mut self, class: u8, meaning: &str, form: &str) -> Result<(), String> {
        let lower = form.to_lowercase();
        let mut ids = Vec::new();
        for token in tokens(&lower) {
            ids.push(self.word(token.text(&lower))?);
        }
        let (first, tail) = ids.split_first().ok_or("a form is empty")?;
        let form = Form {
            class,
            tail: tail.to_vec(),
            meaning: Meaning::parse(meaning),
            written: meaning.to_owned(),
        };
        if let Some(forms) = self.forms.get_mut(usize::from(*first)) {
            forms.push(form);
        }
        Ok(())
    }

    /// Makes the words ready to be looked up; none may be added afterwards.
    pub(super) fn seal(&mut self) {
        let size = (self.forms.len() * 4).next_power_of_two();
        self.table = vec![0; size];
        for (id, hash) in self.hashes.iter().enumerate().skip(1) {
            let mut at = slot(*hash, size);
            while self.table.get(at).is_some_and(|id| *id != 0) {
                at = (at + 1) % size;
            }
            if let (Some(entry), Ok(id)) = (self.table.get_mut(at), WordId::try_from(id)) {
                *entry = id;
            }
        }
        let classes = |forms: &mut dyn Iterator<Item = &Form>| {
            let classes = forms.map(|form| 1 << form.class);
            classes.fold(0, |all: Classes, class: Classes| all | class)
        };
        let alone = |form: &&Form| form.tail.is_empty();
        let words = self.forms.iter();
        self.begins = words
            .clone()
            .map(|forms| classes(&mut forms.iter()))
            .collect();
        self.alone = words
            .map(|forms| classes(&mut forms.iter().filter(alone)))
            .collect();
        self.firsts = vec![Vec::new(); self.classes.len()];
        for (id, forms) in self.forms.iter().enumerate() {
            let Ok(id) = WordId::try_from(id) else { return };
            for form in forms {
                let firsts = self.firsts.get_mut(usize::from(form.class));
                if let Some(firsts) = firsts.filter(|firsts| firsts.last() != Some(&id)) {
                    firsts.push(id);
                }
            }
        }
    }

    /// Whether a form of a class begins with a word.
    pub(super) fn begins(&self, id: WordId, class: u8) -> bool {
        let classes = self.begins.get(usize::from(id));
        classes.is_some_and(|classes| classes >> class & 1 == 1)
    }

    /// The words that forms of a class begin with.
    pub(super) fn firsts(&self, class: u8) -> &[WordId] {
        self.firsts
            .get(usize::from(class))
            .map_or(&[], Vec::as_slice)
    }

    /// The number of a token's word; numbers have none.
    pub(super) fn id(&self, token: Token) -> WordId {
        if token.kind == TokenKind::Number {
            return 0;
        }
        let mut at = slot(token.hash, self.table.len());
        while let Some(id) = self.table.get(at).copied().filter(|id| *id != 0) {
            if self.hashes.get(usize::from(id)) == Some(&token.hash) {
                return id;
            }
            at = (at + 1) % self.table.len();
        }
        0
    }

    /// The forms that begin with a word.
    pub(super) fn forms(&self, id: WordId) -> &[Form] {
        self.forms.get(usize::from(id)).map_or(&[], Vec::as_slice)
    }

    /// The classes that a word alone is a form of.
    pub(super) fn alone(&self, id: WordId) -> Classes {
        self.alone.get(usize::from(id)).copied().unwrap_or(0)
    }

    /// Whether a word alone is a form of a class.
    pub(super) fn is(&self, id: WordId, class: u8) -> bool {
        self.alone(id) >> class & 1 == 1
    }

    /// How many words there are, the unknown one included.
    pub(super) fn len(&self) -> usize {
        self.forms.len()
    }
}

fn slot(hash: u64, size: usize) -> usize {
    // The modulus is below the size of the table.
    (hash ^ (hash >> 29)) as usize & size.wrapping_sub(1)
}
