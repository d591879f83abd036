//! `show` as Markdown: what the plain text says, with its sentences as block quotes.

use std::io::{self, Write};

use super::dossier::Dossier;
use super::markdown::escape;
use super::show_text::{cited, facts, no_speech, reasons, remarks, rests_on, when};

/// Writes the event.
pub(super) fn write(dossier: &Dossier, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "## {}\n", escape(dossier.row.title))?;
    for (what, title) in dossier.other_titles() {
        writeln!(out, "- {}: {}", escape(what), escape(title))?;
    }
    writeln!(out, "- {}", escape(&facts(dossier)))?;
    writeln!(out, "- {}", escape(&when(dossier)))?;
    let reasons = dossier.leading().map(reasons).unwrap_or_default();
    for reason in reasons.into_iter().chain(rests_on(dossier)) {
        writeln!(out, "  - {}", escape(&reason))?;
    }
    if let Some(place) = dossier.row.place_name {
        writeln!(out, "- place: {}", escape(place))?;
    }
    if !dossier.row.actors.is_empty() {
        writeln!(out, "- actors: {}", escape(&dossier.row.names_and_roles()))?;
    }
    for doubt in &dossier.doubts {
        writeln!(out, "  - {}", escape(doubt))?;
    }
    writeln!(out, "- {}", escape(&dossier.rests_words))?;
    for claim in &dossier.claims {
        writeln!(out, "\n### {}\n", escape(&claim.heading))?;
        for remark in remarks(dossier, claim) {
            writeln!(out, "- {}", escape(&remark))?;
        }
        for words in claim.words.iter().filter(|words| words.role != "date") {
            writeln!(out, "\n> {}", escape(&cited(words)))?;
        }
    }
    if !dossier.direct_speech {
        writeln!(out, "\n{}", escape(&no_speech(dossier)))?;
    }
    Ok(())
}
