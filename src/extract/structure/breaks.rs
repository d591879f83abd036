//! Which full stops end no sentence, as far as that depends on the word before: abbreviations, initials, list numbers.
//! A language pack may bring its own lists.

use std::collections::BTreeSet;

/// Longest word, in bytes, that is looked up; it bounds the look back from each full stop.
const LONGEST: usize = 24;

/// The words whose full stop does not end a sentence, without that full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breaks {
    /// Those that stand before a name or anything else: titles, `Jl`, `vs`. In the case in which they are written:
    /// `Sen` is a senator, `sen` a coin.
    pub before_names: BTreeSet<String>,
    /// Those that stand before a number and may end a sentence otherwise: `no`, `hal`, months. In lower case.
    pub before_numbers: BTreeSet<String>,
}

/// Indonesian and English, as news texts use them. `dll`, `dsb` and `etc` often do end a sentence.
const NAMES: &str = "Adm Brig Brigjen Bpk Col Cpt Capt Dr dr drg Drs Dra Fr Gen Gov Hj Hon Ir Irjen Jend Jl jl Jln Jr Kab \
    Kapt Kec Kel Kol Komjen Kompol Ks Lt Letjen Ltd Maj Mayjen Messrs Mr Mrs Ms Mt Mx Ny Pdt Pres Prof Pt Rep Rev Sdr Sen \
    Sgt Sr St Supt Tn Yth a.n al cf d.a e.g i.e s.d u.p v vs";
const NUMBERS: &str = "agt agu apr art aug bab ca ch chap dec des eq feb fig figs gbr hal hlm jan jil jul jun kl mar no \
    nomor nop nos nov nr okt oct p par pasal pg pp ps psl pukul rp rt rw sec sep sept tab tbl tel telp th thn vol";

impl Default for Breaks {
    fn default() -> Self {
        let list = |words: &str| words.split_whitespace().map(str::to_owned).collect();
        Self {
            before_names: list(NAMES),
            before_numbers: list(NUMBERS),
        }
    }
}

impl Breaks {
    /// Whether a full stop behind `before` (the paragraph so far) and in front of `next` (the next character that is
    /// no space) belongs to the word before it.
    #[must_use]
    pub fn is_abbreviation(&self, before: &str, next: char) -> bool {
        let word = last_word(before);
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(first), None) if first.is_uppercase() => return true,
            (Some(first), Some('.')) if first.is_alphabetic() && is_initials(word) => return true,
            (Some(first), Some(_)) if first.is_uppercase() && is_degree(word) => return true,
            _ => {}
        }
        // A number alone at the head of a paragraph numbers it.
        if !word.is_empty()
            && word.len() <= 3
            && word.len() == before.len()
            && word.bytes().all(|byte| byte.is_ascii_digit())
        {
            return true;
        }
        self.before_names.contains(word)
            || (next.is_numeric() && self.before_numbers.contains(&word.to_lowercase()))
    }
}

/// `U.S`, `a.n`: single letters with full stops between.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

/// `M.Si`, `S.Pd.I`, `Sp.OT`: short parts that all begin with an upper-case letter.
fn is_degree(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            part.len() <= 3
                && part.starts_with(char::is_uppercase)
                && part.chars().all(char::is_alphabetic)
        })
}

/// The letters, digits and inner full stops that the text ends with; empty if there are too many for a short word.
fn last_word(before: &str) -> &str {
    let mut start = before.len();
    for (at, c) in before.char_indices().rev() {
        if !(c.is_alphanumeric() || c == '.') {
            break;
        }
        if before.len() - at > LONGEST {
            return "";
        }
        start = at;
    }
    before.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_before_names_and_numbers_keep_their_full_stop() {
        let breaks = Breaks::default();
        assert!(breaks.is_abbreviation("kata Dr", 'A'));
        assert!(breaks.is_abbreviation("Joseph R", 'B'));
        assert!(breaks.is_abbreviation("in the U.S", 'A'));
        assert!(breaks.is_abbreviation("Budi Hartono, M.Si", 'K'));
        assert!(breaks.is_abbreviation("UU No", '2'));
        assert!(breaks.is_abbreviation("1", 'P'));
        assert!(breaks.is_abbreviation("kata Sen", 'G'));
        assert!(!breaks.is_abbreviation("lima puluh sen", 'G'));
        assert!(!breaks.is_abbreviation("She said no", 'H'));
        assert!(!breaks.is_abbreviation("pada 2022", 'P'));
        assert!(!breaks.is_abbreviation("Ukraina", 'P'));
        assert!(!breaks.is_abbreviation("", 'P'));
    }
}
