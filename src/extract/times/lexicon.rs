//! The words of a pack, looked up once per token: a word gets a number, and a number its forms with their classes.

use std::collections::{BTreeMap, HashMap};

use super::meaning::Meaning;
use crate::extract::tokens::{Token, TokenKind, tokens};

/// The number of a word that the pack knows; 0 for all others.
pub(super) type WordId = u16;

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
    /// Open addressing: hash and number, a power of two long.
    table: Vec<(u64, WordId)>,
    words: Vec<String>,
    forms: Vec<Vec<Form>>,
    /// For each class, the words that its forms begin with.
    firsts: Vec<Vec<WordId>>,
    classes: BTreeMap<String, u8>,
}

impl Lexicon {
    pub(super) fn word(&mut self, word: &str) -> Result<WordId, String> {
        if self.words.is_empty() {
            self.words.push(String::new());
            self.forms.push(Vec::new());
        }
        if let Some(id) = self.numbers.get(word) {
            return Ok(*id);
        }
        let id = WordId::try_from(self.words.len()).map_err(|_| "too many words".to_owned())?;
        self.numbers.insert(word.to_owned(), id);
        self.words.push(word.to_owned());
        self.forms.push(Vec::new());
        Ok(id)
    }

    pub(super) fn class(&mut self, name: &str) -> Result<u8, String> {
        if let Some(class) = self.classes.get(name) {
            return Ok(*class);
        }
        let class = u8::try_from(self.classes.len()).map_err(|_| "too many classes".to_owned())?;
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
        let size = (self.words.len() * 4).next_power_of_two();
        self.table = vec![(0, 0); size];
        for (id, word) in self.words.iter().enumerate().skip(1) {
            let hash = hash(word.bytes());
            let mut at = slot(hash, size);
            while self.table.get(at).is_some_and(|entry| entry.1 != 0) {
                at = (at + 1) % size;
            }
            if let (Some(entry), Ok(id)) = (self.table.get_mut(at), WordId::try_from(id)) {
                *entry = (hash, id);
            }
        }
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

    /// The words that forms of a class begin with.
    pub(super) fn firsts(&self, class: u8) -> &[WordId] {
        self.firsts
            .get(usize::from(class))
            .map_or(&[], Vec::as_slice)
    }

    /// The number of a token's word; numbers have none.
    pub(super) fn id(&self, text: &str, token: Token) -> WordId {
        if token.kind == TokenKind::Number {
            return 0;
        }
        let word = token.text(text);
        if word.is_ascii() {
            let lower = |byte: u8| byte.to_ascii_lowercase();
            return self.find(hash(word.bytes().map(lower)), |known| {
                known.eq_ignore_ascii_case(word)
            });
        }
        let lower = word.to_lowercase();
        self.find(hash(lower.bytes()), |known| known == lower)
    }

    fn find(&self, hash: u64, same: impl Fn(&str) -> bool) -> WordId {
        let mut at = slot(hash, self.table.len());
        while let Some((known, id)) = self.table.get(at).copied() {
            if id == 0 {
                return 0;
            }
            let word = self.words.get(usize::from(id));
            if known == hash && word.is_some_and(|word| same(word)) {
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

    /// Whether a word alone is a form of a class.
    pub(super) fn is(&self, id: WordId, class: u8) -> bool {
        let mut forms = self.forms(id).iter();
        forms.any(|form| form.class == class && form.tail.is_empty())
    }

    /// How many words there are, the unknown one included.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }
}

/// FNV-1a.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn slot(hash: u64, size: usize) -> usize {
    // The modulus is below the size of the table.
    (hash ^ (hash >> 29)) as usize & size.wrapping_sub(1)
}
