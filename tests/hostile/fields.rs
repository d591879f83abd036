//! A timeline that carries the corpus in every field that holds text, and proof that none was forgotten.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::attacks::{Attack, attacks};

/// A folder with a timeline of one source, three actors and one event for each attack, all of whose fields carry it.
pub(crate) struct Hostile {
    pub(crate) folder: TempDir,
    pub(crate) timeline: Value,
}

/// Every field carries the attack behind its own name, so that a reader of a failure sees which it was.
fn carry(field: &str, attack: &Attack) -> String {
    format!("{field}-{} {}", attack.name, attack.text)
}

/// What the event of an attack is called.
pub(crate) fn title(attack: &Attack) -> String {
    carry("title", attack)
}

/// How that must be shown.
pub(crate) fn title_shown(attack: &Attack) -> String {
    format!("title-{} {}", attack.name, attack.shown)
}

fn sentence(attack: &Attack) -> String {
    format!("Kata {} {} selesai.", attack.name, attack.text)
}

fn source(attack: &Attack, text: &str, hash: &str) -> Value {
    json!({
        "id": carry("source", attack), "title": carry("stitle", attack), "publisher": carry("publisher", attack),
        "author": carry("author", attack), "published": "2025-07-03", "language": carry("language", attack),
        "published_inferred": true, "published_from": carry("from", attack), "replaces": carry("replaces", attack),
        "url": format!("javascript:{}", carry("url", attack)), "text": text, "sha256": hash, "original_sha256": carry("original", attack),
        carry("skey", attack): carry("unknown", attack),
    })
}

fn actors(attack: &Attack) -> [Value; 2] {
    let actor = |what: &str, kind: &str| {
        json!({
            "id": carry(what, attack), "name": carry(&format!("name-{what}"), attack), "kind": kind,
            "aliases": [carry("alias", attack), carry("other-alias", attack)], carry("akey", attack): [carry("unknown", attack)],
        })
    };
    [actor("actor", "person"), actor("place", "place")]
}

fn event(attack: &Attack, text: &str) -> Value {
    let (actor, place) = (carry("actor", attack), carry("place", attack));
    let exact = sentence(attack);
    let end = exact.chars().count();
    let (prefix, suffix) = ("", text.strip_prefix(&exact).unwrap());
    let anchor = |role: &str| json!({ "role": role, "exact": exact, "start": 0, "end": end, "prefix": prefix, "suffix": suffix, "speaker": actor, carry("nkey", attack): 1 });
    json!({
        "id": carry("event", attack), "title": title(attack), "titles": { "en": carry("title-en", attack), carry("tkey", attack): carry("title-x", attack) },
        "kind": carry("kind", attack), "place": place, "built": carry("built", attack), "status": "claimed",
        "actors": [{ "id": actor, "role": carry("role", attack) }], carry("ekey", attack): { carry("deep", attack): carry("unknown", attack) },
        "claims": [{
            "source": carry("source", attack), "date": "2025-07-02", "timex": carry("timex", attack), "by": carry("by", attack), "reading": "relative",
            "relative_to": carry("event", attack), "said_by": actor, "relaying": place, "via": carry("via", attack), "note": carry("note", attack),
            "anchors": [anchor("evidence"), anchor("date"), anchor("quote")],
        }, {
            "source": carry("source", attack), "date": "2025-07-01", "stance": "denies", "anchors": [anchor("evidence")],
        }],
    })
}

impl Hostile {
    pub(crate) fn new() -> Self {
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let (mut sources, mut all_actors, mut events) = (Vec::new(), Vec::new(), Vec::new());
        for (number, attack) in attacks().iter().enumerate() {
            let text = format!("{}\nYang lain {} lagi.\n", sentence(attack), attack.text);
            let name = format!("text-{number}.txt");
            std::fs::write(folder.path().join(&name), &text).unwrap();
            sources.push(source(
                attack,
                &name,
                &linimasa::format::sha256_hex(text.as_bytes()),
            ));
            all_actors.extend(actors(attack));
            events.push(event(attack, &text));
        }
        let first = &attacks()[0];
        let timeline = json!({
            "format": "linimasa/1", "title": attacks().iter().map(|attack| attack.text.as_str()).collect::<String>(),
            "sources": sources, "actors": all_actors, "events": events, carry("key", first): carry("unknown", first),
        });
        let hostile = Self { folder, timeline };
        hostile.write("t.json", hostile.timeline.to_string().as_bytes());
        hostile
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.folder.path().join(name), bytes).unwrap();
    }

    /// The same with an attack also where a date, a hash, an id of something that is there, or quoted words should stand.
    pub(crate) fn broken(&self) -> Value {
        let mut broken = self.timeline.clone();
        for (number, attack) in attacks().iter().enumerate() {
            broken["sources"][number]["published"] = carry("published", attack).into();
            broken["sources"][number]["sha256"] = carry("hash", attack).into();
            broken["sources"][number]["text"] = carry("../text", attack).into();
            let claim = &mut broken["events"][number]["claims"][0];
            claim["date"] = carry("date", attack).into();
            claim["said_by"] = carry("nobody", attack).into();
            claim["relative_to"] = carry("nothing", attack).into();
            claim["anchors"][0]["exact"] = carry("exact", attack).into();
            claim["anchors"][0]["prefix"] = carry("prefix", attack).into();
            claim["anchors"][0]["suffix"] = carry("suffix", attack).into();
            broken["events"][number]["claims"][1]["source"] = carry("no-source", attack).into();
        }
        broken
    }
}

/// Names of the fields of text below an object of the schema, by the object's own name.
fn text_fields(schema: &Value) -> BTreeSet<(String, String)> {
    let definitions = schema["$defs"].as_object().unwrap();
    let objects = definitions
        .iter()
        .map(|(name, object)| (name.as_str(), object));
    let mut fields = BTreeSet::new();
    for (name, object) in objects.chain([("Timeline", schema)]) {
        let Some(properties) = object["properties"].as_object() else {
            continue;
        };
        for (key, property) in properties {
            let kinds = property["type"].to_string();
            let list = property["items"]["type"] == "string";
            if kinds.contains("string") || list || key == "titles" {
                fields.insert((name.to_owned(), key.clone()));
            }
        }
    }
    fields
}

#[test]
fn no_field_that_holds_text_is_forgotten() {
    let schema: Value =
        serde_json::from_str(include_str!("../../assets/linimasa-1.schema.json")).unwrap();
    let hostile = Hostile::new();
    let broken = hostile.broken();
    let attack = &attacks()[0].text;
    let sample = |object: &str, from: &Value| match object {
        "Timeline" => from.clone(),
        "Source" => from["sources"][0].clone(),
        "Actor" => from["actors"][0].clone(),
        "Event" => from["events"][0].clone(),
        "Participation" => from["events"][0]["actors"][0].clone(),
        "Claim" => from["events"][0]["claims"][0].clone(),
        "Anchor" => from["events"][0]["claims"][0]["anchors"][0].clone(),
        other => panic!("{other} is new in the schema: attack its fields too"),
    };
    let fields = text_fields(&schema);
    assert!(fields.len() >= 30, "{fields:?}");
    for (object, key) in fields {
        if (object.as_str(), key.as_str()) == ("Timeline", "format") {
            continue;
        }
        let carried = [&hostile.timeline, &broken].iter().any(|from| {
            let escaped = Value::from(attack.as_str()).to_string();
            sample(&object, from)[&key]
                .to_string()
                .contains(escaped.trim_matches('"'))
        });
        assert!(carried, "no attack is in {object}.{key}");
    }
}
