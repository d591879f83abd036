//! The same article in two languages tells the same: dates, status, actors, speakers.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use linimasa::extract::{Language, Recognised, recognise};
use serde::Deserialize;

use super::seeds::day;
use super::set::own_folder;

#[derive(Deserialize)]
struct Pairs {
    published: BTreeMap<String, String>,
    names: BTreeMap<String, String>,
}

impl Pairs {
    fn read(&self, name: &str, tag: &str) -> Recognised {
        let path = own_folder().join(format!("pairs/{name}.{tag}.txt"));
        let text = fs::read_to_string(path).unwrap();
        let language = Language::shown_by(&text).unwrap();
        assert_eq!(language.tag(), tag, "{name}");
        recognise(&text, language, Some(day(&self.published[name])), None)
    }

    fn name(&self, found: &Recognised, actor: usize) -> String {
        let name = &found.actors[actor].name;
        self.names.get(name).unwrap_or(name).clone()
    }

    /// Every dated event: its date, its status, whether it is the main one, and who takes part.
    fn events(&self, found: &Recognised) -> Vec<(String, BTreeSet<String>)> {
        let dated = found.events.iter().filter(|event| event.date.is_some());
        let line = dated.map(|event| {
            let parts = event.actors.iter().map(|part| part.actor);
            let names = parts.map(|actor| self.name(found, actor)).collect();
            let main = if event.main { "main " } else { "" };
            let date = event.date.as_deref().unwrap_or_default();
            (format!("{date} {main}{:?}", event.status), names)
        });
        let mut events: Vec<_> = line.collect();
        events.sort();
        events
    }

    /// One line for each quote: who speaks.
    fn speakers(&self, found: &Recognised) -> Vec<Option<String>> {
        let speakers = found.quotes.iter().map(|quote| quote.speaker);
        speakers
            .map(|speaker| speaker.map(|actor| self.name(found, actor)))
            .collect()
    }
}

#[test]
fn the_same_article_in_two_languages_gives_the_same_timeline() {
    let text = fs::read_to_string(own_folder().join("pairs/pairs.toml")).unwrap();
    let pairs: Pairs = toml::from_str(&text).unwrap();
    for name in pairs.published.keys() {
        let id = pairs.read(name, "id");
        let en = pairs.read(name, "en");
        let (indonesian, english) = (pairs.events(&id), pairs.events(&en));
        assert!(indonesian.len() >= 5, "{name} tells little");
        assert_eq!(pairs.speakers(&id), pairs.speakers(&en), "{name}");
        assert_eq!(indonesian, english, "{name}");
    }
}
