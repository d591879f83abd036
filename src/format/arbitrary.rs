//! Arbitrary timelines for the property tests: every field, hostile strings, and unknown keys that try to be mistaken.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::model::{
    Actor, ActorKind, Anchor, Claim, Event, Extra, FORMAT, Modifier, Participation, Reading,
    Review, Role, Source, Stance, Status, Timeline,
};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Zé한字 \"'\\\\#=\\[\\]{}.,]{0,12}",
        2 => any::<String>(),
        1 => "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{feff}\u{e0041}\r\n\"'\\\\]{0,8}",
        1 => select(vec!["'''", "\"\"\"", "nan", "1979-05-27", "true", "\\u0041", "\r\n"]).prop_map(str::to_owned),
    ]
}

fn maybe_words() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.3, words())
}

/// Objects that look like tags, whole and nearly.
fn tag_like() -> impl Strategy<Value = Value> {
    let keys = select(vec![
        "$null",
        "$integer",
        "$pairs",
        "$datetime",
        "$float",
        "$__toml_private_datetime",
        "$__serde_spanned_private_start",
        "$serde_json::private::RawValue",
        "$serde_json::private::Number",
    ]);
    let values = prop_oneof![
        select(vec![
            json!(true),
            json!(null),
            json!("18446744073709551615"),
            json!("5"),
            json!([["a", null]]),
            json!([["a"], 1]),
            json!("1979-05-27"),
            json!("1979-05-27T07:32:00.5Z"),
            json!("07:32:00"),
            json!("1979-05-27 07:32:00"),
            json!("nan"),
            json!("-nan"),
            json!("inf"),
            json!("-inf"),
            json!("x"),
            json!({"$null": true}),
            json!({"$float": "nan"}),
        ]),
        words().prop_map(Value::from),
    ];
    (keys, values, option::weighted(0.2, words())).prop_map(|(key, value, second)| {
        let mut object = serde_json::Map::new();
        object.insert(key.to_owned(), value);
        if let Some(second) = second {
            object.insert(second, Value::Null);
        }
        Value::Object(object)
    })
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        select(vec![0.0, -0.0, 1e300, 5e-324, 0.1, 1e16, -1e-7]).prop_map(Value::from),
        words().prop_map(Value::from),
        tag_like(),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(words(), inner.clone(), 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            inner.prop_map(|value| json!({"$pairs": value})),
        ]
    })
}

/// Keys that the model does not have, whatever it is called.
fn extra() -> impl Strategy<Value = Extra> {
    let key = prop_oneof![
        "[xyz][a-z.-]{0,4}",
        words().prop_map(|word| format!("x{word}")),
        select(vec!["$null", "$pairs", "$__toml_private_datetime", ""]).prop_map(str::to_owned),
    ];
    prop_oneof![2 => Just(Extra::new()), 1 => btree_map(key, value(), 0..3)]
}

fn source() -> impl Strategy<Value = Source> {
    let first = (
        words(),
        maybe_words(),
        maybe_words(),
        maybe_words(),
        maybe_words(),
        any::<bool>(),
        maybe_words(),
    );
    let second = (
        maybe_words(),
        maybe_words(),
        maybe_words(),
        maybe_words(),
        maybe_words(),
        maybe_words(),
        extra(),
    );
    (first, second).prop_map(|(first, second)| Source {
        id: first.0,
        title: first.1,
        publisher: first.2,
        author: first.3,
        published: first.4,
        published_inferred: first.5,
        replaces: first.6,
        url: second.0,
        language: second.1,
        text: second.2,
        sha256: second.3,
        original_sha256: second.4,
        published_from: second.5,
        extra: second.6,
    })
}

fn actor() -> impl Strategy<Value = Actor> {
    (
        words(),
        words(),
        select(ActorKind::ALL),
        vec(words(), 0..3),
        extra(),
    )
        .prop_map(|(id, name, kind, aliases, extra)| Actor {
            id,
            name,
            kind,
            aliases,
            extra,
        })
}

fn anchor() -> impl Strategy<Value = Anchor> {
    let offset = || option::of(0..=i64::MAX as usize);
    let role = select(Role::ALL);
    (
        role,
        words(),
        words(),
        words(),
        offset(),
        offset(),
        maybe_words(),
        extra(),
    )
        .prop_map(
            |(role, exact, prefix, suffix, start, end, speaker, extra)| Anchor {
                role,
                exact,
                prefix,
                suffix,
                start,
                end,
                speaker,
                extra,
            },
        )
}

fn claim() -> impl Strategy<Value = Claim> {
    let read = (
        option::of(select(Modifier::ALL)),
        option::of(select(Reading::ALL)),
        option::of(select(Stance::ALL)),
        any::<bool>(),
        option::of(any::<f64>().prop_filter("finite", |number| number.is_finite())),
    );
    let texts = vec(maybe_words(), 8);
    (words(), read, texts, vec(anchor(), 0..3), extra()).prop_map(
        |(source, read, texts, anchors, extra)| Claim {
            source,
            date: texts[0].clone(),
            timex: texts[1].clone(),
            modifier: read.0,
            reading: read.1,
            relative_to: texts[2].clone(),
            by: texts[3].clone(),
            note: texts[4].clone(),
            said_by: texts[5].clone(),
            relaying: texts[6].clone(),
            via: texts[7].clone(),
            stance: read.2,
            preferred: read.3,
            confidence: read.4,
            anchors,
            extra,
        },
    )
}

fn event() -> impl Strategy<Value = Event> {
    let key = prop_oneof![
        words(),
        Just("$datetime".to_owned()),
        Just("$null".to_owned())
    ];
    let title = prop_oneof![words(), Just("1979-05-27".to_owned())];
    let titles = prop_oneof![2 => Just(BTreeMap::new()), 1 => btree_map(key, title, 0..3)];
    let part = (words(), maybe_words(), extra()).prop_map(|(id, role, extra)| Participation {
        id,
        role,
        extra,
    });
    (
        (words(), words(), titles, maybe_words()),
        (
            select(Status::ALL),
            select(Review::ALL),
            any::<bool>(),
            maybe_words(),
            maybe_words(),
        ),
        vec(part, 0..3),
        vec(claim(), 0..3),
        extra(),
    )
        .prop_map(|(named, judged, actors, claims, extra)| Event {
            id: named.0,
            title: named.1,
            titles: named.2,
            kind: named.3,
            status: judged.0,
            review: judged.1,
            main: judged.2,
            place: judged.3,
            actors,
            built: judged.4,
            claims,
            extra,
        })
}

pub(super) fn timeline() -> impl Strategy<Value = Timeline> {
    (
        maybe_words(),
        vec(source(), 0..3),
        vec(actor(), 0..3),
        vec(event(), 0..3),
        extra(),
    )
        .prop_map(|(title, sources, actors, events, extra)| Timeline {
            format: FORMAT.to_owned(),
            title,
            sources,
            actors,
            events,
            extra,
        })
}
