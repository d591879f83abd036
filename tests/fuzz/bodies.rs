//! What is done with any bytes, and what must hold then: no panic, and no state that cannot be. `cargo test` runs the same
//! bodies over the regressions and random bytes, the targets beside this file run them guided by coverage.

use std::sync::OnceLock;

use linimasa::app::{Key, Start, State, press};
use linimasa::extract::{Assembler, Language, Pack, read_article, recognise, source_of};
use linimasa::format::stream::{self, Input, Limits, Options};
use linimasa::format::{Base, Document, Encoding, parse, write};
use linimasa::model::{Anchor, Day, Role};
use linimasa::store::{Opened, Store, Wake, examine, open};
use linimasa::text::{Offsets, Resolution, make, resolve};
use linimasa::tui::{DrawCache, Theme, render};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::sound;

const ARTICLE: &str = include_str!("../../seeds/000_f3226ebb9ab90383.txt");
const TIMELINE: &str = include_str!("../../assets/timeline.toml");

/// What is done with bytes.
type Body = fn(&[u8]);

/// The name of each body, and the body.
pub(crate) const BODIES: [(&str, Body); 6] = [
    ("native", native),
    ("tables", tables),
    ("html", html),
    ("tagger", tagger),
    ("anchors", anchors),
    ("app", app),
];

/// The native formats: what is read can be written and is read the same again, and every fault of it can be told.
pub(crate) fn native(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for encoding in [Encoding::Toml, Encoding::Json, Encoding::JsonLines] {
        let Ok(document) = parse(text, "fuzz", encoding) else {
            continue;
        };
        for to in [Encoding::Toml, Encoding::Json, Encoding::JsonLines] {
            if let Ok(written) = write(&document.timeline, to) {
                let again = parse(&written, "fuzz", to)
                    .unwrap_or_else(|fault| panic!("{fault}: {written}"));
                assert!(
                    again.timeline == document.timeline,
                    "{to:?} lost something: {written}"
                );
            }
        }
        let (_, faults) = examine(document, "fuzz", &Base::Nowhere);
        for fault in faults {
            assert!(!linimasa::text::SafeText::new(&fault.to_string()).is_empty());
        }
    }
}

/// Large inputs and tables of others: whatever arrives can be counted, walked and shown.
pub(crate) fn tables(bytes: &[u8]) {
    let limits = Limits {
        max_record: 1 << 16,
        max_size: 1 << 20,
        max_ratio: 20,
    };
    for (name, map) in [
        ("fuzz.csv", Some("date=d,title=t,quote=q,actors=a")),
        ("fuzz.csv", Some("acled")),
        ("fuzz.tsv", None),
        ("fuzz.jsonl", None),
        ("fuzz.json", None),
    ] {
        let options = Options {
            map: map.and_then(|map| map.parse().ok()),
            encoding: None,
            limits,
        };
        let owned = std::io::Cursor::new(bytes.to_vec());
        let Ok(Input::Records(opened)) = stream::open_reader(owned, name, &options) else {
            continue;
        };
        let Ok(mut store) = Store::begin(*opened, name, Wake::new(|| {})) else {
            continue;
        };
        store.wait_for_all();
        shown(
            State::new(store, Start::default()),
            &["G", "enter", "tab", "g", "g"],
        );
    }
}

/// Pages of HTML: what an article is made of stands in its text.
pub(crate) fn html(bytes: &[u8]) {
    for name in ["fuzz.html", "fuzz.md", "-"] {
        if let Ok(article) = read_article(bytes, name) {
            recognised(&article.text);
        }
    }
}

/// The recogniser of articles in both languages: spans are slices, and what is built of them is no fault.
pub(crate) fn tagger(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        recognised(text);
    }
}

fn languages() -> &'static [Language; 2] {
    static LANGUAGES: OnceLock<[Language; 2]> = OnceLock::new();
    LANGUAGES.get_or_init(|| {
        ["id", "en"].map(|name| {
            let pack = Pack::built_in(name).unwrap_or_else(|| panic!("no pack {name}"));
            Language::new(pack).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
        })
    })
}

fn recognised(text: &str) {
    for language in languages() {
        let found = recognise(text, language, Some(Day(20_272)), None);
        let faults = sound::faults(text, &found);
        assert!(faults.is_empty(), "{faults:?} in {text:?}");
        let Ok(article) = read_article(text.as_bytes(), "fuzz.txt") else {
            continue;
        };
        let found = recognise(&article.text, language, Some(Day(20_272)), None);
        let mut assembler = Assembler::new(false);
        let source = source_of(&article, &found, "id", "fuzz");
        assembler.add(source, &article.text, &found);
        let texts = [article.text];
        let opened = open(
            Document::made(assembler.finish()),
            "fuzz",
            &Base::Memory(&texts),
        );
        assert!(opened.is_ok(), "what was built is refused");
    }
}

