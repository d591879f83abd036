//! `export`: the timeline in another encoding, or as a picture, in a new file or on standard output. How an encoding is written is
//! in `format`, how a picture is drawn in `picture`.

use std::ffi::OsStr;
use std::path::Path;

use super::Streams;
use super::args::{ExportArgs, ExportTo};
use super::input::{Input, Shown};
use super::outcome::{Failure, Outcome};
use super::picture;
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
    let mut input = Input::timeline(arguments.file.as_deref())?;
    input.document = input.document.whole()?;
    let encoding = match arguments.to {
        ExportTo::Encoding(encoding) => encoding,
        ExportTo::Svg => return draw(input, arguments, to_file, streams),
    };
    if let Some(path) = to_file {
        agree(path, encoding)?;
    }
    let Some(path) = to_file else {
        let text = written(&input.document.timeline, encoding, &input.name)?;
        streams.out.write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    };
    must_be_new(path)?;
    let texts = bring_texts(&mut input, path);
    let text = written(&input.document.timeline, encoding, &input.name)?;
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

/// The timeline as a picture.
fn draw(
    input: Input,
    arguments: &ExportArgs,
    to_file: Option<&Path>,
    streams: &mut Streams,
) -> Result<Outcome, Failure> {
    if let Some(path) = to_file {
        if let Some(other) = Encoding::from_path(path) {
            let cause = format!("the name says {}, --to says svg", other.word());
            let name = path.display().to_string();
            return Err(Failure::usage(&name, &cause, "make them agree"));
        }
        must_be_new(path)?;
    }
    let Shown { opened, .. } = input.open(streams)?;
    let (what, by) = (arguments.picture, arguments.lanes.0);
    let drawn = picture::svg(opened.store, what, by, arguments.ground);
    match to_file {
        Some(path) => save_new(path, drawn.as_bytes())?,
        None => streams.out.write_all(drawn.as_bytes())?,
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
