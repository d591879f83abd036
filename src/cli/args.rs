//! What may stand on the command line, and its help. What the words do is in the file of each subcommand.

use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::filters::{EventFilters, FilterArgs, date};
use super::look_args::{AsciiArgs, LookArgs};
use super::picture::{Ground, LanesBy, Pictured};
use super::stream_args::StreamArgs;
use crate::format::Encoding;
use crate::model::{Bounds, Day, bounds_of};

/// A timeline viewer that links every event to the verbatim words that state it.
///
/// Without a command it opens the viewer; where standard output is no terminal, it prints the list. FILE is a timeline in
/// TOML, JSON or JSON Lines, an article (.txt, .md, .html), or - for standard input; without it, the built-in timeline is
/// used. Articles are made into a timeline in memory; several open as one.
#[derive(Debug, Parser)]
#[command(
    name = "linimasa",
    bin_name = "linimasa",
    version,
    args_conflicts_with_subcommands = true,
    after_long_help = super::limits::LIMITS
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    #[command(flatten)]
    pub(super) view: ViewArgs,
}

impl Arguments {
    /// Writes in ASCII from now on, if that was asked for.
    pub(super) fn ascii(&self) {
        match &self.command {
            None => self.view.ascii.apply(),
            Some(Command::List(list)) => list.ascii.apply(),
            Some(Command::Show(show)) => show.ascii.apply(),
            Some(Command::Check(check)) => check.ascii.apply(),
            Some(Command::Export(_) | Command::Build(_) | Command::Annotate(_)) => {}
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print the events in the order of time
    ///
    /// A table of others (CSV, TSV or JSON Lines) and a timeline of more than 4 MiB are printed while they are read, each event
    /// numbered by its place in the file, whatever their size; their anchors are not checked.
    List(ListArgs),
    /// Print events with their verbatim words
    #[command(
        override_usage = "linimasa show [OPTIONS] [FILE] EVENT...\n       linimasa show [OPTIONS] [FILE] --actor NAME…"
    )]
    Show(ShowArgs),
    /// Check every anchor, date, id and hash: one line for each fault, and exit code 1 if there is any
    ///
    /// With filters it tells the faults of the events that are left, and those of sources and actors.
    Check(CheckArgs),
    /// Write the timeline in another encoding, without loss but for comments
    ///
    /// A stored text that OUT could not reach from its folder is copied to a folder beside it: OUT's name with .sources.
    Export(ExportArgs),
    /// Make a timeline file of articles, with their texts beside it
    ///
    /// The events are drafts, made by rules; set `review` in the file to accept or reject them. Ids of events begin with their
    /// source's if there are several articles. The texts stand in a folder beside OUT: its name with .sources.
    Build(BuildArgs),
    /// Print what was recognised in an article: dates, quotes, actors, events
    Annotate(AnnotateArgs),
}

#[derive(Debug, Args)]
pub(super) struct ViewArgs {
    /// The timeline or the articles to open; - is standard input
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) filters: FilterArgs,
    #[command(flatten)]
    pub(super) stream: StreamArgs,
    /// Start on the event with this id, or else this number of the list
    #[arg(long, value_name = "ID")]
    pub(super) event: Option<String>,
    /// Start at this date (EDTF)
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) at: Option<Bounds>,
    /// Leave the mouse to the terminal
    #[arg(long)]
    pub(super) no_mouse: bool,
    #[command(flatten)]
    pub(super) look: LookArgs,
    #[command(flatten)]
    pub(super) ascii: AsciiArgs,
}

/// How articles are read.
#[derive(Debug, Default, Args)]
pub(super) struct ReadingArgs {
    /// The day an article was published (YYYY-MM-DD), from which its relative dates are counted
    #[arg(long, value_name = "DATE", value_parser = published)]
    pub(super) published: Option<Day>,
    /// The language of an article: id, en (en-GB reads 3/7/2025 as 3 July, en-US as March 7), or und for what needs no language; without it, its words tell
    #[arg(long, value_name = "LANG")]
    pub(super) lang: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ListArgs {
    /// The timeline or article, or - for standard input; without it, the built-in timeline
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) filters: EventFilters,
    /// Give titles in this language where there are any, such as en
    #[arg(long, value_name = "LANG")]
    pub(super) titles: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    /// In which order; without it, large timelines and tables in that of their file, all others in that of time
    #[arg(long, value_enum)]
    pub(super) sort: Option<Sort>,
    #[command(flatten)]
    pub(super) stream: StreamArgs,
    #[command(flatten)]
    pub(super) ascii: AsciiArgs,
}

