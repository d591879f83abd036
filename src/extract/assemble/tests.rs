//! What is built from articles: true to their words, with reasons that lead somewhere, and kept apart from what a person made.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::*;
use crate::extract::{Language, Pack, read_article, recognise};
use crate::model::{Date, Day, Event, PUBLISHED, Review, Role, reasoning};
use crate::text::{Offsets, Resolution, resolve};

const SEED: &str = include_str!("../../../seeds/000_f3226ebb9ab90383.txt");

fn indonesian() -> &'static Language {
    static LANGUAGE: OnceLock<Language> = OnceLock::new();
    LANGUAGE.get_or_init(|| Language::new(Pack::built_in("id").unwrap()).unwrap())
}

fn day(text: &str) -> Day {
    Date::parse(text).unwrap().bounds().earliest
}

fn built(text: &str, published: Option<&str>) -> Timeline {
    let article = read_article(text.as_bytes(), "a.txt").unwrap();
    let found = recognise(&article.text, indonesian(), published.map(day), None);
    let mut assembler = Assembler::new(false);
    let source = source_of(&article, &found, "id", "berita-sore");
    assembler.add(source, &article.text, &found);
    assembler.finish()
}

fn event<'t>(timeline: &'t Timeline, date: &str) -> &'t Event {
    let dated = |event: &&Event| {
        event
            .leading_claim()
            .is_some_and(|claim| claim.date.as_deref() == Some(date))
    };
    timeline
        .events
        .iter()
        .find(dated)
        .unwrap_or_else(|| panic!("no event of {date}"))
}

fn assert_sound(timeline: &Timeline, text: &str) {
    let offsets = Offsets::new(text);
    for event in &timeline.events {
        assert!(is_untouched(event));
        assert!(!event.claims.is_empty(), "{}", event.id);
        for claim in &event.claims {
            assert!(claim.by.is_some());
            for anchor in &claim.anchors {
                assert!(matches!(
                    resolve(text, &offsets, anchor),
                    Resolution::Exact(_)
                ));
            }
            let order: Vec<u8> = claim
                .anchors
                .iter()
                .map(|anchor| match anchor.role {
                    Role::Date => 0,
                    Role::Evidence => 1,
                    Role::Quote => 2,
                })
                .collect();
            assert!(order.is_sorted(), "{}", event.id);
            let way = reasoning(timeline, claim);
            let last = way.steps.last().unwrap().relative_to.as_deref();
            assert!(matches!(last, None | Some(PUBLISHED)), "{}", event.id);
        }
    }
}

#[test]
fn the_seed_article_becomes_a_timeline_with_its_reasons() {
    let timeline = built(SEED, None);
    assert_sound(&timeline, SEED);
    let source = &timeline.sources[0];
    assert_eq!(source.id, "berita-sore");
    assert_eq!(source.published.as_deref(), Some("2025-07-03"));
    assert_eq!(source.published_from.as_deref(), Some("lead"));
    assert!(source.published_inferred);
    assert_eq!(source.author.as_deref(), Some("Farra"));
    assert_eq!(timeline.title, source.title);
    assert_eq!(
        source.sha256.as_deref(),
        Some("34508e2c5ff4340eaf59b17dd5f0d16589071ee19dd110a5c8ee92e33825b297")
    );
    let talks = event(&timeline, "2025-05-16").leading_claim().unwrap();
    assert_eq!(talks.relative_to.as_deref(), Some(PUBLISHED));
    let words: Vec<&str> = talks
        .anchors
        .iter()
        .filter(|anchor| anchor.role == Role::Date)
        .map(|anchor| anchor.exact.as_str())
        .collect();
    assert_eq!(words.last(), Some(&"16 Mei"));
    let june = event(&timeline, "[2025-06-11..2025-06-20]");
    let claim = june.leading_claim().unwrap();
    assert_eq!(claim.timex.as_deref(), Some("2025-06"));
    assert!(claim.by.as_deref().unwrap().starts_with("id."));
    assert!(june.id.starts_with("2025-06-"), "{}", june.id);
    // “sehari setelah” counts from the call that the article is about.
    let call = event(&timeline, "2025-07-03");
    assert!(call.main);
    let pause = event(&timeline, "2025-07-02").leading_claim().unwrap();
    assert_eq!(pause.relative_to.as_deref(), Some(call.id.as_str()));
    let ids: Vec<&str> = timeline
        .actors
        .iter()
        .map(|actor| actor.id.as_str())
        .collect();
    assert!(ids.contains(&"vladimir-putin") && ids.contains(&"donald-trump"));
}

