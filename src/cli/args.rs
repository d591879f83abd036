//! What may stand on the command line, and its help. What the words do is in the file of each subcommand.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::filters::{FilterArgs, date};
use crate::format::Encoding;
use crate::model::{Bounds, Day, Status};

/// A timeline viewer that links every event to the verbatim words that state it.
///
/// Without a command it opens the viewer; where standard output is no terminal, it prints the list. FILE is a timeline in
/// TOML, JSON or JSON Lines, or - for standard input; without it, the built-in timeline is used.
#[derive(Debug, Parser)]
#[command(
    name = "linimasa",
    bin_name = "linimasa",
    version,
    args_conflicts_with_subcommands = true
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) view: ViewArgs,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events in the order of time
    List(ListArgs),
    /// Print one event with its verbatim words
    #[command(allow_missing_positional = true)]
    Show(ShowArgs),
    /// Check every anchor, date, id and hash: one line for each fault, and exit code 1 if there is any
    Check(CheckArgs),
    /// Write the timeline in another encoding, without loss but for comments
    Export(ExportArgs),
    /// Print what was recognised in an article: dates, quotes, actors, events
    Annotate(AnnotateArgs),
}

#[derive(Debug, Args)]
pub(super) struct ViewArgs {
    /// The timeline to open; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// Start on the event with this id
    #[arg(long, value_name = "ID")]
    pub(super) event: Option<String>,
    /// Start at this date (EDTF)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) at: Option<Bounds>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// The timeline, or - for standard input; without it, the built-in one
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    /// Keep events of this status: happened, planned or claimed (repeatable)
    #[arg(long, value_name = "STATUS", value_parser = Status::from_str)]
    pub(super) status: Vec<Status>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The timeline, or - for standard input; without it, the built-in one
    pub(super) file: Option<PathBuf>,
    /// The event's id
    #[arg(value_name = "EVENT")]
    pub(super) event: String,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The timeline, or - for standard input; without it, the built-in one
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The timeline, or - for standard input; without it, the built-in one
    pub(super) file: Option<PathBuf>,
    /// The encoding: toml, json or jsonl
    #[arg(long, value_name = "ENCODING", value_parser = Encoding::from_str)]
    pub(super) to: Encoding,
    /// The file to write, which must not exist yet; without it, standard output
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct AnnotateArgs {
    /// The article, or - for standard input
    pub(super) article: PathBuf,
    /// The day it was published (YYYY-MM-DD), from which relative dates are counted
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) published: Option<Day>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Standoff::Json)]
    pub(super) format: Standoff,
    /// The language of the article
    #[arg(long, value_name = "LANG", default_value = "id")]
    pub(super) lang: String,
}

/// One day of the calendar.
fn published(text: &str) -> Result<Day, String> {
    let bounds = date(text)?;
    match bounds.is_one_day() {
        true => Ok(bounds.earliest),
        false => Err("this is no single day; write YYYY-MM-DD".to_owned()),
    }
}

/// How annotations are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Standoff {
    /// Spans in code points beside their verbatim words
    Json,
    /// The text with TIMEX3 tags
    Timeml,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For programs
    Json,
    /// For spreadsheets; controls are backslash escapes
    Tsv,
    /// For notes and issues
    Md,
}
