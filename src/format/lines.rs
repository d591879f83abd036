//! On which line of its file each part of a timeline stands, found when somebody asks. Nothing here judges the file.

use std::sync::{Arc, OnceLock};

use super::Encoding;
use super::{lines_in_json, lines_in_toml};
use crate::model::Place;

/// The lines of one file. The first question costs a pass over the text, the others a look-up.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    file: Option<(Arc<str>, Encoding)>,
    found: OnceLock<Found>,
    /// Lines whose records were left out.
    left_out: Vec<usize>,
}

impl Lines {
    /// The lines of a text that was, or could be, parsed in that encoding. A timeline that comes from no file has
    /// [`Lines::default`], where nothing is found.
    #[must_use]
    pub fn new(text: Arc<str>, encoding: Encoding) -> Self {
        Self {
            file: Some((text, encoding)),
            found: OnceLock::new(),
            left_out: Vec::new(),
        }
    }

    /// Passes over the records on these lines, which are not in the timeline.
    pub(super) fn leave_out(&mut self, lines: impl Iterator<Item = usize>) {
        self.left_out.extend(lines);
    }

    /// The line, counted from 1, where a place begins; `None` where the file has no such place. [`Place::Timeline`] is the
    /// line that gives the format. In JSON Lines an event's claims and anchors stand on its line.
    #[must_use]
    pub fn line_of(&self, place: Place) -> Option<usize> {
        let (text, encoding) = self.file.as_ref()?;
        let found = self.found.get_or_init(|| match encoding {
            Encoding::Toml => lines_in_toml::find(text),
            Encoding::Json => lines_in_json::find(text),
            Encoding::JsonLines => records(text, &self.left_out),
        });
        let on_one_line = *encoding == Encoding::JsonLines;
        match place {
            Place::Timeline => Some(found.format.unwrap_or(1)),
            Place::Source(source) => found.sources.get(source).copied(),
            Place::Actor(actor) => found.actors.get(actor).copied(),
            Place::Event(event) => Some(found.events.get(event)?.line),
            Place::Claim(event, _) | Place::Anchor(event, _, _) if on_one_line => {
                Some(found.events.get(event)?.line)
            }
            Place::Claim(event, claim) => Some(found.events.get(event)?.parts.get(claim)?.line),
            Place::Anchor(event, claim, anchor) => {
                let claim = found.events.get(event)?.parts.get(claim)?;
                Some(claim.parts.get(anchor)?.line)
            }
        }
    }
}

/// Lines counted from 1, by position in the model.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    pub(super) format: Option<usize>,
    pub(super) sources: Vec<usize>,
    pub(super) actors: Vec<usize>,
    pub(super) events: Vec<Part>,
}

/// An event with its claims, a claim with its anchors, or an anchor.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) line: usize,
    pub(super) parts: Vec<Part>,
}

fn records(text: &str, left_out: &[usize]) -> Found {
    let mut found = Found::default();
    for (index, text) in text.lines().enumerate() {
        let line = index + 1;
        if left_out.contains(&line) {
            continue;
        }
        match lines_in_json::first_key(text).as_deref() {
            Some("timeline") => found.format = Some(line),
            Some("source") => found.sources.push(line),
            Some("actor") => found.actors.push(line),
            Some("event") => found.events.push(Part {
                line,
                parts: Vec::new(),
            }),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(text: &str, encoding: Encoding) -> Vec<Option<usize>> {
        let lines = Lines::new(text.into(), encoding);
        [
            Place::Timeline,
            Place::Source(0),
            Place::Actor(1),
            Place::Event(0),
            Place::Event(1),
            Place::Claim(1, 0),
            Place::Claim(1, 1),
            Place::Anchor(1, 1, 1),
            Place::Anchor(1, 1, 2),
            Place::Source(1),
        ]
        .map(|place| lines.line_of(place))
        .to_vec()
    }

    #[test]
    fn toml_headers_and_inline_arrays_are_found() {
        let text = r#"# a comment
format = "linimasa/1"

[[sources]]
id = "s"
[[actors]]
id = "a"
[[actors]]
id = "b"
[[events]]
id = "e"
[[events]]
id = "f"
[[events.claims]]
source = "s"
[[events.claims]]
source = "s"
[[events.claims.anchors]]
exact = """
[[events]]
"""
[[events.claims.anchors]]
exact = "y"
"#;
        assert_eq!(
            ask(text, Encoding::Toml),
            [
                Some(2),
                Some(4),
                Some(8),
                Some(10),
                Some(12),
                Some(14),
                Some(16),
                Some(22),
                None,
                None
            ]
        );
        let inline = r#"events = [
  { id = "e" },
  { id = "f", claims = [
    { source = "s" },
    { source = "s", anchors = [{ exact = "x" },
      { exact = "y" }] }] },
]
format = "linimasa/1"
sources = [{ id = "s" }]
actors = [{ id = "a" }, { id = "b" }]
"#;
        assert_eq!(
            ask(inline, Encoding::Toml),
            [
                Some(8),
                Some(9),
                Some(10),
                Some(2),
                Some(3),
                Some(4),
                Some(5),
                Some(6),
                None,
                None
            ]
        );
    }

    #[test]
    fn json_is_scanned_without_being_fooled_by_strings_and_unknown_keys() {
        let text = r#"{
  "x": {"events": [
    {"claims": [{}]}], "s": "\"events\": [ \\"},
  "format": "linimasa/1",
  "sources": [
    {"id": "s", "events": [1,
     2]}
  ],
  "actors": [{"id": "a"}, {"id": "b"}],
  "\u0065vents": [
    {"id": "e"},
    {"id": "f", "actors": [{}], "claims": [{},
      {"anchors": [-1.5e3, {
         "exact": "}]"}]}]}
  ]
}"#;
        assert_eq!(
            ask(text, Encoding::Json),
            [
                Some(4),
                Some(6),
                Some(9),
                Some(11),
                Some(12),
                Some(12),
                Some(13),
                Some(13),
                None,
                None
            ]
        );
    }

    #[test]
    fn json_lines_have_everything_of_an_event_on_its_line() {
        let text = "{\"timeline\":{}}\n\n{\"source\":{}}\r\n{\"actor\":{}}\n{\"event\":{}}\n{ \"actor\":{}}\n{\"event\":{}}\n";
        assert_eq!(
            ask(text, Encoding::JsonLines),
            [
                Some(1),
                Some(3),
                Some(6),
                Some(5),
                Some(7),
                Some(7),
                Some(7),
                Some(7),
                Some(7),
                None
            ]
        );
    }

    #[test]
    fn a_broken_or_absent_file_has_no_lines() {
        assert_eq!(Lines::default().line_of(Place::Event(0)), None);
        for encoding in [Encoding::Toml, Encoding::Json, Encoding::JsonLines] {
            for text in [
                "",
                "{\"events\":[",
                "[[events]",
                "{\"events\":[{\"claims\":\"\\",
            ] {
                let lines = Lines::new(text.into(), encoding);
                assert_eq!(lines.line_of(Place::Claim(0, 3)), None, "{text}");
            }
        }
    }
}
