//! A timeline that is read while it is looked at: blocks of records are made into chunks on several threads and arrive in the
//! order of the file; when all are there, the order of time follows once. What is done with what arrives is not here.
//!
//! One thread reads and cuts (`format::stream::Blocks`), as many as there are processors make chunks of blocks (`worker`), and
//! one puts them together in the order of the file (`merge`), which is the one that the threads that draw hear from.

mod merge;
mod resting;
mod twice;
mod worker;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::beside::Wake;
use super::columns::{Chunk, ChunkMaker};
use super::index::{EventIx, Index};
use super::order::Order;
use super::records::SharedSources;
use crate::format::stream::{Block, Opened, Progress, RecordKind};
use crate::model::{Actor, Fault};
use merge::Merger;
pub(crate) use twice::Twice;
use worker::Made;

/// What arrived.
#[derive(Debug)]
pub(crate) enum Arrival {
    Piece(Box<Piece>),
    /// All is there, or what is there is all that there will be.
    Done(Box<Done>),
    /// Ids that several events have, as only a look at all of them shows.
    Twice(Box<Twice>),
}

/// What one block of the file held.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    pub(crate) title: Option<String>,
    /// Actors that were named for the first time, in the order of their numbers.
    pub(crate) actors: Vec<Actor>,
    /// Actors that were named before and are now known.
    pub(crate) known: Vec<(u32, Actor)>,
    /// Names of outlets that were seen for the first time, in the order of their numbers.
    pub(crate) outlets: Vec<String>,
    pub(crate) chunk: Option<Arc<Chunk>>,
    /// Earlier events that turn out to rest on an inferred publication date.
    pub(crate) inferred: Vec<EventIx>,
    pub(crate) damaged: Vec<Fault>,
    /// How many were damaged; of many only the first are told.
    pub(crate) damaged_count: usize,
}

/// How the events stand when all are there.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) order: Order,
    /// `None` where the order is that of the file, in which the events were indexed as they arrived.
    pub(crate) index: Option<Index>,
    /// Events that turn out to rest on an inferred publication date.
    pub(crate) inferred: Vec<EventIx>,
    pub(crate) faults: Vec<Fault>,
    /// It was stopped before all was read.
    pub(crate) stopped: bool,
}

/// A timeline that is being read.
#[derive(Debug)]
pub struct Loading {
    arrivals: Receiver<Arrival>,
    stop: Arc<AtomicBool>,
    progress: Progress,
    begun: Instant,
}

/// What the threads send through, and what tells the one that draws that something came.
struct Post {
    arrivals: Sender<Arrival>,
    wake: Wake,
}

impl Post {
    fn send(&self, arrival: Arrival) -> bool {
        let sent = self.arrivals.send(arrival).is_ok();
        self.wake.call();
        sent
    }
}

/// Blocks that a worker may have waiting: enough to have none wait for the disk, few enough to stay small.
const WAITING: usize = 2;

impl Loading {
    /// Begins to read. `name` is how faults call the input, `wake` is called whenever something has arrived.
    #[must_use]
    pub(crate) fn start(input: Opened, name: &str, sources: SharedSources, wake: Wake) -> Self {
        let (arrivals, arrived) = channel();
        let loading = Self {
            arrivals: arrived,
            stop: Arc::default(),
            progress: input.progress.clone(),
            begun: Instant::now(),
        };
        let stop = Arc::clone(&loading.stop);
        let post = Post { arrivals, wake };
        let name = name.to_owned();
        thread::spawn(move || load(input, &name, sources, &stop, &post));
        loading
    }

    /// What has arrived and was not yet taken.
    pub(crate) fn take(&self) -> Option<Arrival> {
        self.arrivals.try_recv().ok()
    }

    /// Waits for the next arrival, but not longer than that.
    pub(crate) fn wait_for(&self, patience: Duration) -> Option<Arrival> {
        self.arrivals.recv_timeout(patience).ok()
    }

    /// Waits for the next arrival; `None` after the last.
    pub(crate) fn wait(&self) -> Option<Arrival> {
        self.arrivals.recv().ok()
    }

    /// Asks it to keep what is there and read no more.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// How much of the file was read, from 0 to 1; `None` where nobody knows how much there is.
    #[must_use]
    pub fn part(&self) -> Option<f64> {
        let total = self.progress.total().filter(|total| *total > 0)?;
        Some((self.progress.read() as f64 / total as f64).min(1.0))
    }

    /// How long the rest takes if it goes on as it did; `None` before anything can be said.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        let part = self.part().filter(|part| *part > 0.02)?;
        Some(self.begun.elapsed().mul_f64((1.0 - part) / part))
    }

    /// How many bytes were read.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.progress.read()
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What goes to a worker: a block, or why there are no more.
type Work = Result<Block, Fault>;

/// What comes from a worker.
type Making = Result<Made, Fault>;

/// So often it is asked whether to stop, where nothing comes.
const LOOK: Duration = Duration::from_millis(50);

fn load(input: Opened, name: &str, sources: SharedSources, stop: &Arc<AtomicBool>, post: &Post) {
    let is_table = matches!(input.kind, RecordKind::Table(_));
    let made = begin(input, stop);
    let mut merger = Merger::new(name, is_table, sources);
    // Each worker gets every so manieth block, so that taking turns gives the order of the file.
    for made in made.iter().cycle() {
        match next(made, stop) {
            Some(Ok(made)) => {
                let piece = merger.merge(made);
                if !post.send(Arrival::Piece(Box::new(piece))) {
                    return;
                }
            }
            Some(Err(fault)) => {
                merger.fail(fault);
                break;
            }
            None => break,
        }
    }
    let stopped = stop.load(Ordering::Relaxed);
    let faults = merger.finish(stopped);
    let order = merger.order();
    let columns = merger.columns();
    let index = (!order.is_as_in_file()).then(|| Index::new(columns, &order));
    post.send(Arrival::Done(Box::new(Done {
        order,
        index,
        inferred: merger.inferred(),
        faults,
        stopped,
    })));
    let twice = twice::twice(merger.columns(), name, is_table);
    if !twice.is_empty() {
        post.send(Arrival::Twice(Box::new(twice)));
    }
}

/// Begins to read and to make chunks: gives what each worker makes. The threads end with what they are asked for; one that
/// waits for a slow input is left to itself.
fn begin(input: Opened, stop: &Arc<AtomicBool>) -> Vec<Receiver<Making>> {
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut to_workers: Vec<SyncSender<Work>> = Vec::new();
    let mut from_workers = Vec::new();
    for _ in 0..workers {
        let (work, works) = sync_channel::<Work>(WAITING);
        let (make, made) = sync_channel(WAITING);
        let kind = input.kind.clone();
        thread::spawn(move || {
            let mut maker = ChunkMaker::default();
            for work in works {
                let made = work.map(|block| worker::make(&kind, &block, &mut maker));
                if make.send(made).is_err() {
                    return;
                }
            }
        });
        to_workers.push(work);
        from_workers.push(made);
    }
    let (blocks, stop) = (input.blocks, Arc::clone(stop));
    thread::spawn(move || {
        for (block, worker) in blocks.zip(to_workers.iter().cycle()) {
            if stop.load(Ordering::Relaxed) || worker.send(block).is_err() {
                return;
            }
        }
    });
    from_workers
}

/// What a worker makes next; `None` at the end, and when it is to stop.
fn next(made: &Receiver<Making>, stop: &AtomicBool) -> Option<Making> {
    loop {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        match made.recv_timeout(LOOK) {
            Ok(made) => return Some(made),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
