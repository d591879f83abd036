//! Who speaks in English: behind the verb, before it, with a role or a description, in split and reopened quotes.

use std::sync::OnceLock;

use super::tests::{Said, pair, read};
use crate::extract::Pack;
use crate::extract::reading::Lexicon;

fn said(text: &str) -> Said {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Lexicon::new(&Pack::built_in("en").unwrap()));
    read(lexicon, text).0
}

#[test]
fn the_speaker_stands_behind_the_verb_or_before_it() {
    let text = "News\n\"The dam held,\" said Edda Lorn.\n\"We saw it,\" Tomas Greaves said.\nAnna Bell said: \"It leaked.\"\n\"It did not,\" she added later.\n";
    assert_eq!(
        said(text),
        [
            pair("\"The dam held,\"", "Edda Lorn"),
            pair("\"We saw it,\"", "Tomas Greaves"),
            pair("\"It leaked.\"", "Anna Bell"),
            pair("\"It did not,\"", "Anna Bell"),
        ]
    );
}

#[test]
fn a_role_or_a_description_may_stand_between_a_quote_and_its_verb() {
    let text = "News\n\"We will sue,\" Foreign Minister Edda Lorn told reporters on Monday.\n\"They lied,\" Tomas Greaves, a farmer from the valley, said.\n\"No comment,\" the mayor of Castleby, Priya Nair, said.\n";
    assert_eq!(
        said(text),
        [
            pair("\"We will sue,\"", "Edda Lorn"),
            pair("\"They lied,\"", "Tomas Greaves"),
            pair("\"No comment,\"", "Priya Nair"),
        ]
    );
}

#[test]
fn a_split_quote_and_paragraphs_that_reopen_have_one_speaker() {
    let text = "News\n“We waited for years,” Edda Lorn said, “and nobody came.”\n“He lied to us,” said Priya Nair.\n“He lied for years.\n“And he did it with a smile.”\n";
    assert_eq!(
        said(text),
        [
            pair("“We waited for years,”", "Edda Lorn"),
            pair("“and nobody came.”", "Edda Lorn"),
            pair("“He lied to us,”", "Priya Nair"),
            pair("“He lied for years.", "Priya Nair"),
            pair("“And he did it with a smile.”", "Priya Nair"),
        ]
    );
}

#[test]
fn those_without_a_name_speak_too() {
    let text = "News\n\"The road is closed,\" police said.\n\"It burned,\" a company official, who asked not to be named, said.\n";
    assert_eq!(
        said(text),
        [
            pair("\"The road is closed,\"", "police"),
            pair("\"It burned,\"", "company official"),
        ]
    );
}

#[test]
fn a_pronoun_is_the_speaker_whom_it_can_mean() {
    let text = "News\nPeter Greaves left. Anna Bell stayed.\n\"I was tired,\" he said.\n\"I was not,\" she said.\n";
    assert_eq!(
        said(text),
        [
            pair("\"I was tired,\"", "Peter Greaves"),
            pair("\"I was not,\"", "Anna Bell"),
        ]
    );
}
