//! What safe text promises, as examples and as properties.

use proptest::prelude::*;
use unicode_properties::{GeneralCategory as Gc, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

use super::*;
use crate::text::samples::{INNOCENT, wild};

fn shown(source: &str) -> String {
    SafeText::new(source).to_string()
}

#[test]
fn controls_are_seen_and_not_obeyed() {
    assert_eq!(shown("a\u{1b}[2J\u{7}"), "a␛[2J␇");
    assert_eq!(shown("satu\tdua\r\n"), "satu␉dua␍␊");
    assert_eq!(shown("\u{7f}\u{9b}31m"), "␡<U+009B>31m");
    assert_eq!(
        SafeText::multiline("satu\ndu\ta\n").as_str(),
        "satu\ndu␉a\n"
    );
}

#[test]
fn in_ascii_every_place_leads_back_to_the_source() {
    let source = "Ça – “日” ok\n";
    let text = SafeText::from_spelling(source, true);
    assert_eq!(text.as_str(), "<U+00C7>a - \"<U+65E5>\" ok\n");
    let ok = source.find("ok").unwrap();
    assert_eq!(text.to_display(ok), text.as_str().find("ok").unwrap());
    assert_eq!(text.to_source(text.as_str().find("ok").unwrap()), ok);
    let sun = source.find('日').unwrap();
    assert_eq!(
        text.slice(text.to_display(sun)..text.to_display(sun + 3))
            .as_str(),
        "<U+65E5>"
    );
}

#[test]
fn bidirectional_controls_and_lone_invisible_characters_are_seen() {
    for c in "\u{ad}\u{34f}\u{61c}\u{17b4}\u{180e}\u{200b}\u{200e}\u{202e}\u{2028}\u{2060}\u{2063}\u{2066}\u{3164}\u{e000}\u{fe00}\u{feff}\u{fff9}\u{ffff}\u{e0041}\u{e0100}\u{10ffff}".chars() {
        let marker = format!("<U+{:04X}>", u32::from(c));
        assert_eq!(shown(&format!("a{c}b")), format!("a{marker}b"));
    }
}

#[test]
fn joiners_and_selectors_stand_only_where_they_belong() {
    assert_eq!(shown("pay\u{200d}pal"), "pay<U+200D>pal");
    assert_eq!(shown("می\u{200c} "), "می<U+200C> ");
    assert_eq!(shown("👩\u{200d}a"), "👩<U+200D>a");
    assert_eq!(shown("👩\u{200d}\u{200d}👧"), "👩<U+200D><U+200D>👧");
    assert_eq!(shown("a\u{fe0f}"), "a<U+FE0F>");
    assert_eq!(shown("❤\u{fe0f}\u{fe0f}"), "❤\u{fe0f}<U+FE0F>");
    assert_eq!(shown("a\u{e0100}"), "a<U+E0100>");
    let open_flag = "🏴\u{e0067}\u{e0062}";
    assert_eq!(shown(open_flag), "🏴<U+E0067><U+E0062>");
}

#[test]
fn marks_stand_on_a_base_and_three_at_most() {
    assert_eq!(shown("e\u{301}\u{301}\u{301}"), "e\u{301}\u{301}\u{301}");
    assert_eq!(
        shown("e\u{301}\u{301}\u{301}\u{302}\u{303}a\u{301}"),
        "e\u{301}\u{301}\u{301}<U+0302><U+0303>a\u{301}"
    );
    assert_eq!(shown("\u{301}a"), "◌\u{301}a");
    assert_eq!(shown("a \u{301}"), "a ◌\u{301}");
    assert_eq!(shown("\u{200b}\u{301}"), "<U+200B>◌\u{301}");
}

#[test]
fn what_a_terminal_would_not_draw_or_drown_in_is_seen() {
    assert_eq!(shown("a\u{1161}"), "a<U+1161>");
    assert_eq!(
        shown("\u{1112}\u{1161}\u{11ab}"),
        "\u{1112}\u{1161}\u{11ab}"
    );
    assert_eq!(
        shown(&format!("é{}é", "\u{1161}".repeat(40))),
        format!("é{}é", "<U+1161>".repeat(40))
    );
    assert_eq!(shown("\u{605}a"), "\u{605}a");
    assert_eq!(shown("\u{605}"), "<U+0605>");
    let flood = "\u{1100}".repeat(500);
    let text = shown(&flood);
    assert!(
        text.graphemes(true)
            .all(|cluster| crate::text::width(cluster) <= 8)
    );
}

#[test]
fn scripts_and_emoji_pass_unchanged() {
    for text in INNOCENT {
        let sentence = format!("a {text} b");
        let safe = SafeText::new(&sentence);
        assert_eq!(safe.as_str(), sentence);
        assert!(!safe.is_changed());
    }
}

#[test]
fn own_words_are_held_to_the_same_rules() {
    assert_eq!(SafeText::literal("kata").as_str(), "kata");
    assert_eq!(SafeText::literal("\u{1b}c").as_str(), "␛c");
}

#[test]
fn places_are_found_across_what_was_made_visible() {
    let safe = SafeText::new("ab\u{202e}cd\u{1b}e");
    assert_eq!(safe.as_str(), "ab<U+202E>cd␛e");
    assert_eq!(safe.to_display(1), 1);
    assert_eq!(safe.to_display(2), 2);
    assert_eq!(safe.to_display(5), 10);
    assert_eq!(safe.to_display(8), 15);
    assert_eq!(safe.to_display(99), safe.as_str().len());
    assert_eq!(safe.to_source(6), 2);
    assert_eq!(safe.to_source(10), 5);
    assert_eq!(safe.to_source(99), 9);
    assert_eq!(safe.made_visible().collect::<Vec<_>>(), vec![2..10, 12..15]);
    let part = safe.slice(4..11);
    assert_eq!(part.as_str(), "+202E>c");
    assert_eq!((part.to_source(0), part.to_source(6)), (0, 3));
}

#[test]
fn a_slice_takes_whole_clusters() {
    let safe = SafeText::new("ae\u{301}b");
    assert_eq!(safe.slice(2..3).as_str(), "e\u{301}");
    assert_eq!(safe.slice(2..2).as_str(), "e\u{301}");
    assert_eq!(safe.slice(9..99).as_str(), "");
}

#[test]
fn joined_texts_keep_their_places() {
    let joined = SafeText::join(
        [&SafeText::new("a\u{7}"), &SafeText::new("b\u{7}")],
        &SafeText::literal(", "),
    );
    assert_eq!(joined.as_str(), "a␇, b␇");
    assert_eq!(joined.to_source(joined.to_display(5)), 5);
    assert_eq!(joined.made_visible().count(), 2);
}

proptest! {
    #[test]
    fn nothing_in_it_is_a_control_or_lone_and_invisible(source in wild()) {
        let safe = SafeText::new(&source);
        for c in safe.as_str().chars() {
            let category = c.general_category();
            prop_assert!(!matches!(category, Gc::Control | Gc::PrivateUse | Gc::LineSeparator | Gc::ParagraphSeparator));
            let unseen = matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{61c}' | '\u{feff}');
            prop_assert!(!unseen);
        }
        for cluster in safe.as_str().graphemes(true) {
            prop_assert!((1..=8).contains(&crate::text::width(cluster)), "{:?}", cluster);
        }
    }

    #[test]
    fn making_it_safe_again_changes_nothing(source in wild()) {
        let safe = SafeText::new(&source);
        let again = SafeText::new(safe.as_str());
        prop_assert_eq!(again.as_str(), safe.as_str());
        prop_assert!(!again.is_changed());
    }

    #[test]
    fn every_character_is_accounted_for(source in wild()) {
        let safe = SafeText::new(&source);
        let mut display = 0;
        for (at, c) in source.char_indices() {
            prop_assert_eq!(safe.to_display(at), display);
            prop_assert_eq!(safe.to_source(display), at);
            let rest = &safe.as_str()[display..];
            let circled = format!("◌{c}");
            let marker = format!("<U+{:04X}>", u32::from(c));
            display += if c.is_ascii_control() {
                3
            } else if rest.starts_with(&marker) {
                marker.len()
            } else if rest.starts_with(c) {
                c.len_utf8()
            } else {
                prop_assert!(rest.starts_with(&circled));
                circled.len()
            };
        }
        prop_assert_eq!(display, safe.as_str().len());
    }

    #[test]
    fn both_maps_are_monotone(source in wild(), from in 0_usize..80, to in 0_usize..80) {
        let safe = SafeText::new(&source).slice(from..to);
        let pairs = (0..200).map(|at| (safe.to_display(at), safe.to_source(at)));
        let pairs: Vec<_> = pairs.collect();
        prop_assert!(pairs.windows(2).all(|two| two[0].0 <= two[1].0 && two[0].1 <= two[1].1));
    }

    #[test]
    fn slices_put_together_are_the_whole(source in wild(), at in 0_usize..80) {
        let safe = SafeText::new(&source);
        let first = safe.slice(0..at);
        let mut whole = first.clone();
        whole.push(&safe.slice(first.as_str().len()..usize::MAX));
        prop_assert_eq!(whole.as_str(), safe.as_str());
    }
}
