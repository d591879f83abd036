//! The faults that `check` found, in four formats. What a fault is, and which are told, is decided elsewhere.

use std::io::Write;

use serde::Serialize;

use super::args::Format;
use super::markdown::escape;
use super::outcome::Failure;
use super::{json, tsv};
use crate::model::{Fault, FaultKind};
use crate::text::SafeText;

/// A fault as programs read it.
#[derive(Debug, Serialize)]
struct Finding<'a> {
    file: &'a str,
    /// Counted from 1.
    line: Option<usize>,
    place: Option<&'a str>,
    kind: &'static str,
    cause: &'a str,
    mend: &'a str,
}

/// The columns of TSV: the keys of JSON.
const COLUMNS: [&str; 6] = ["file", "line", "place", "kind", "cause", "mend"];

/// Writes the faults; of none, text says nothing, and the others what they say of an empty list.
pub(super) fn write(faults: &[Fault], format: Format, out: &mut dyn Write) -> Result<(), Failure> {
    let findings = faults.iter().map(Finding::new);
    match format {
        Format::Text => {
            for fault in faults {
                writeln!(out, "{}", SafeText::new(&fault.to_string()))?;
            }
        }
        Format::Json => json::array(findings, out)?,
        Format::Jsonl => {
            for finding in findings {
                json::line(&finding, out)?;
            }
        }
        Format::Tsv => {
            tsv::row(out, COLUMNS.map(str::to_owned))?;
            for finding in findings {
                tsv::row(out, finding.cells())?;
            }
        }
        Format::Md => {
            writeln!(out, "| File | Line | Place | Kind | Cause | Mend |")?;
            writeln!(out, "|------|-----:|-------|------|-------|------|")?;
            for finding in findings {
                let cells = finding.cells().map(|cell| escape(&cell));
                writeln!(out, "| {} |", cells.join(" | "))?;
            }
        }
    }
    Ok(())
}

impl<'a> Finding<'a> {
    fn new(fault: &'a Fault) -> Self {
        Self {
            file: &fault.file,
            line: fault.line,
            place: fault.place.as_deref(),
            kind: kind(fault.kind),
            cause: &fault.cause,
            mend: &fault.mend,
        }
    }

    fn cells(&self) -> [String; 6] {
        [
            self.file.to_owned(),
            self.line.map_or_else(String::new, |line| line.to_string()),
            self.place.unwrap_or_default().to_owned(),
            self.kind.to_owned(),
            self.cause.to_owned(),
            self.mend.to_owned(),
        ]
    }
}

/// One word for each kind; programs rely on them.
const fn kind(kind: FaultKind) -> &'static str {
    match kind {
        FaultKind::Missing => "missing",
        FaultKind::NotAFile => "not-a-file",
        FaultKind::Io => "io",
        FaultKind::Empty => "empty",
        FaultKind::TooLarge => "too-large",
        FaultKind::NotText => "not-text",
        FaultKind::Syntax => "syntax",
        FaultKind::Version => "version",
        FaultKind::Date => "date",
        FaultKind::Unknown => "unknown",
        FaultKind::Duplicate => "duplicate",
        FaultKind::Moved => "moved",
        FaultKind::Altered => "altered",
        FaultKind::Absent => "absent",
        FaultKind::Hash => "hash",
        FaultKind::Outside => "outside",
        FaultKind::Lookalike => "lookalike",
        FaultKind::Usage => "usage",
    }
}
