//! The command line: one file per subcommand, and what they share. What a timeline means is decided on the floors below.

mod annotate;
mod args;
mod articles;
mod build;
mod built;
mod builtin;
mod check;
mod dated_list;
mod dossier;
mod export;
mod fault_owner;
mod filters;
mod findings;
mod held_table;
mod input;
mod json;
mod languages;
mod large;
mod limits;
mod list;
mod list_text;
mod look_args;
mod markdown;
mod merging;
mod named;
mod near;
mod outcome;
mod picture;
mod row;
mod row_writer;
mod save;
mod show;
mod show_markdown;
mod show_text;
mod sieve;
mod stream_args;
mod stream_list;
mod streamed;
mod texts_beside;
mod texts_from;
mod titles;
mod tsv;
mod view;
mod voices;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::model::Fault;
use crate::text::{SafeText, locale_is_ascii, write_ascii_only};
use args::{Arguments, Command};
use outcome::{Failure, Outcome};

/// Reads the process's arguments, does what they ask and says how it went.
///
/// 0: done (also when the reader of standard output went away); 1: findings, or a failed operation with one line on standard
/// error; 2: the call itself is wrong.
#[must_use]
pub fn run() -> ExitCode {
    if locale_is_ascii(|name| std::env::var(name).ok()) {
        write_ascii_only();
    }
    let mut streams = Streams {
        out: &mut io::BufWriter::new(io::stdout().lock()),
        err: &mut io::stderr().lock(),
    };
    let done = match Arguments::try_parse() {
        Ok(arguments) => {
            arguments.ascii();
            carry_out(arguments, &mut streams)
        }
        Err(error) => explain(&error, &mut streams),
    };
    let done = done.and_then(|outcome| Ok(streams.out.flush().map(|()| outcome)?));
    ExitCode::from(match done {
        Ok(outcome) => outcome.code(),
        Err(failure) => {
            if let Some(fault) = failure.fault() {
                streams.say(&fault);
            }
            failure.code()
        }
    })
}

/// Where answers and remarks go. No bytes but those of [`SafeText`] or of an escaping machine format may be written.
struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl Streams<'_> {
    /// One line on standard error. Where even that cannot be written, nobody is left to be told.
    fn say(&mut self, fault: &Fault) {
        let _ = writeln!(self.err, "{}", SafeText::new(&format!("linimasa: {fault}")));
    }
}

fn carry_out(arguments: Arguments, streams: &mut Streams) -> Result<Outcome, Failure> {
    match arguments.command {
        None => view::run(arguments.view, streams),
        Some(Command::List(list)) => list::run(&list, streams),
        Some(Command::Show(show)) => show::run(&show, streams),
        Some(Command::Check(check)) => check::run(&check, streams),
        Some(Command::Export(export)) => export::run(&export, streams),
        Some(Command::Build(build)) => build::run(&build, streams),
        Some(Command::Annotate(annotate)) => annotate::run(&annotate, streams),
    }
}

/// Help and version are answers; everything else that the parser says is about a wrong call.
fn explain(error: &clap::Error, streams: &mut Streams) -> Result<Outcome, Failure> {
    // The parser repeats the arguments, and they may come from anywhere.
    let words = SafeText::multiline(&error.render().to_string());
    if error.use_stderr() {
        let _ = write!(streams.err, "{words}");
        return Ok(Outcome::WrongCall);
    }
    write!(streams.out, "{words}")?;
    Ok(Outcome::Done)
}
