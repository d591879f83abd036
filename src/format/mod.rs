//! One file per format. The native timeline in TOML, JSON and JSON Lines, all of one model, and the stored texts of its
//! sources; nothing here interprets dates or anchors, and nothing draws.

mod complaint;
mod encoding;
mod escape;
mod inside;
mod json;
pub mod jsonl;
mod lines;
mod lines_in_json;
mod lines_in_toml;
mod ordered;
mod patch;
mod patch_blocks;
mod read;
pub mod stream;
mod tagging;
mod tags;
mod texts;
mod toml;
mod toml_write;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod fault_tests;
#[cfg(test)]
mod native_tests;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod texts_tests;

use std::path::Path;
use std::sync::Arc;

pub use encoding::Encoding;
pub use escape::must_escape;
pub use json::to_json_string;
pub use lines::Lines;
pub use patch::{Change, Changes, has_comments, patch_toml, remarked_events};
pub use read::{MAX_BYTES, STANDARD_INPUT, read_all, read_bytes, read_file, read_text};
pub use texts::{Base, MAX_TEXT_BYTES, StoredText, load_text, load_texts, sha256_hex};

use crate::model::{FORMAT, Fault, FaultKind, Timeline};

/// A timeline as it was read from a file.
#[derive(Debug, Clone)]
pub struct Document {
    /// What the file says.
    pub timeline: Timeline,
    /// How it says it.
    pub encoding: Encoding,
    /// On which line it says what.
    pub lines: Lines,
    /// Records of JSON Lines that could not be read and are not in it, in the order of the file.
    pub damaged: Vec<Fault>,
}

impl Document {
    /// The document, if nothing of its file was left out: what is written anew must not lose anything.
    ///
    /// # Errors
    ///
    /// The first damage.
    pub fn whole(self) -> Result<Self, Fault> {
        match self.damaged.into_iter().next() {
            Some(damage) => Err(damage),
            None => Ok(Self {
                damaged: Vec::new(),
                ..self
            }),
        }
    }

    /// A timeline that was made here and comes from no file.
    #[must_use]
    pub fn made(timeline: Timeline) -> Self {
        Self {
            timeline,
            encoding: Encoding::Toml,
            lines: Lines::default(),
            damaged: Vec::new(),
        }
    }
}

/// Reads a timeline from text; `name` is the file in the fault. A byte order mark at the start is tolerated. A damaged record of
/// JSON Lines is left out and told, the rest is read.
///
/// # Errors
///
/// [`FaultKind::Version`] when the format is missing or another one, even where the rest could not be read either;
/// [`FaultKind::Syntax`] with the line otherwise.
pub fn parse(text: &str, name: &str, encoding: Encoding) -> Result<Document, Fault> {
    let text: Arc<str> = text.strip_prefix('\u{feff}').unwrap_or(text).into();
    let mut lines = Lines::new(Arc::clone(&text), encoding);
    let mut damaged = Vec::new();
    let timeline = match encoding {
        Encoding::Toml => toml::parse(&text, name, &lines),
        Encoding::Json => json::parse(&text, name, &lines),
        Encoding::JsonLines => jsonl::parse(&text, name, &mut damaged),
    };
    lines.leave_out(damaged.iter().filter_map(|fault| fault.line));
    match timeline {
        Ok(timeline) => Ok(Document {
            timeline,
            encoding,
            lines,
            damaged,
        }),
        Err(mut fault) => {
            if let Some(other) = Encoding::detect(&text).filter(|other| *other != encoding) {
                fault.mend = format!("its content looks like {}: name it so", other.word());
            }
            Err(fault)
        }
    }
}

/// Reads a timeline from text whose encoding only its content tells.
///
/// # Errors
///
/// [`FaultKind::Usage`] when it is no timeline (an article, for example), else those of [`parse`].
pub fn parse_detected(text: &str, name: &str) -> Result<Document, Fault> {
    let encoding = Encoding::detect(text).ok_or_else(|| {
        Fault::new(
            FaultKind::Usage,
            name,
            "this is no timeline in TOML, JSON or JSON Lines",
            format!("a timeline begins with format = \"{FORMAT}\"; of an article make one: linimasa build"),
        )
    })?;
    parse(text, name, encoding)
}

/// Opens a timeline: by its extension, else by its content.
///
/// # Errors
///
/// Those of [`read_file`] and [`parse_detected`].
pub fn open(path: &Path) -> Result<Document, Fault> {
    let (text, name) = read_file(path)?;
    match Encoding::from_path(path) {
        Some(encoding) => parse(&text, &name, encoding),
        None => parse_detected(&text, &name),
    }
}

/// Writes a timeline so that [`parse`] reads the same one back. In every encoding, characters that act on a terminal or
/// cannot be seen are escapes.
///
/// # Errors
///
/// [`FaultKind::Usage`] when a value cannot be written so that it is read back: a confidence that is no finite number, an
/// offset beyond what TOML holds, values nested deeper than readers go.
pub fn write(timeline: &Timeline, encoding: Encoding) -> Result<String, Fault> {
    if let Some(place) = toml::first_without_confidence(timeline) {
        return Err(Fault::new(
            FaultKind::Usage,
            "timeline",
            "confidence is no finite number",
            "give it a number from 0 to 1",
        )
        .at_place(place.to_string()));
    }
    match encoding {
        Encoding::Toml => toml::write(timeline),
        Encoding::Json => json::write(timeline),
        Encoding::JsonLines => jsonl::write(timeline),
    }
}
