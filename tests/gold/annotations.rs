//! What holds of the annotations by hand, whatever the program says.

use std::collections::HashSet;

use linimasa::model::Date;

use super::score::is_verbatim;
use super::set::{Item, items, own_folder};

fn own() -> Vec<Item> {
    let items = items(&own_folder());
    assert!(items.len() >= 8, "{} articles", items.len());
    items
}

#[test]
fn every_slice_is_verbatim_and_the_text_has_the_length_of_an_article() {
    for item in own() {
        let letters: Vec<char> = item.text.chars().collect();
        assert!((900..2200).contains(&letters.len()), "{}", item.id);
        let gold = &item.gold;
        let evidence = gold.events.iter().flat_map(|event| &event.evidence);
        let slices = gold.timex.iter().map(|timex| &timex.slice);
        let slices = slices.chain(gold.quotes.iter().map(|quote| &quote.slice));
        for slice in slices.chain(evidence) {
            assert!(is_verbatim(slice, &letters), "{}: {slice:?}", item.id);
        }
    }
}

#[test]
fn speakers_and_actors_of_events_are_among_the_actors_and_every_form_stands_in_the_text() {
    for item in own() {
        let actors: HashSet<&str> = item.gold.actors.iter().map(|a| a.name.as_str()).collect();
        let speakers = item
            .gold
            .quotes
            .iter()
            .filter_map(|quote| quote.speaker.as_ref());
        let events = item.gold.events.iter();
        let named = events.flat_map(|event| event.actors.iter().chain(&event.optional_actors));
        for name in speakers.chain(named) {
            assert!(actors.contains(name.as_str()), "{}: {name}", item.id);
        }
        for actor in &item.gold.actors {
            for form in std::iter::once(&actor.name).chain(&actor.aliases) {
                // What a careful human writes out in full need not stand there in one piece.
                let stands = form.split(' ').all(|word| item.text.contains(word));
                assert!(stands, "{}: {form}", item.id);
            }
        }
    }
}

#[test]
fn events_have_a_date_with_bounds_its_words_and_one_of_them_is_the_news() {
    for item in own() {
        let events = &item.gold.events;
        assert_eq!(events.iter().filter(|event| event.main).count(), 1);
        for event in events {
            let date = event.date.as_deref().unwrap();
            assert!(Date::parse(date).is_ok(), "{}: {date}", item.id);
            assert!(["happened", "planned", "claimed"].contains(&event.status.as_str()));
            assert!(!event.evidence.is_empty() && !event.title.is_empty());
            assert!(!event.date_timex.is_empty(), "{}: {}", item.id, event.title);
            for timex in &event.date_timex {
                assert!(
                    *timex < item.gold.timex.len(),
                    "{}: {}",
                    item.id,
                    event.title
                );
            }
        }
    }
}
