//! Which of the three encodings a file is in, by its name or by its first characters. Nothing here parses a timeline.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr;

use serde::de::IgnoredAny;

use super::jsonl::RECORD_KEYS;

/// The encodings of one model; a timeline goes from each to each without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// TOML, for people.
    Toml,
    /// One JSON object.
    Json,
    /// One JSON object a line, for size.
    JsonLines,
}

impl Encoding {
    /// By the file's extension, whatever its case: `toml`, `json`, `jsonl` or `ndjson`.
    #[must_use]
    pub fn from_path(path: &Path) -> Option<Self> {
        path.extension()?.to_str()?.parse().ok()
    }

    /// By the content; `None` when it is no timeline, an article for example.
    ///
    /// A timeline of another version, or one whose syntax is broken further on, is still recognised: the user wants
    /// to read what is wrong with it, not to see it as an article.
    #[must_use]
    pub fn detect(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if let Some(rest) = text.strip_prefix('{') {
            if !matches!(rest.trim_start().chars().next(), None | Some('"' | '}')) {
                return None;
            }
            let first_line = text.lines().next().unwrap_or_default();
            return Some(if is_record(first_line) {
                Self::JsonLines
            } else {
                Self::Json
            });
        }
        looks_like_toml(text).then_some(Self::Toml)
    }

    /// The word by which the user names it, which is also the usual extension.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
        }
    }
}

impl FromStr for Encoding {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.to_ascii_lowercase().as_str() {
            "toml" => Ok(Self::Toml),
            "json" => Ok(Self::Json),
            "jsonl" | "ndjson" => Ok(Self::JsonLines),
            _ => Err("expected one of: toml, json, jsonl".to_owned()),
        }
    }
}

fn is_record(line: &str) -> bool {
    serde_json::from_str::<BTreeMap<String, IgnoredAny>>(line).is_ok_and(|object| {
        object.len() == 1 && object.keys().all(|key| RECORD_KEYS.contains(&key.as_str()))
    })
}

/// An article may hold a line such as `[[sources]]` or `format = …`; its first line is prose or a heading all the same.
fn looks_like_toml(text: &str) -> bool {
    let mut lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .peekable();
    let starts_as_toml = lines
        .peek()
        .is_some_and(|line| key_of(line).is_some() || header_of(line).is_some());
    starts_as_toml
        && lines.any(|line| {
            key_of(line) == Some("format")
                || header_of(line)
                    .is_some_and(|name| ["sources", "actors", "events"].contains(&name))
        })
}

fn is_bare(name: &str) -> bool {
    !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.'))
}

/// The key of a TOML line `key = …`, without quotes.
pub(super) fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim().trim_matches(['"', '\'']);
    is_bare(key).then_some(key)
}

/// The name in a TOML line `[name]` or `[[name]]`.
fn header_of(line: &str) -> Option<&str> {
    let (line, _) = line.split_once('#').unwrap_or((line, ""));
    let inner = line.trim_end().strip_prefix('[')?.strip_suffix(']')?;
    let name = inner
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'))
        .unwrap_or(inner)
        .trim();
    is_bare(name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_tells_the_encoding_whatever_its_case() {
        let of = |path: &str| Encoding::from_path(Path::new(path));
        assert_eq!(of("a/war.toml"), Some(Encoding::Toml));
        assert_eq!(of("war.JSON"), Some(Encoding::Json));
        assert_eq!(of("war.jsonl"), Some(Encoding::JsonLines));
        assert_eq!(of("war.ndjson"), Some(Encoding::JsonLines));
        assert_eq!(of("war.txt"), None);
        assert_eq!(of("war"), None);
    }

    #[test]
    fn content_tells_the_encoding_where_the_name_does_not() {
        let header = "{\"timeline\":{\"format\":\"linimasa/1\"}}\n";
        assert_eq!(Encoding::detect(header), Some(Encoding::JsonLines));
        assert_eq!(
            Encoding::detect("\u{feff} {\"format\":\"linimasa/1\"}"),
            Some(Encoding::Json)
        );
        assert_eq!(
            Encoding::detect("{\n  \"timeline\": 1\n}"),
            Some(Encoding::Json)
        );
        assert_eq!(
            Encoding::detect("# mine\n\nformat = \"linimasa/1\"\n"),
            Some(Encoding::Toml)
        );
        assert_eq!(
            Encoding::detect("title = \"x\"\n[[events]]\nbroken"),
            Some(Encoding::Toml)
        );
    }

    #[test]
    fn an_article_is_no_timeline() {
        for article in [
            "Putin dan Trump berbicara.\n\n[[events]]\nformat = \"linimasa/1\"\n",
            "# Judul\n\nMOSKOW - Presiden = Putin\n",
            "{kursif} kata pertama",
            "[1] Catatan kaki\n",
            "",
        ] {
            assert_eq!(Encoding::detect(article), None, "{article}");
        }
    }
}
