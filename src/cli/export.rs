//! `export`: the timeline in another encoding, in a new file or on standard output. How an encoding is written is in `format`.

use std::ffi::OsStr;
use std::path::Path;

use super::Streams;
use super::args::ExportArgs;
use super::input::Input;
use super::outcome::{Failure, Outcome};
use super::row::count;
use super::save::{must_be_new, save_new};
use super::texts_beside::Beside;
use super::texts_from::{Texts, bring_texts};
use crate::format::{self, Encoding};
use crate::model::{Fault, FaultKind};

pub(super) fn run(arguments: &ExportArgs, streams: &mut Streams) -> Result<Outcome, Failure> {
    let to_file = arguments
        .output
        .as_deref()
        .filter(|path| path.as_os_str() != OsStr::new("-"));
    if let Some(path) = to_file {
        agree(path, arguments.to)?;
    }
    let mut input = Input::timeline(arguments.file.as_deref())?;
    input.document = input.document.whole()?;
    let Some(path) = to_file else {
        let text = written(&input.document.timeline, arguments.to, &input.name)?;
        streams.out.write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    };
    must_be_new(path)?;
    let texts = bring_texts(&mut input, path);
    let text = written(&input.document.timeline, arguments.to, &input.name)?;
    let beside = Beside::write(path, &texts.copies)?;
    if let Err(fault) = save_new(path, text.as_bytes()) {
        beside.take_back();
        return Err(fault.into());
    }
    if let Some(remark) = remark(path, &texts) {
        streams.say(&remark);
    }
    Ok(Outcome::Done)
}

/// What the user should know of the texts, in one line.
fn remark(path: &Path, texts: &Texts) -> Option<Fault> {
    let copied = (!texts.copies.is_empty()).then(|| {
        let texts_copied = count(texts.copies.len(), "text");
        format!("{texts_copied} copied to {} beside it", texts.folder)
    });
    let left = texts.left.first().map(|first| {
        let more = match texts.left.len() {
            0 | 1 => String::new(),
            number => format!(" and {} more", number - 1),
        };
        format!(
            "the stored text of source “{first}”{more} could not be read, or nothing vouches for it"
        )
    });
    let mend = if left.is_some() {
        "copy the text into that folder and correct `text`"
    } else {
        ""
    };
    let facts: Vec<String> = copied.into_iter().chain(left).collect();
    (!facts.is_empty()).then(|| {
        let cause = format!("written; {}", facts.join("; "));
        Fault::new(FaultKind::Outside, path.display().to_string(), cause, mend)
    })
}

/// A name that promises another encoding would make a file that nobody can open by it.
fn agree(path: &Path, to: Encoding) -> Result<(), Failure> {
    match Encoding::from_path(path) {
        Some(other) if other != to => Err(Failure::usage(
            &path.display().to_string(),
            &format!("the name says {}, --to says {}", other.word(), to.word()),
            "make them agree",
        )),
        _ => Ok(()),
    }
}

fn written(timeline: &crate::model::Timeline, to: Encoding, name: &str) -> Result<String, Fault> {
    format::write(timeline, to).map_err(|fault| Fault {
        file: name.to_owned(),
        ..fault
    })
}
