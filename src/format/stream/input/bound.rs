//! How much may come of an input whose size nobody can see beforehand. A few bytes can be made to unpack to any number.

use std::io::{self, Read};

use super::counted::Progress;
use crate::format::stream::Limits;
use crate::model::{Fault, FaultKind};

/// Bytes that are unpacked before the ratio counts: small files may well be all alike.
const RATIO_FROM: u64 = 8 << 20;

/// Ends with a fault where the limits are passed.
pub(super) struct Bound<R> {
    pub(super) reader: R,
    pub(super) limits: Limits,
    /// Of the packed bytes; `None` where nothing is packed.
    pub(super) packed: Option<Progress>,
    pub(super) name: String,
    pub(super) count: u64,
}

impl<R: Read> Read for Bound<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(into)?;
        self.count = self.count.saturating_add(count as u64);
        if self.count > self.limits.max_size {
            return Err(self.refused(
                format!("more than {} MiB come of it", self.limits.max_size >> 20),
                "if you trust it, raise --max-size",
            ));
        }
        if let Some(packed) = &self.packed {
            let most = packed.read().saturating_mul(self.limits.max_ratio);
            if self.count > RATIO_FROM && self.count > most {
                return Err(self.refused(
                    format!(
                        "it unpacks to more than {} times its size, as no honest file does",
                        self.limits.max_ratio
                    ),
                    "if you trust it, raise --max-ratio",
                ));
            }
        }
        Ok(count)
    }
}

impl<R> Bound<R> {
    fn refused(&self, cause: String, mend: &str) -> io::Error {
        io::Error::other(Fault::new(FaultKind::TooLarge, &self.name, cause, mend))
    }
}
