//! What the room for names finds in English: possessives, demonyms, complements of roles, nouns behind their modifiers.

use std::sync::OnceLock;

use super::tests::find;
use super::*;
use crate::extract::reading::Lexicon;
use crate::extract::{Pack, sentences, tokens};

fn found(text: &str) -> Vec<FoundActor> {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| Lexicon::new(&Pack::built_in("en").unwrap()));
    let words = Words::new(text, &tokens(text), &sentences(text), &|_| false, lexicon);
    actors(&words)
}

fn names(actors: &[FoundActor]) -> Vec<&str> {
    actors.iter().map(|actor| actor.name.as_str()).collect()
}

#[test]
fn a_possessive_ending_is_no_part_of_a_name_and_a_role_no_part_of_it() {
    let actors = found(
        "News\nNorvia's Foreign Minister Edda Lorn met Sen. Tomas Greaves on Monday. Lorn’s aide left.",
    );
    let minister = find(&actors, "Edda Lorn");
    assert_eq!(minister.kind, ActorKind::Person);
    assert_eq!(
        minister.mentions[0].role.as_deref(),
        Some("Foreign Minister")
    );
    assert_eq!(minister.aliases, ["Lorn"]);
    assert_eq!(find(&actors, "Tomas Greaves").kind, ActorKind::Person);
}

#[test]
fn a_possessive_inside_the_name_of_a_house_belongs_to_it() {
    let actors = found(
        "News\nRivals bought St. Brenna's Hospital. The Harwick Children's Clinic protested. The Osthaven Dockworkers' Union wept.",
    );
    assert_eq!(
        names(&actors),
        [
            "Brenna's Hospital",
            "Harwick Children's Clinic",
            "Osthaven Dockworkers' Union"
        ]
    );
}

#[test]
fn what_a_role_is_of_does_not_hold_it() {
    let actors = found(
        "News\nThe mayor of Castleby, Priya Nair, resigned. The head of the Orsk Institute, Anna Bell, wept.",
    );
    let mayor = find(&actors, "Priya Nair");
    assert_eq!(mayor.kind, ActorKind::Person);
    assert!(mayor.mentions[0].subject);
    assert_eq!(find(&actors, "Anna Bell").kind, ActorKind::Person);
    assert!(
        !actors
            .iter()
            .any(|actor| actor.name == "Castleby" && actor.kind == ActorKind::Person)
    );
}

#[test]
fn a_demonym_stands_for_its_state_and_is_nobody_alone() {
    let actors =
        found("News\nSweden voted on Sunday. Swedish officials cheered. The U.S. protested.");
    assert_eq!(find(&actors, "Sweden").aliases, ["Swedish"]);
    assert_eq!(find(&actors, "U.S.").kind, ActorKind::Place);
    let actors = found("News\nEdda Lorn boarded a Swedish ship.");
    assert_eq!(names(&actors), ["Edda Lorn"]);
}

#[test]
fn an_age_or_a_description_behind_a_comma_tells_a_person() {
    let actors = found("News\nVornak, 48, was jailed. Tibbel, a retired baker, watched.");
    assert_eq!(find(&actors, "Vornak").kind, ActorKind::Person);
    assert_eq!(find(&actors, "Tibbel").kind, ActorKind::Person);
}

#[test]
fn bodies_are_told_by_their_heads_and_tails_and_keep_no_article() {
    let actors = found(
        "News\nThe Institute of Norvia sued a mill. Great Vale Rail Corp., which owns it, appealed. The Competition and Markets Authority (CMA) agreed. The CMA waited.",
    );
    assert_eq!(
        find(&actors, "Institute of Norvia").kind,
        ActorKind::Organisation
    );
    assert!(find(&actors, "Great Vale Rail Corp").mentions[0].subject);
    let authority = find(&actors, "Competition and Markets Authority");
    assert_eq!(authority.aliases, ["CMA"]);
}

#[test]
fn those_without_a_name_stand_behind_their_modifiers() {
    let actors = found(
        "News\nA senior company official resigned. Two railway workers died. A police van burned. Police arrested a teenager.",
    );
    find(&actors, "senior company official");
    find(&actors, "Two railway workers");
    let police = find(&actors, "Police");
    assert_eq!(police.kind, ActorKind::Organisation);
    assert_eq!(police.mentions.len(), 1, "the van's police are nobody");
}

#[test]
fn a_definite_noun_means_the_body_or_the_holder_named_before() {
    let actors = found(
        "News\nNorvik Foods Ltd bought a mill. The company closed it. Water Minister Edda Lorn came. Later the minister left.",
    );
    assert_eq!(find(&actors, "Norvik Foods Ltd").mentions.len(), 2);
    assert!(!actors.iter().any(|actor| actor.name.contains("company")));
    assert_eq!(find(&actors, "Edda Lorn").mentions.len(), 2);
}

#[test]
fn ordinary_words_days_and_things_are_nobody() {
    let actors = found(
        "News\nMeanwhile the vote failed. On Tuesday in March, However, nothing moved. The Clean Rivers Act passed. Anna Bell sang.",
    );
    assert_eq!(names(&actors), ["Anna Bell"]);
}

#[test]
fn a_body_is_told_from_others_by_its_country() {
    let actors = found(
        "News\nOn Monday the Swedish parliament approved the bridge. The parliament will meet again.",
    );
    let parliament = find(&actors, "Swedish parliament");
    assert_eq!(parliament.kind, ActorKind::Organisation);
    assert!(parliament.mentions.iter().any(|mention| mention.subject));
}

#[test]
fn those_whom_a_participle_acts_upon_are_acted_upon() {
    let actors = found("News\nThe roof of a mill fell on Monday, injuring four workers.");
    assert!(find(&actors, "four workers").mentions[0].object);
}

#[test]
fn a_pronoun_means_one_whom_it_can_mean() {
    let actors = found(
        "News\nAnna Bell met Peter Greaves on Monday. She drew a map. Bell laughed. He wept.",
    );
    let pronouns = |name: &str| {
        let mentions = find(&actors, name).mentions.iter();
        mentions
            .filter(|mention| mention.form == MentionForm::Pronoun)
            .count()
    };
    assert_eq!((pronouns("Anna Bell"), pronouns("Peter Greaves")), (1, 1));
    let actors = found("News\nMaria Lorn resigned. Police arrested a guard. He was freed.");
    let lorn = find(&actors, "Maria Lorn");
    assert!(
        lorn.mentions
            .iter()
            .all(|mention| mention.form != MentionForm::Pronoun)
    );
}