#[test]
fn who_said_it_parts_the_claims_of_an_event() {
    let text = "Gedung lama di Kota Sawah terbakar pada Senin (2/6/2025).\n\
                Kepala Dinas Rini Halim mengatakan, \"Api padam pada Senin (2/6/2025) malam di seluruh gedung itu.\"\n";
    let timeline = built(text, Some("2025-06-03"));
    assert_sound(&timeline, text);
    let fire = event(&timeline, "2025-06-02");
    let said: Vec<Option<&str>> = fire
        .claims
        .iter()
        .map(|claim| claim.said_by.as_deref())
        .collect();
    assert_eq!(said[0], None, "the words of the date come first");
    assert!(fire.claims[0].date.is_some() && fire.claims[0].confidence.is_some());
    for claim in &fire.claims[1..] {
        let speaker = claim.said_by.as_deref().unwrap();
        assert!(timeline.actors.iter().any(|actor| actor.id == speaker));
        assert_eq!(claim.date.as_deref(), Some("2025-06-02"));
        let quote = claim
            .anchors
            .iter()
            .find(|anchor| anchor.role == Role::Quote);
        assert_eq!(quote.unwrap().speaker.as_deref(), Some(speaker));
    }
}

#[test]
fn a_weekday_that_the_date_is_not_is_noted() {
    let timeline = built("Pasar itu dibuka pada Senin (3/7/2025).\n", None);
    let claim = event(&timeline, "2025-07-03").leading_claim().unwrap();
    assert!(claim.note.as_deref().unwrap().contains("weekday"));
}

#[test]
fn several_articles_qualify_the_ids_of_their_events_and_share_actors() {
    let texts = [
        "Menteri Keuangan Rini Halim membuka pasar pada Senin (2/6/2025).\n",
        "Menteri Keuangan Rini Halim menutup pasar pada Selasa (3/6/2025).\n",
    ];
    let mut assembler = Assembler::new(true);
    for (text, name) in texts.iter().zip(["satu", "dua"]) {
        let article = read_article(text.as_bytes(), "a.txt").unwrap();
        let found = recognise(text, indonesian(), None, None);
        assembler.add(source_of(&article, &found, "id", name), text, &found);
    }
    let timeline = assembler.finish();
    assert_eq!(timeline.title, None);
    let prefixes: Vec<&str> = timeline
        .events
        .iter()
        .filter_map(|event| event.id.split('/').next())
        .collect();
    assert_eq!(prefixes, ["satu", "dua"]);
    let people = timeline
        .actors
        .iter()
        .filter(|actor| actor.id.starts_with("rini"));
    assert_eq!(people.count(), 1);
}

/// The same article read again, merged into what a person made of the first reading.
fn merged(text: &str, change: impl Fn(&mut Timeline)) -> (Timeline, Merged) {
    let mut old = built(text, None);
    change(&mut old);
    let given = old.sources[0].published.as_deref().map(day);
    let found = recognise(text, indonesian(), given, None);
    let mut assembler = Assembler::new(false).beside(&old);
    assembler.add_again(old.sources[0].clone(), text, &found);
    let same = Reread {
        old: "berita-sore".to_owned(),
        new: "berita-sore".to_owned(),
    };
    let merged = merge(&old, assembler.finish(), &[same], &HashSet::new());
    (old, merged)
}

#[test]
fn a_second_reading_changes_nothing() {
    let (old, merged) = merged(SEED, |_| ());
    assert!(merged.timeline == old, "something was changed");
    assert!(merged.events.is_empty() && merged.actors.is_empty() && merged.sources.is_empty());
}

#[test]
fn what_a_person_made_or_decided_stays() {
    let (old, merged) = merged(SEED, |timeline| {
        let events = &mut timeline.events;
        events[0].review = Review::Accepted;
        events[1].review = Review::Rejected;
        events[2].title = "Judul saya".to_owned();
        events[3].claims[0].by = Some("human".to_owned());
        events[4].claims[0].date = Some("2025-06-12".to_owned());
        events.push(Event {
            id: "mine".to_owned(),
            title: "Milik saya".to_owned(),
            ..Event::default()
        });
        timeline.actors[0].name = "Nama saya".to_owned();
        timeline.sources[0].publisher = Some("Penerbit saya".to_owned());
    });
    assert!(merged.timeline == old, "something was changed");
    assert!(merged.events.is_empty());
}

#[test]
fn untouched_drafts_are_refreshed_under_their_ids_and_others_dropped_or_added() {
    let (old, merged) = merged(SEED, |timeline| {
        timeline.events.remove(0);
        let stale = &mut timeline.events[1];
        stale.id = "my-name".to_owned();
        stale.title = "Judul lama".to_owned();
        sign(stale);
        let gone = Event {
            id: "gone".to_owned(),
            claims: vec![crate::model::Claim {
                source: "berita-sore".to_owned(),
                ..Default::default()
            }],
            ..Event::default()
        };
        timeline.events.push(gone);
        let last = timeline.events.last_mut().unwrap();
        sign(last);
    });
    assert_eq!(merged.events.len(), 1, "the removed draft is back");
    let Fate::Refreshed(fresh) = &merged.fates[1] else {
        panic!("{:?}", merged.fates[1]);
    };
    assert_eq!(fresh.id, "my-name");
    assert_ne!(fresh.title, "Judul lama");
    assert_eq!(merged.fates[old.events.len() - 1], Fate::Dropped);
    assert!(
        merged
            .timeline
            .events
            .iter()
            .all(|event| event.id != "gone")
    );
    assert_sound(&merged.timeline, SEED);
}

