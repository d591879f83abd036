//! Names that are not what they seem: words in scripts that are not written together, and names that look alike (Unicode
//! UTS #39). Which names are compared is not decided here.

use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton as prototypes;
use unicode_security::mixed_script::AugmentedScriptSet;
use unicode_segmentation::UnicodeSegmentation;

use super::verbatim_without_controls;

/// The first word of a name whose letters come from scripts that are not written together, with these scripts, such as
/// `Cyrillic and Latin`. Words of different scripts beside each other are no fault, nor is Latin with Chinese, Japanese or
/// Korean (UTS #39, section 5.2, "highly restrictive").
#[must_use]
pub fn mixed_scripts(name: &str) -> Option<(&str, String)> {
    if name.is_ascii() {
        return None;
    }
    let word = name.unicode_words().find(|word| is_mixed(word))?;
    let mut scripts: Vec<&str> = Vec::new();
    for script in word.chars().map(|letter| letter.script()) {
        let is_shared = matches!(script, Script::Common | Script::Inherited);
        if !is_shared && !scripts.contains(&script.full_name()) {
            scripts.push(script.full_name());
        }
    }
    scripts.sort_unstable();
    Some((word, scripts.join(" and ")))
}

fn is_mixed(word: &str) -> bool {
    if word.is_ascii() || !AugmentedScriptSet::for_str(word).is_empty() {
        return false;
    }
    let others: String = word
        .chars()
        .filter(|letter| letter.script() != Script::Latin)
        .collect();
    let set = AugmentedScriptSet::for_str(&others);
    !(set.jpan || set.kore || set.hanb)
}

/// What a name looks like: equal for two names that a reader takes for each other (UTS #39, section 4, "skeleton"), their
/// spaces and invisible characters aside.
#[must_use]
pub fn skeleton(name: &str) -> String {
    let (seen, _) = verbatim_without_controls(name);
    let spaced: Vec<&str> = seen.split_whitespace().collect();
    prototypes(&spaced.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_mixed_scripts_are_found_and_those_of_one_are_not() {
        for (name, word, scripts) in [
            ("Vladimir Рutin", "Рutin", "Cyrillic and Latin"),
            ("аpple", "аpple", "Cyrillic and Latin"),
            ("Ηellas", "Ηellas", "Greek and Latin"),
            ("Αнна", "Αнна", "Cyrillic and Greek"),
        ] {
            assert_eq!(mixed_scripts(name), Some((word, scripts.to_owned())));
        }
        for name in [
            "Vladimir Putin",
            "Владимир Путин",
            "Владимир Путин (Vladimir Putin)",
            "Müller-Lüdenscheidt",
            "安倍 晋三",
            "Xジャパン",
            "T細胞",
            "삼성 Samsung",
            "O’Brien",
            "محمد بن سلمان",
            "नरेन्द्र मोदी",
            "ทักษิณ",
            "3M",
            "",
        ] {
            assert_eq!(mixed_scripts(name), None, "{name}");
        }
    }

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (one, other) in [
            ("Putin", "Рutіn"),
            ("Iran", "lran"),
            ("Bern", "Bem"),
            ("Oslo", "0slo"),
            ("Ani  Wijaya", "Ani Wijaya\u{200b}"),
            ("сосо", "coco"),
        ] {
            assert_eq!(skeleton(one), skeleton(other), "{one} {other}");
        }
        for (one, other) in [("Putin", "Trump"), ("José", "Jose"), ("Ani", "Budi")] {
            assert_ne!(skeleton(one), skeleton(other), "{one} {other}");
        }
    }
}
