//! What arrives while the user looks: events of a file that is being read, and what a search found. The selection stays on its
//! event, whatever moves around it.

use super::message::{Message, count};
use super::searching::Sought;
use super::state::State;
use crate::model::{Bounds, Fault};
use crate::store::News;

/// An event to begin at that may not have arrived yet.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// By its id.
    pub event: Option<String>,
    /// By its date.
    pub at: Option<Bounds>,
}

/// So many events are taken in before the keyboard is asked again.
const AT_ONCE: usize = 50_000;

/// So many faults of a file are kept to be shown; the others are counted.
const KEPT_FAULTS: usize = 1_000;

impl State {
    /// Takes what has arrived since the last call. Whether the screen should show it at once: the first events, the end of
    /// the reading, an answer.
    pub fn take_news(&mut self) -> bool {
        let news = self.store.take_news(AT_ONCE);
        let was_short = self.view.len() < SCREENFUL;
        let came = !news.is_empty();
        if came {
            self.note_news(news);
        }
        let answered = self.take_found();
        let filtered = self.take_filtered();
        super::lanes::keep_up(self);
        answered || filtered || (came && was_short) || (came && !self.store.is_arriving())
    }

    fn note_news(&mut self, news: News) {
        self.damaged += news.damaged;
        self.note_faults(news.faults);
        if news.first.is_none() && !news.done {
            return;
        }
        let stays = self.selected.is_some();
        if news.done || self.is_view_due() {
            self.view = self.left_view();
        }
        match (news.done, news.first) {
            (true, _) => self.search_again(),
            (false, Some(first)) => self.search_in_new(first),
            (false, None) => {}
        }
        self.select_wanted(news.done);
        if stays {
            self.timeline_scroll.follow();
        }
        if news.done {
            self.say_read(news.stopped);
        }
    }

    /// Whether so many events have arrived that the filters are worth applying again: to all of them every time would take
    /// longer the more there are.
    fn is_view_due(&self) -> bool {
        let new = self.store.len() - self.view.out_of().min(self.store.len());
        !self.is_filtered() || new * 8 >= self.store.len()
    }

    /// Selects what the user asked to begin at as soon as it is there; until something is selected, the first event.
    fn select_wanted(&mut self, done: bool) {
        let by_id = self
            .wanted
            .event
            .as_ref()
            .and_then(|id| self.store.find_event(id));
        let at = self.wanted.at.filter(|_| done);
        let wanted = by_id.or_else(|| self.event_at(at?));
        if let Some(event) = wanted {
            self.wanted = Wanted::default();
            self.select(self.view.nearest(event));
        } else if self.selected.is_none_or(|event| !self.view.contains(event)) {
            let nearest = match self.remembered {
                Some(event) => self.view.nearest(event),
                None => self.view.at(0),
            };
            self.show(nearest);
        }
    }

    fn note_faults(&mut self, faults: Vec<Fault>) {
        let room = KEPT_FAULTS.saturating_sub(self.notices.len());
        if let Some(first) = faults.first() {
            self.message = Some(Message::warning(format!("{first} · ! shows all")));
        }
        self.notices.extend(faults.into_iter().take(room));
    }

    fn say_read(&mut self, stopped: bool) {
        let events = count(self.store.len(), "event");
        let left_out = match self.damaged {
            0 => String::new(),
            damaged => format!(
                ", {} left out · ! shows them",
                count(damaged, "damaged record")
            ),
        };
        self.message = match (stopped, self.damaged) {
            (true, _) => Some(Message::warning(format!(
                "stopped: {events} were read{left_out}"
            ))),
            (false, 0) => self.message.take(),
            (false, _) => Some(Message::warning(format!("{events} were read{left_out}"))),
        };
    }

    /// Takes the answer of a search that ran beside the keyboard. Whether there was one.
    fn take_found(&mut self) -> bool {
        let Some(active) = &self.search else {
            return false;
        };
        let Sought::For { seeking, go } = &active.sought else {
            return false;
        };
        let go = *go;
        match seeking.take() {
            Ok(None) => return false,
            Ok(Some(found)) => {
                let hits = active
                    .search
                    .hits(&self.store, &self.searched_view(), &found);
                if let Some(active) = &mut self.search {
                    active.hits = hits;
                }
            }
            Err(()) => {}
        }
        if let Some(active) = &mut self.search {
            active.sought = Sought::Found;
        }
        self.keep_hits_only();
        if go {
            self.go_to_first_hit();
        }
        self.say_hits();
        true
    }

    /// Stops reading, if it goes on. Whether it did.
    pub(super) fn stop_reading(&mut self) -> bool {
        let going = self.store.is_arriving();
        if let Some(loading) = self.store.loading().filter(|_| going) {
            loading.stop();
            self.message = Some(Message::note("stopping: what is there is kept"));
        }
        going
    }
}

/// More rows than screens have.
const SCREENFUL: usize = 300;
