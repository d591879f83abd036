//! JSON for programs: arrays an object a line. What the objects hold is in the file of each answer.

use std::io::Write;

use serde::Serialize;
use serde_json::Error as JsonError;

use super::outcome::Failure;
use crate::format::to_json_string;
use crate::model::{Fault, FaultKind};

/// One array, an object a line, so that a million of them need no memory of their own.
pub(super) fn array<T: Serialize>(
    items: impl Iterator<Item = T>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut is_empty = true;
    for one in items {
        item(&one, is_empty, out)?;
        is_empty = false;
    }
    end(is_empty, out)
}

/// One object of an array.
pub(super) fn item<T: Serialize>(
    item: &T,
    is_first: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let before = if is_first { "[\n" } else { ",\n" };
    let item = to_json_string(item, false).map_err(unwritable)?;
    Ok(write!(out, "{before}{item}")?)
}

/// The end of an array.
pub(super) fn end(is_empty: bool, out: &mut dyn Write) -> Result<(), Failure> {
    let end = if is_empty { "[]\n" } else { "\n]\n" };
    Ok(out.write_all(end.as_bytes())?)
}

/// One object, on a line of its own.
pub(super) fn line<T: Serialize>(item: &T, out: &mut dyn Write) -> Result<(), Failure> {
    let item = to_json_string(item, false).map_err(unwritable)?;
    Ok(writeln!(out, "{item}")?)
}

/// What no JSON reader would take back.
pub(super) fn unwritable(error: JsonError) -> Failure {
    let cause = format!("this cannot be written as JSON: {error}");
    let mend = "nest the values of unknown keys less deeply";
    Fault::new(FaultKind::Syntax, "standard output", cause, mend).into()
}