/// Anchors: a text and words, parted by a NUL; what is found is a slice of the text and, if exact, the words.
pub(crate) fn anchors(bytes: &[u8]) {
    let Ok(whole) = std::str::from_utf8(bytes) else {
        return;
    };
    let mut parts = whole.split('\0');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let (text, exact, prefix, suffix, place) = (next(), next(), next(), next(), next());
    let offsets = Offsets::new(&text);
    let start = place.parse().ok();
    let anchor = Anchor {
        role: Role::Evidence,
        end: None,
        exact,
        prefix,
        suffix,
        start,
        speaker: None,
        extra: Default::default(),
    };
    match resolve(&text, &offsets, &anchor) {
        Resolution::Exact(range) | Resolution::Moved(range) => {
            assert_eq!(text.get(range.clone()), Some(anchor.exact.as_str()));
            let made = make(&text, &offsets, range.clone(), Role::Evidence);
            if let Some(made) = made {
                assert_eq!(resolve(&text, &offsets, &made), Resolution::Exact(range));
            }
        }
        Resolution::Altered { found } => assert!(text.contains(&found)),
        Resolution::Absent => {}
    }
}

/// Keys that bytes stand for; all that the keymap knows, and letters.
const KEYS: [&str; 56] = [
    "j",
    "k",
    "g",
    "G",
    "t",
    "e",
    "s",
    "d",
    "enter",
    "tab",
    "shift-tab",
    "esc",
    "z",
    "[",
    "]",
    "\"",
    "w",
    "H",
    "L",
    "a",
    "/",
    "n",
    "N",
    "S",
    "&",
    "F",
    "c",
    "y",
    "D",
    "T",
    "!",
    ":",
    "?",
    "v",
    "up",
    "down",
    "pgdn",
    "pgup",
    "home",
    "end",
    "{",
    "}",
    "backspace",
    "left",
    "right",
    "ctrl-d",
    "ctrl-u",
    "ctrl-t",
    "ctrl-o",
    "ctrl-n",
    "ctrl-p",
    "1",
    "9",
    "2",
    "-",
    "+",
];

/// The whole app: keys up to the first byte 255, then a timeline in TOML; without one, the built-in timeline.
pub(crate) fn app(bytes: &[u8]) {
    let end = bytes.iter().position(|byte| *byte == 255);
    let (keys, timeline) = bytes.split_at(end.unwrap_or(bytes.len()));
    let own = timeline.get(1..).filter(|own| !own.is_empty());
    let text = match own.map(std::str::from_utf8) {
        Some(Ok(text)) => text,
        Some(Err(_)) => return,
        None => TIMELINE,
    };
    let Ok(document) = parse(text, "fuzz.toml", Encoding::Toml) else {
        return;
    };
    let path = document
        .timeline
        .sources
        .first()
        .and_then(|source| source.text.clone())
        .unwrap_or_default();
    let texts = [(path.as_str(), ARTICLE.as_bytes())];
    let Ok(Opened { store, notices, .. }) = open(document, "fuzz.toml", &Base::Embedded(&texts))
    else {
        return;
    };
    let start = Start {
        name: "fuzz.toml".to_owned(),
        notices,
        ..Start::default()
    };
    let keys: Vec<&str> = keys
        .iter()
        .take(64)
        .map(|byte| KEYS[usize::from(*byte) % KEYS.len()])
        .collect();
    shown(State::new(store, start), &keys);
}

/// Presses keys and draws behind each, at sizes that change; what is selected must be there.
fn shown(mut state: State, keys: &[&str]) {
    let theme = Theme::built_in();
    let mut cache = DrawCache::default();
    for (at, key) in keys.iter().enumerate() {
        let key: Key = key.parse().unwrap_or_else(|fault| panic!("{fault}"));
        press(&mut state, key);
        state.take_news();
        let size = [(160, 44), (80, 24), (30, 9), (1, 1)][at % 4];
        let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
        let frame = render(&state, &theme, &mut cache, &mut buffer);
        state.note_seen(frame.seen);
        if let Some(event) = state.selected {
            assert!(
                event.at() < state.store.len(),
                "what is selected is not there"
            );
        }
        let cells = buffer.content.iter();
        let wild = cells
            .map(ratatui::buffer::Cell::symbol)
            .find(|symbol| symbol.contains(char::is_control));
        assert_eq!(wild, None);
    }
}
