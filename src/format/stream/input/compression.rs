//! Inputs that are compressed, known by their first bytes (RFC 1952, RFC 8878). How much may come of one is not decided here.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use crate::model::{Fault, FaultKind};

/// How an input is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    Gzip,
    Zstd,
}

impl Compression {
    /// By the first four bytes.
    pub(super) fn of(head: &[u8]) -> Option<Self> {
        match head {
            [0x1f, 0x8b, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] => Some(Self::Zstd),
            _ => None,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// What the compressed bytes of the reader are; an error is told as a fault of `name`.
    pub(super) fn decompress(
        self,
        reader: impl Read + Send + 'static,
        name: &str,
    ) -> Box<dyn Read + Send> {
        let reader = BufReader::with_capacity(1 << 16, reader);
        let plain: Box<dyn Read + Send> = match self {
            Self::Gzip => Box::new(MultiGzDecoder::new(reader)),
            Self::Zstd => Box::new(Frames {
                state: State::Between(reader),
            }),
        };
        Box::new(Told {
            plain,
            compression: self,
            name: name.to_owned(),
            count: 0,
        })
    }
}

/// The frames of zstd, one after another.
struct Frames<R: Read> {
    state: State<R>,
}

enum State<R: Read> {
    Between(R),
    Within(Box<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>),
    Ended,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Ok(0),
                State::Between(mut reader) => {
                    if reader.fill_buf()?.is_empty() {
                        return Ok(0);
                    }
                    self.state = match start(reader)? {
                        Ok(frame) => State::Within(Box::new(frame)),
                        Err(reader) => State::Between(reader),
                    };
                }
                State::Within(mut frame) => {
                    let count = frame.read(into)?;
                    if count > 0 || into.is_empty() {
                        self.state = State::Within(frame);
                        return Ok(count);
                    }
                    self.state = State::Between(frame.into_inner());
                }
            }
        }
    }
}

type Frame<R> = StreamingDecoder<R, ruzstd::decoding::FrameDecoder>;

/// The next frame, or the reader after one that holds no data (RFC 8878, 3.1.2).
fn start<R: BufRead>(mut reader: R) -> io::Result<Result<Frame<R>, R>> {
    let mut magic = [0; 8];
    let ahead = reader.fill_buf()?;
    if let [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..] = ahead {
        reader.read_exact(&mut magic)?;
        let [.., a, b, c, d] = magic;
        let length = u64::from(u32::from_le_bytes([a, b, c, d]));
        let skipped = io::copy(&mut reader.by_ref().take(length), &mut io::sink())?;
        return match skipped == length {
            true => Ok(Err(reader)),
            false => Err(io::ErrorKind::UnexpectedEof.into()),
        };
    }
    StreamingDecoder::new(reader).map(Ok).map_err(|error| {
        let text = error.to_string();
        let kind = match text.contains("fill whole buffer") {
            true => io::ErrorKind::UnexpectedEof,
            false => io::ErrorKind::InvalidData,
        };
        io::Error::new(kind, text)
    })
}

/// Tells what went wrong in the words of a fault.
struct Told {
    plain: Box<dyn Read + Send>,
    compression: Compression,
    name: String,
    count: u64,
}

impl Read for Told {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self.plain.read(into) {
            Ok(count) => {
                self.count = self.count.saturating_add(count as u64);
                Ok(count)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => Err(io::Error::other(self.fault(&error))),
        }
    }
}

impl Told {
    fn fault(&self, error: &io::Error) -> Fault {
        let what = self.compression.word();
        let is_cut = error.kind() == io::ErrorKind::UnexpectedEof
            || error.to_string().contains("fill whole buffer");
        let cause = match is_cut {
            true => format!(
                "the {what} data are cut short: after {} bytes of text nothing more can be read",
                self.count
            ),
            false => format!(
                "the {what} data are damaged after {} bytes of text: {error}",
                self.count
            ),
        };
        Fault::new(
            FaultKind::Io,
            &self.name,
            cause,
            "fetch or save the file again",
        )
    }
}
