//! The stored texts of a timeline's sources: which may be read, and whether they are what the timeline says. Where anchors
//! stand in them is not here.

use std::path::Path;

use sha2::{Digest, Sha256};

use super::complaint::one_line;
use super::inside::{self, Whereabouts};
use super::lines::Lines;
use super::read::{self, Refusal};
use crate::model::{Fault, FaultKind, Place, Source, Timeline};

/// Largest stored text that is read, in bytes: 64 MiB.
pub const MAX_TEXT_BYTES: u64 = 64 << 20;

/// What the paths of a timeline's texts count from.
#[derive(Debug, Clone, Copy)]
pub enum Base<'a> {
    /// The folder of the timeline's file; an empty path is the current folder.
    Folder(&'a Path),
    /// No folder, as for standard input: paths count from the current folder, and each text needs a matching hash.
    Nowhere,
    /// Texts that come with the program, by the path as written in `text`.
    Embedded(&'a [(&'a str, &'a [u8])]),
    /// Texts that are in memory and in no file, one for each source in its order.
    Memory(&'a [String]),
}

/// What became of one source's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredText {
    /// The text, verbatim; `None` if the source names none or it could not be had.
    pub text: Option<String>,
    /// What is wrong, also where the text was loaded: its hash may differ.
    pub fault: Option<Fault>,
    /// The source gives a SHA-256 and the text has it.
    pub vouched: bool,
}

/// The stored texts, one for each source in its order. `name` and `lines` are the timeline's, for the faults.
///
/// A text is read from inside the folder only, symbolic links followed; from anywhere else only if its SHA-256 is given and
/// matches. What is said of a text outside is the same whether there is such a file or not, so that a timeline from a
/// stranger cannot probe for files.
#[must_use]
pub fn load_texts(
    timeline: &Timeline,
    name: &str,
    base: &Base<'_>,
    lines: &Lines,
) -> Vec<StoredText> {
    let loaded = timeline
        .sources
        .iter()
        .enumerate()
        .map(|(place, source)| load_text(source, place, name, base));
    loaded
        .enumerate()
        .map(|(index, mut stored)| {
            stored.fault = stored.fault.map(|fault| {
                let place = Place::Source(index);
                let id = timeline.sources.get(index).map_or("", |source| &source.id);
                fault
                    .at_line(lines.line_of(place))
                    .at_place(one_line(&format!("{place} ({id})")))
            });
            stored
        })
        .collect()
}

/// The SHA-256 of bytes as 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The stored text of one source, the one at `place` among them. Its fault names no line.
#[must_use]
pub fn load_text(source: &Source, place: usize, name: &str, base: &Base<'_>) -> StoredText {
    if let Base::Memory(texts) = base {
        let text = texts.get(place);
        return text.map_or_else(StoredText::default, |text| {
            judge(source, name, "text: ", text.as_bytes().to_vec())
        });
    }
    let Some(text) = &source.text else {
        return StoredText::default();
    };
    let subject = format!("text {}: ", one_line(text));
    let refused = |refusal: Refusal| StoredText {
        fault: Some(refusal.fault(name, &subject, MAX_TEXT_BYTES)),
        ..StoredText::default()
    };
    let read = |path: &Path| read::regular_file(path, MAX_TEXT_BYTES);
    let whereabouts = match base {
        Base::Embedded(files) => {
            let found = files.iter().find(|(path, _)| path == text);
            return match found {
                Some((_, bytes)) => judge(source, name, &subject, bytes.to_vec()),
                None => refused(Refusal::Missing),
            };
        }
        Base::Folder(folder) => inside::locate(folder, Path::new(text)),
        Base::Nowhere | Base::Memory(_) => Whereabouts::Outside(Path::new(text).to_owned()),
    };
    match whereabouts {
        Whereabouts::Inside(path) => match read(&path) {
            Ok(bytes) => judge(source, name, &subject, bytes),
            Err(refusal) => refused(refusal),
        },
        Whereabouts::Outside(path) => {
            let given = source.sha256.as_deref();
            let vouched = given
                .filter(|given| is_sha256(given))
                .and_then(|given| read(&path).ok().filter(|bytes| matches(bytes, given)));
            match vouched {
                Some(bytes) => judge(source, name, &subject, bytes),
                None => StoredText {
                    fault: Some(Fault::new(
                        FaultKind::Outside,
                        name,
                        format!(
                            "{subject}outside the timeline's folder, and no matching sha256 vouches for it"
                        ),
                        "copy the text into the folder, or give the sha256 of the text you trust",
                    )),
                    ..StoredText::default()
                },
            }
        }
    }
}

fn is_sha256(given: &str) -> bool {
    given.len() == 64 && given.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn matches(bytes: &[u8], given: &str) -> bool {
    sha256_hex(bytes).eq_ignore_ascii_case(given)
}

/// A text that may be read: is it text, and is it the one?
fn judge(source: &Source, name: &str, subject: &str, bytes: Vec<u8>) -> StoredText {
    let vouched = source.sha256.as_deref().map(|given| matches(&bytes, given));
    let fault = match (&source.sha256, vouched) {
        (Some(given), Some(false)) if is_sha256(given) => Some(Fault::new(
            FaultKind::Hash,
            name,
            format!(
                "{subject}its SHA-256 is {}, not the one given",
                sha256_hex(&bytes)
            ),
            "restore the text, or check its anchors and give the new sha256",
        )),
        (Some(_), Some(false)) => Some(Fault::new(
            FaultKind::Hash,
            name,
            format!("{subject}sha256 is not 64 hexadecimal digits"),
            format!(
                "if you trust the text, give sha256 = \"{}\"",
                sha256_hex(&bytes)
            ),
        )),
        _ => None,
    };
    match read::utf8(bytes) {
        Ok(text) => StoredText {
            text: Some(text),
            fault,
            vouched: vouched == Some(true),
        },
        Err((cause, line)) => StoredText {
            fault: Some(Fault::new(
                FaultKind::NotText,
                name,
                format!("{subject}{cause}, line {line}"),
                "store the text as UTF-8 and its sha256 anew",
            )),
            ..StoredText::default()
        },
    }
}
