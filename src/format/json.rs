//! The timeline as one JSON object, and how JSON is written so that hostile text does nothing to a terminal. JSON Lines is
//! not here.

use std::io;

use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use super::escape::must_escape;
use super::{complaint, lines::Lines};
use crate::model::{FORMAT, Fault, FaultKind, Place, Timeline};

/// How many objects and arrays may stand inside each other: `serde_json` refuses to read more.
const DEEPEST: usize = 127;

pub(super) fn parse(text: &str, name: &str, lines: &Lines) -> Result<Timeline, Fault> {
    let line = || lines.line_of(Place::Timeline);
    match serde_json::from_str::<Timeline>(text) {
        Ok(timeline) if timeline.format == FORMAT => Ok(timeline),
        Ok(timeline) => {
            let found = Value::from(timeline.format).to_string();
            Err(complaint::other_format(name, &found).at_line(line()))
        }
        Err(error) => {
            // A newer file may break the rules of this version: its version is the better answer.
            let mut head = Head::default();
            let reads = head.read(text);
            match head.format {
                Some(Value::String(format)) if format == FORMAT => {}
                Some(format) => {
                    let found = format.to_string();
                    return Err(complaint::other_format(name, &found).at_line(line()));
                }
                None if reads => {
                    let how = format!("{{\"format\": \"{FORMAT}\"");
                    return Err(complaint::no_format(name, &how));
                }
                None => {}
            }
            Err(complaint::from_json(&error, name, 0))
        }
    }
}

pub(super) fn write(timeline: &Timeline) -> Result<String, Fault> {
    let mut text = to_json_string(timeline, true).map_err(|error| unwritable(&error))?;
    text.push('\n');
    Ok(text)
}

pub(super) fn unwritable(error: &serde_json::Error) -> Fault {
    Fault::new(
        FaultKind::Usage,
        "timeline",
        complaint::one_line(&error.to_string()),
        "shorten or remove that value",
    )
}

/// The format that a JSON object gives at its top, whatever else it holds and wherever it breaks off.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub(super) format: Option<Value>,
    record: Option<&'static str>,
}

impl Head {
    /// The head that stands one level down, in a record of that key.
    pub(super) const fn inside(record: &'static str) -> Self {
        Self {
            format: None,
            record: Some(record),
        }
    }

    /// Reads as far as it can; whether the whole text is one JSON object.
    pub(super) fn read(&mut self, text: &str) -> bool {
        let mut reader = serde_json::Deserializer::from_str(text);
        self.deserialize(&mut reader).is_ok() && reader.end().is_ok()
    }
}

impl<'de> DeserializeSeed<'de> for &mut Head {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Head {
    type Value = ();

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if self.record == Some(key.as_str()) {
                self.record = None;
                map.next_value_seed(&mut *self)?;
            } else if self.record.is_none() && key == "format" {
                self.format = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Any value as JSON: verbatim, but every character that acts on a terminal or hides in a text is a `\u` escape, so that
/// the same string is read back and no byte of it acts where it is printed. Pretty is indented by two spaces; there is no
/// final newline.
///
/// # Errors
///
/// What the value's own `Serialize` refuses, and nesting deeper than a JSON reader would take back.
pub fn to_json_string<T: Serialize + ?Sized>(
    value: &T,
    pretty: bool,
) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    if pretty {
        write_with(value, &mut bytes, PrettyFormatter::new())?;
    } else {
        write_with(value, &mut bytes, CompactFormatter)?;
    }
    String::from_utf8(bytes)
        .map_err(|error| serde_json::Error::io(io::Error::new(io::ErrorKind::InvalidData, error)))
}

fn write_with<T: Serialize + ?Sized>(
    value: &T,
    bytes: &mut Vec<u8>,
    layout: impl Formatter,
) -> Result<(), serde_json::Error> {
    let formatter = Safe { layout, depth: 0 };
    value.serialize(&mut serde_json::Serializer::with_formatter(
        bytes, formatter,
    ))
}

/// A layout whose strings hold no character that acts.
struct Safe<F> {
    layout: F,
    depth: usize,
}

impl<F> Safe<F> {
    fn enter(&mut self) -> io::Result<()> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(io::Error::other(format!(
                "a value is nested more than {DEEPEST} levels deep"
            )));
        }
        Ok(())
    }
}

macro_rules! lay_out {
    ($($method:ident($($argument:ident: $type:ty)?)),+ $(,)?) => {
        $(fn $method<W: ?Sized + io::Write>(&mut self, writer: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.layout.$method(writer $(, $argument)?)
        })+
    };
}

impl<F: Formatter> Formatter for Safe<F> {
    lay_out! {
        begin_array_value(first: bool),
        end_array_value(),
        begin_object_key(first: bool),
        end_object_key(),
        begin_object_value(),
        end_object_value(),
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.enter()?;
        self.layout.begin_array(writer)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        self.layout.end_array(writer)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.enter()?;
        self.layout.begin_object(writer)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth = self.depth.saturating_sub(1);
        self.layout.end_object(writer)
    }

    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        for piece in fragment.split_inclusive(must_escape) {
            let acting = piece.chars().next_back().filter(|last| must_escape(*last));
            let Some(acting) = acting else {
                writer.write_all(piece.as_bytes())?;
                continue;
            };
            let plain = piece.strip_suffix(acting).unwrap_or_default();
            writer.write_all(plain.as_bytes())?;
            for unit in acting.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_byte_of_hostile_text_reaches_a_terminal_and_none_is_lost() {
        let hostile =
            "a\u{1b}[2J\u{7f}\u{9b}\u{202e}\u{200b}\u{feff}\u{e0041}\u{ad}\u{2028}é😀\"\\\n";
        for pretty in [true, false] {
            let json = to_json_string(&serde_json::json!({ hostile: [hostile] }), pretty).unwrap();
            assert!(
                !json
                    .chars()
                    .any(|letter| must_escape(letter) && letter != '\n'),
                "{json:?}"
            );
            assert!(json.contains("\\u202e") && json.contains("\\udb40\\udc41"));
            assert!(json.contains("é😀"), "readable text stays readable");
            let back: Value = serde_json::from_str(&json).unwrap();
            assert_eq!(back[hostile][0], hostile);
        }
    }

    #[test]
    fn pretty_is_two_spaces_and_compact_is_one_line() {
        let value = serde_json::json!({"a": [1, {}], "b": []});
        assert_eq!(
            to_json_string(&value, true).unwrap(),
            serde_json::to_string_pretty(&value).unwrap()
        );
        assert_eq!(to_json_string(&value, false).unwrap(), value.to_string());
    }

    #[test]
    fn what_could_not_be_read_back_is_not_written() {
        let mut value = Value::Null;
        for _ in 0..DEEPEST {
            value = Value::from(vec![value]);
        }
        let text = to_json_string(&value, false).unwrap();
        assert!(serde_json::from_str::<Value>(&text).is_ok());
        assert!(to_json_string(&Value::from(vec![value]), false).is_err());
    }
}
