//! How a command ends: its exit code, and what is still to be said. Nothing here writes.

use std::io;

use crate::model::{Fault, FaultKind};

/// How a command ended that could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Everything asked for was done.
    Done,
    /// It was done and found faults, which were its answer.
    Findings,
    /// The parser has said what is wrong with the call.
    WrongCall,
}

impl Outcome {
    pub(super) const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::WrongCall => 2,
        }
    }
}

/// Why a command could not be carried out.
#[derive(Debug)]
pub(super) enum Failure {
    /// The operation failed.
    Fault(Fault),
    /// The call itself is wrong.
    Usage(Fault),
    /// Standard output could not be written.
    Output(io::Error),
}

impl Failure {
    /// A wrong call: `subject` is the argument that is meant.
    pub(super) fn usage(subject: &str, cause: &str, mend: &str) -> Self {
        Self::Usage(Fault::new(FaultKind::Usage, subject, cause, mend))
    }

    pub(super) fn code(&self) -> u8 {
        match self {
            // The reader has seen all it wanted: `linimasa list | head -1` is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Fault(_) | Self::Output(_) => 1,
            Self::Usage(_) => 2,
        }
    }

    /// What the user should read; nothing when the reader went away.
    pub(super) fn fault(&self) -> Option<Fault> {
        match self {
            Self::Fault(fault) | Self::Usage(fault) => Some(fault.clone()),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            Self::Output(error) => Some(Fault::new(
                FaultKind::Io,
                "standard output",
                format!("cannot be written: {error}"),
                "free some space, or write somewhere else",
            )),
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Input and files answer with a [`Fault`]; the only bare error a command meets is from standard output.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}