/// In which order a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Sort {
    /// By date: everything is read first
    Date,
    /// As the file has them: each is printed as it is read
    File,
}

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// The timeline or article, if the first word names one; then the ids or numbers of events
    ///
    /// The first word is a FILE if it is - (standard input), a URL, ends in .toml, .json, .jsonl, .ndjson, .txt, .md or .html, or
    /// if there is a file of that name; else it is an EVENT of the built-in timeline. An EVENT is an id, or else a number of the list.
    /// Without an EVENT, every event that the filters leave is shown, in the order of time.
    #[arg(value_name = "FILE|EVENT")]
    pub(super) words: Vec<OsString>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) stream: StreamArgs,
    #[command(flatten)]
    pub(super) filters: EventFilters,
    /// Give titles in this language where there are any, such as en
    #[arg(long, value_name = "LANG")]
    pub(super) titles: Option<String>,
    /// How to print it; json is one object for one EVENT without filters, else an array
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) ascii: AsciiArgs,
}

#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The timeline or article, or - for standard input; without it, the built-in timeline
    pub(super) file: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) stream: StreamArgs,
    #[command(flatten)]
    pub(super) filters: EventFilters,
    /// How to print the faults
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
    #[command(flatten)]
    pub(super) ascii: AsciiArgs,
}

#[derive(Debug, Args)]
pub(super) struct ExportArgs {
    /// The timeline, or - for standard input; without it, the built-in one
    pub(super) file: Option<PathBuf>,
    /// The encoding, toml, json or jsonl, or a picture: svg
    #[arg(long, value_name = "ENCODING", value_parser = ExportTo::from_str)]
    pub(super) to: ExportTo,
    /// The file to write, which must not exist yet; without it, standard output
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    /// What a picture shows
    #[arg(long, value_enum, default_value_t = Pictured::Both)]
    pub(super) picture: Pictured,
    /// What the lanes of a picture are: actor, kind, place, source or speaker
    #[arg(long, value_name = "WHAT", default_value = "actor", value_parser = LanesBy::from_str)]
    pub(super) lanes: LanesBy,
    /// The ground of a picture
    #[arg(long, value_enum, default_value_t = Ground::Auto)]
    pub(super) ground: Ground,
}

/// What a timeline is exported to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExportTo {
    /// The same timeline in an encoding.
    Encoding(Encoding),
    /// A vector picture of it.
    Svg,
}

impl FromStr for ExportTo {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.eq_ignore_ascii_case("svg") {
            return Ok(Self::Svg);
        }
        let encoding = text.parse().map(Self::Encoding);
        encoding.map_err(|expected: String| format!("{expected}, svg"))
    }
}

#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// The articles (.txt, .md, .html), or - for standard input
    #[arg(value_name = "ARTICLE", required = true)]
    pub(super) articles: Vec<PathBuf>,
    /// The file to write: .toml, .json or .jsonl; - is standard output, without the texts
    ///
    /// Without it, a single article's timeline stands beside it: its name with .toml.
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// Build into an OUT that is there: what a person reviewed, changed or added stays, untouched drafts are built anew
    #[arg(long)]
    pub(super) merge: bool,
}

#[derive(Debug, Args)]
pub(super) struct AnnotateArgs {
    /// The article, or - for standard input
    pub(super) article: PathBuf,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Standoff::Json)]
    pub(super) format: Standoff,
}

/// One day of the calendar.
fn published(text: &str) -> Result<Day, String> {
    let bounds = bounds_of(text).filter(Bounds::is_one_day);
    let day = bounds.map(|bounds| bounds.earliest);
    day.ok_or_else(|| "this is no single day; write YYYY-MM-DD".to_owned())
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
    /// For programs, an object a line
    Jsonl,
    /// For spreadsheets; controls are backslash escapes
    Tsv,
    /// For notes and issues
    Md,
}
