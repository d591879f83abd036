//! The front matter of a Markdown file: `key: value` lines between two lines of three dashes. The text itself is not touched.

use super::metadata::Metadata;

/// Most lines of front matter.
const MOST_LINES: usize = 60;

/// What the front matter says; nothing if there is none or it never ends.
pub(super) fn front_matter(text: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return metadata;
    }
    for line in lines.take(MOST_LINES) {
        if line.trim_end() == "---" {
            return metadata;
        }
        if let Some((key, value)) = line.split_once(':') {
            metadata.take(key, value.trim().trim_matches(['"', '\'']));
        }
    }
    Metadata::default()
}
