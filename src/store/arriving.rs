//! What arrives of a file that is being read becomes part of the store: events in the order of the file, then, once, the order
//! of time. Threads and pieces are in `loading`.

use std::io;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};

use roaring::RoaringBitmap;

use super::Store;
use super::beside::Wake;
use super::columns::{Columns, Names};
use super::index::EventIx;
use super::loading::{Arrival, Done, Loading, Piece};
use super::order::Order;
use super::records::{FileRecords, Records};
use crate::format::stream::Opened;
use crate::model::Fault;

/// What arrived since somebody asked.
#[derive(Debug, Default)]
pub struct News {
    /// The first of the events that came; `None` if none came.
    pub first: Option<EventIx>,
    /// All are there, and they stand in the order of time now.
    pub done: bool,
    /// It was stopped before all was read.
    pub stopped: bool,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
    /// How many records were damaged and left out.
    pub damaged: usize,
}

impl News {
    fn merge(&mut self, later: Self) {
        self.done |= later.done;
        self.stopped |= later.stopped;
        self.faults.extend(later.faults);
        self.damaged += later.damaged;
    }

    /// Whether nothing arrived.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.first.is_none() && !self.done && self.faults.is_empty() && self.damaged == 0
    }
}

impl Store {
    /// Begins to read a large file, which the user knows as `name`. It has no events yet: [`Store::take_news`] takes those that
    /// have arrived. `wake` is called from another thread whenever there are some.
    ///
    /// # Errors
    ///
    /// When the system has no more open files to give.
    pub fn begin(input: Opened, name: &str, wake: Wake) -> io::Result<Self> {
        let file = input.file.try_clone()?;
        let records = FileRecords::new(file, name, input.path.as_deref(), input.kind.clone());
        let mut early = News::default();
        early.faults.clone_from(&input.notices);
        Ok(Self {
            title: None,
            columns: Columns::default(),
            order: Arc::new(Order::of_file(0)),
            index: Arc::default(),
            actors: Vec::new(),
            lookalikes: OnceLock::new(),
            actor_ids: Names::default(),
            outlets: Names::default(),
            mouths: OnceLock::new(),
            loading: Some(Loading::start(
                input,
                name,
                records.sources.clone(),
                wake.clone(),
            )),
            records: Records::File(Box::new(records)),
            inferred: RoaringBitmap::new(),
            early,
            wake: Some(wake),
        })
    }

    /// The reading that goes on.
    #[must_use]
    pub const fn loading(&self) -> Option<&Loading> {
        self.loading.as_ref()
    }

    /// Takes what has arrived, at most about so many events: what is left comes with the next call.
    pub fn take_news(&mut self, most: usize) -> News {
        let mut news = std::mem::take(&mut self.early);
        let before = self.order.len() as usize;
        while self.len() - before < most {
            let Some(arrival) = self.loading.as_ref().and_then(Loading::take) else {
                break;
            };
            self.take(arrival, &mut news);
        }
        self.settle(before, &mut news);
        news
    }

    /// Waits for the first events, but not longer than that, so that the first screen has something to show.
    pub fn wait_for_first(&mut self, patience: Duration) {
        let until = Instant::now() + patience;
        let mut news = News::default();
        while self.is_empty() {
            let left = until.saturating_duration_since(Instant::now());
            let Some(arrival) = self
                .loading
                .as_ref()
                .and_then(|loading| loading.wait_for(left))
            else {
                break;
            };
            self.take(arrival, &mut news);
        }
        self.early.merge(news);
    }

    /// Waits until something more arrives.
    #[cfg(test)]
    pub(super) fn wait_for_more(&mut self) {
        let mut news = News::default();
        if let Some(arrival) = self.loading.as_ref().and_then(Loading::wait) {
            self.take(arrival, &mut news);
        }
        self.early.merge(news);
    }

    /// Waits until all is read.
    pub fn wait_for_all(&mut self) -> News {
        let mut news = std::mem::take(&mut self.early);
        let before = self.order.len() as usize;
        while let Some(arrival) = self.loading.as_ref().and_then(Loading::wait) {
            self.take(arrival, &mut news);
        }
        self.loading = None;
        self.settle(before, &mut news);
        news
    }

    fn settle(&mut self, before: usize, news: &mut News) {
        if self.len() > before {
            news.first = u32::try_from(before).ok().map(EventIx);
            if !self.order.is_of_time() {
                self.order = Arc::new(Order::of_file(self.columns.len()));
            }
        }
        if let Records::File(file) = &self.records {
            file.watch();
            news.faults.extend(file.take_fault());
        }
    }

    fn take(&mut self, arrival: Arrival, news: &mut News) {
        match arrival {
            Arrival::Piece(piece) => self.take_piece(*piece, news),
            Arrival::Done(done) => self.take_done(*done, news),
            Arrival::Twice(twice) => {
                if let Records::File(file) = &mut self.records {
                    file.rename(twice.renamed);
                }
                news.faults.extend(twice.faults);
            }
        }
    }

    fn take_piece(&mut self, piece: Piece, news: &mut News) {
        self.title = piece.title.or_else(|| self.title.take());
        if !piece.actors.is_empty() || !piece.known.is_empty() {
            self.lookalikes = OnceLock::new();
        }
        for actor in piece.actors {
            self.actor_ids.add(&actor.id);
            self.actors.push(actor);
        }
        for (number, actor) in piece.known {
            if let Some(slot) = self.actors.get_mut(number as usize) {
                *slot = actor;
            }
        }
        piece.outlets.iter().for_each(|name| self.outlets.add(name));
        self.mouths.take();
        if let Some(chunk) = piece.chunk {
            Arc::make_mut(&mut self.index).add_chunk(EventIx(self.columns.len()), &chunk);
            self.columns.push(chunk);
        }
        self.inferred
            .extend(piece.inferred.iter().map(|event| event.0));
        news.damaged += piece.damaged_count;
        news.faults.extend(piece.damaged);
    }

    fn take_done(&mut self, done: Done, news: &mut News) {
        self.order = Arc::new(done.order);
        if let Some(index) = done.index {
            self.index = Arc::new(index);
        }
        self.inferred
            .extend(done.inferred.iter().map(|event| event.0));
        news.done = true;
        news.stopped = done.stopped;
        news.faults.extend(done.faults);
    }

    /// Whether more events may arrive.
    #[must_use]
    pub fn is_arriving(&self) -> bool {
        self.loading.is_some() && !self.order.is_of_time()
    }
}