fn turn<'a>(text: &'a str, date: &str) -> Turn<'a> {
    Turn {
        source: 0,
        text,
        language: indonesian(),
        day: day(date),
    }
}

fn dates(timeline: &Timeline) -> Vec<(String, Option<String>)> {
    let events = timeline.events.iter();
    let mut dates: Vec<(String, Option<String>)> = events
        .map(|event| {
            (
                event.id.clone(),
                event.leading_claim().unwrap().date.clone(),
            )
        })
        .collect();
    dates.sort();
    dates
}

#[test]
fn what_was_built_follows_another_day_under_its_ids() {
    let before = built(SEED, None);
    let turned = rebuild(&before, turn(SEED, "2026-07-03")).timeline;
    assert_sound(&turned, SEED);
    let (old, new) = (dates(&before), dates(&turned));
    let ids = |dates: &[(String, Option<String>)]| -> Vec<String> {
        dates.iter().map(|(id, _)| id.clone()).collect()
    };
    let shared = ids(&new).iter().filter(|id| ids(&old).contains(id)).count();
    assert!(shared + 1 >= old.len(), "{old:?} {new:?}");
    event(&turned, "2026-01");
    event(&turned, "2025-07-03");
    assert_eq!(turned.sources[0].published.as_deref(), Some("2026-07-03"));
    assert!(!turned.sources[0].published_inferred);
    let back = rebuild(&turned, turn(SEED, "2025-07-03")).timeline;
    assert_eq!(dates(&back), old);
}

#[test]
fn claims_of_a_file_follow_where_the_rules_read_their_words_as_its_author() {
    let mut before = built(SEED, None);
    for event in &mut before.events {
        event.review = Review::Accepted;
    }
    let call = event(&before, "2025-07-03").id.clone();
    let planned = event(&before, "2025-07-04").id.clone();
    let second = event(&before, "2025-01").id.clone();
    let june = event(&before, "[2025-06-11..2025-06-20]").id.clone();
    // A reader who takes the words otherwise, and an event that counts from one that follows.
    let other = before
        .events
        .iter_mut()
        .find(|event| event.id == june)
        .unwrap();
    other.claims[0].date = Some("2025-06-15".to_owned());
    before.events.push(Event {
        id: "later".to_owned(),
        claims: vec![crate::model::Claim {
            source: "elsewhere".to_owned(),
            date: Some("2025-07-06".to_owned()),
            timex: Some("P2D".to_owned()),
            relative_to: Some(planned.clone()),
            ..Default::default()
        }],
        ..Event::default()
    });
    let turned = follow_day(&before, turn(SEED, "2026-07-02"));
    let date = |id: &str| {
        let event = turned.timeline.events.iter().find(|event| event.id == id);
        event
            .unwrap()
            .leading_claim()
            .unwrap()
            .date
            .clone()
            .unwrap()
    };
    assert_eq!(date(&second), "2026-01");
    assert_eq!(date(&call), "2025-07-03", "its words give the whole date");
    assert_eq!(date(&june), "2025-06-15");
    assert!(turned.stays[&june].contains("otherwise"));
    let (moved, base) = (day(&date("later")), day(&date(&planned)));
    assert_ne!(date(&planned), "2025-07-04");
    assert_eq!(moved.since(base), 2);
    assert_eq!(turned.stays.len(), 1, "{:?}", turned.stays);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_becomes_a_sound_timeline(words in proptest::collection::vec(
        prop_oneof![
            Just("Presiden Rusia Vladimir Putin"), Just("mengatakan,"), Just("\"Kami siap,\""), Just("kata Rini Halim"),
            Just("Kamis (3/7/2025)"), Just("Senin (3/7/2025)"), Just("dua hari kemudian"), Just("kemarin"), Just("sehari setelah"),
            Just("Percakapan ini"), Just("akan"), Just("di Istanbul"), Just("dikutip dari Antara"), Just("16 Mei"), Just("tahun ini"),
            Just("pertengahan Juni"), Just("saat itu"), Just("keesokan harinya"), Just("."), Just(".\n"), Just("🙂 e\u{301}"), Just("\u{202e}"),
        ], 0..60))
    {
        let text = format!("Kabar. {}", words.join(" "));
        let timeline = built(&text, Some("2025-07-03"));
        assert_sound(&timeline, &text);
    }
}
