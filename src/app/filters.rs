//! Filters in force: applied live, toggled, cleared; prompts for dates and searches.

use super::action::Action;
use super::message::{Message, count};
use super::overlay::Overlay;
use super::prompt::{Prompt, PromptKind, edit, type_char};
use super::state::State;
use crate::model::{Status, parse_range};
use crate::store::{self, Filter, View};

/// A filter that is being applied.
#[derive(Debug)]
pub(super) struct Filtering {
    left: store::Filtering,
    /// The user is to be told how many events it leaves.
    says: bool,
}

impl State {
    /// Applies the filter in force: at once, or beside the keyboard where there are many events. Until its answer is there,
    /// everything stays as it is; a filter that comes after it takes its place.
    pub(super) fn refresh_view(&mut self) {
        let filter = self.active_filter();
        self.filtering = self
            .store
            .filter_beside(&filter)
            .map(|left| Filtering { left, says: false });
        if self.filtering.is_none() {
            self.take_left(filter.view(&self.store));
        }
    }

    /// Takes the answer of a filter that was applied beside the keyboard. Whether there was one.
    pub(super) fn take_filtered(&mut self) -> bool {
        let answer = match &self.filtering {
            None => return false,
            Some(filtering) => filtering.left.take(),
        };
        let view = match answer {
            Ok(None) => return false,
            Ok(Some(view)) => view,
            Err(()) => self.active_filter().view(&self.store),
        };
        let says = self
            .filtering
            .take()
            .is_some_and(|filtering| filtering.says);
        self.take_left(view);
        if says {
            self.say_left();
        }
        true
    }

    /// Whether a filter is being applied and what is shown is still what the one before it left.
    #[must_use]
    pub const fn is_filtering(&self) -> bool {
        self.filtering.is_some()
    }

    /// Shows the events that the filters leave. The selection stays on its event or goes to the nearest one left.
    fn take_left(&mut self, view: View) {
        self.view = self.found_in(view);
        self.refresh_search();
        let nearest = match self.remembered {
            Some(event) => self.view.nearest(event),
            None => self.view.at(0),
        };
        if nearest == self.selected {
            self.timeline_scroll.follow();
        } else {
            self.show(nearest);
        }
    }

    /// Whether anything but all events may be shown.
    pub(super) fn is_filtered(&self) -> bool {
        !self.filters_off && (self.only_hits || !self.filter.is_empty())
    }

    /// The view of the events that the filter in force leaves, only those that the search found where that is asked.
    pub(super) fn left_view(&self) -> View {
        self.found_in(self.active_filter().view(&self.store))
    }

    /// What the search found of a view, where only that is asked; else all of it.
    fn found_in(&self, view: View) -> View {
        let only_hits = self.only_hits && !self.filters_off;
        match self.search.as_ref().filter(|_| only_hits) {
            Some(active) => active.hits.keep(&self.store, &view),
            None => view,
        }
    }

    /// `S`: one status after the other, then all.
    pub(super) fn filter_status(&mut self) {
        let now = self.filter.statuses.first();
        let next = match now {
            None => Status::ALL.first(),
            Some(now) => Status::ALL
                .iter()
                .skip_while(|status| *status != now)
                .nth(1),
        };
        let statuses = next.copied().into_iter().collect();
        self.set_filter(Filter {
            statuses,
            ..self.filter.clone()
        });
        self.say_left();
    }

    /// `&`: only what the search found, or all again.
    pub(super) fn filter_hits(&mut self) {
        if self.search.is_none() && !self.only_hits {
            let text = "nothing is searched for: / begins a search";
            self.message = Some(Message::warning(text));
            return;
        }
        self.only_hits = !self.only_hits;
        self.refresh_view();
        self.say_left();
    }

    pub(super) fn toggle_filters(&mut self) {
        if self.filter.is_empty() && !self.only_hits {
            self.message = Some(Message::note(
                "no filter is set: a filters by actor, d by date, S by status",
            ));
            return;
        }
        self.filters_off = !self.filters_off;
        self.refresh_view();
        self.say_left();
    }

    pub(super) fn clear_filters(&mut self) {
        if self.filter.is_empty() && !self.only_hits {
            self.message = Some(Message::note("no filter is set"));
            return;
        }
        self.only_hits = false;
        self.set_filter(Filter::default());
        self.message = Some(Message::note("filters cleared"));
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        self.filter = filter;
        self.filters_off = false;
        self.refresh_view();
    }

    /// Says how many events are left, as soon as it is known.
    pub(super) fn say_left(&mut self) {
        if let Some(filtering) = &mut self.filtering {
            filtering.says = true;
            return;
        }
        let state = if self.filters_off {
            "filters off: "
        } else {
            ""
        };
        let (left, all) = (self.view.len(), self.store.len());
        let text = format!("{state}{left} of {}", count(all, "event"));
        self.message = Some(Message::note(text));
    }

    pub(super) fn open_prompt(&mut self, kind: PromptKind) {
        let opened_at = self.spot();
        let search_before = self
            .search
            .as_ref()
            .map(|active| active.search.query().to_owned());
        self.overlay = Some(Overlay::Prompt(Prompt {
            kind,
            line: tui_input::Input::default(),
            error: None,
            opened_at,
            search_before,
        }));
    }

    pub(super) fn update_prompt(&mut self, mut prompt: Prompt, action: &Action) {
        prompt.error = None;
        match action {
            Action::Type(letter) => type_char(&mut prompt.line, *letter),
            Action::Paste(text) => text
                .chars()
                .for_each(|letter| type_char(&mut prompt.line, letter)),
            Action::Edit(how) => edit(&mut prompt.line, *how),
            Action::Accept => return self.accept_prompt(prompt),
            Action::Cancel | Action::Close | Action::Point(_) => return self.cancel_prompt(prompt),
            _ => {}
        }
        if prompt.kind == PromptKind::Search {
            self.return_to(&prompt);
            self.start_search(prompt.line.value(), true);
            self.say_hits();
        }
        self.overlay = Some(Overlay::Prompt(prompt));
    }

    /// Takes the user back to where the prompt was opened.
    fn return_to(&mut self, prompt: &Prompt) {
        let spot = prompt.opened_at;
        self.selected = spot.selected;
        self.stop = spot.stop;
        self.cursor = spot.cursor;
        super::browse::focus(self, spot.focus);
    }

    fn cancel_prompt(&mut self, prompt: Prompt) {
        if prompt.kind == PromptKind::Search {
            self.return_to(&prompt);
            self.start_search(prompt.search_before.as_deref().unwrap_or_default(), false);
        }
    }

    fn accept_prompt(&mut self, mut prompt: Prompt) {
        let text = prompt.line.value().trim().to_owned();
        match (prompt.kind, text.as_str()) {
            (PromptKind::Search, "") => self.search = None,
            (PromptKind::Search, _) => {
                self.history.leave(prompt.opened_at);
                self.say_hits();
            }
            (PromptKind::GoTo, "") => {}
            (PromptKind::Dates, "") => {
                self.set_filter(Filter {
                    dates: None,
                    ..self.filter.clone()
                });
                self.say_left();
            }
            (PromptKind::GoTo | PromptKind::Dates, text) => match parse_range(text) {
                Ok(dates) if prompt.kind == PromptKind::Dates => {
                    self.set_filter(Filter {
                        dates: Some(dates),
                        ..self.filter.clone()
                    });
                    self.say_left();
                }
                Ok(at) => self.go_to_date(at),
                Err(error) => {
                    prompt.error = Some(format!("{error}; write it as {}", prompt.kind.example()));
                    self.overlay = Some(Overlay::Prompt(prompt));
                }
            },
        }
    }

    fn go_to_date(&mut self, at: crate::model::Bounds) {
        match self.event_at(at) {
            None => self.message = Some(Message::warning("no event has a date")),
            Some(event) => {
                self.history.leave(self.spot());
                self.select(Some(event));
                super::browse::focus(self, super::target::Pane::Timeline);
                let then = self
                    .store
                    .bounds(event)
                    .is_some_and(|bounds| bounds.overlaps(&at));
                if !then {
                    self.message = Some(Message::note(
                        "no event has a date then: this is the nearest",
                    ));
                }
            }
        }
    }
}
