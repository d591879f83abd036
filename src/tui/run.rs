//! The loop: draw, wait, take what came, and do outside the program what the state asks for.

use std::io::{self, BufWriter, Stdout, Write};
use std::time::{Duration, Instant};

use ratatui::crossterm::QueueableCommand;
use ratatui::crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::Rect;

use super::frame::{DrawCache, Frame, render};
use super::ink::Ink;
use super::input::{Input, Reader, die_of, stop};
use super::looks::{Looks, Shade};
use super::steady::Steady;
use super::terminal::Guard;
use super::theme::Theme;
use super::{clipboard, external};
use crate::app::{Action, Citation, Effect, Message, State, Target, copy_of_source, press, update};
use crate::store::Wake;

type Terminal = ratatui::Terminal<Steady<Ink<BufWriter<Stdout>>>>;

/// A terminal that can be read, before anything is drawn on it.
#[derive(Debug)]
pub struct Viewer {
    reader: Reader,
}

impl Viewer {
    /// Begins to listen to the terminal and the signals.
    ///
    /// # Errors
    ///
    /// Where there is no terminal that can be read.
    pub fn new() -> io::Result<Self> {
        let reader = Reader::new()?;
        Ok(Self { reader })
    }

    /// What tells the viewer from another thread that something has arrived.
    #[must_use]
    pub fn wake(&self) -> Wake {
        self.reader.wake()
    }

    /// Shows the state until the user quits or the system ends the program. The terminal is as it was afterwards.
    ///
    /// # Errors
    ///
    /// Where the terminal cannot be drawn on.
    pub fn run(mut self, mut state: State, looks: Looks) -> io::Result<()> {
        state.store.wait_for_first(FIRST_EVENTS);
        state.take_news();
        let mut session = Session {
            guard: Guard::enter(state.mouse)?,
            terminal: Terminal::new(Steady::new(Ink::new(BufWriter::with_capacity(
                1 << 16,
                io::stdout(),
            ))))?,
            theme: looks.theme(None),
            is_answer_due: looks.asks(),
            looks,
            cache: DrawCache::default(),
            frame: Frame::default(),
            pressed: None,
            state,
        };
        if session.is_answer_due {
            session.guard.ask()?;
        }
        let end = session.browse(&mut self.reader);
        if session.is_answer_due && matches!(end, Ok(None)) {
            self.reader.drain();
        }
        drop(session);
        match end? {
            Some(signal) => die_of(signal),
            None => Ok(()),
        }
    }
}

/// So long the first events of a file are waited for before an empty screen is shown.
const FIRST_EVENTS: Duration = Duration::from_millis(12);

/// So often the progress of reading is shown.
const REFRESH: Duration = Duration::from_millis(100);

struct Session {
    state: State,
    guard: Guard,
    terminal: Terminal,
    looks: Looks,
    theme: Theme,
    /// The terminal was asked something and has not answered all of it.
    is_answer_due: bool,
    cache: DrawCache,
    frame: Frame,
    /// Where the mouse button went down.
    pressed: Option<(u16, u16)>,
}

/// Whether to go on.
enum Next {
    Go,
    End(Option<i32>),
}

impl Session {
    /// Draws and waits until the end; gives the signal that asked for it.
    fn browse(&mut self, reader: &mut Reader) -> io::Result<Option<i32>> {
        loop {
            self.draw()?;
            let seen = Instant::now();
            loop {
                let inputs = reader.wait()?;
                let is_asked = !inputs.is_empty();
                let mut inputs = inputs.into_iter();
                while let Some(input) = inputs.next() {
                    if let Next::End(signal) = self.take(input)? {
                        self.is_answer_due &= !inputs.any(|input| input == Input::Attributes);
                        return Ok(signal);
                    }
                }
                let urgent = self.state.take_news();
                // What arrives block by block is shown now and then; its end always is.
                if is_asked || urgent || seen.elapsed() > REFRESH {
                    break;
                }
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let (state, theme, cache, frame) =
            (&self.state, &self.theme, &mut self.cache, &mut self.frame);
        self.terminal.backend_mut().queue(BeginSynchronizedUpdate)?;
        self.terminal.draw(|screen| {
            *frame = render(state, theme, cache, screen.buffer_mut());
            if let Some(cursor) = frame.cursor {
                screen.set_cursor_position(cursor);
            }
        })?;
        self.terminal.backend_mut().queue(EndSynchronizedUpdate)?;
        Write::flush(self.terminal.backend_mut())?;
        self.state.note_seen(self.frame.seen);
        Ok(())
    }

    fn take(&mut self, input: Input) -> io::Result<Next> {
        let effects = match input {
            Input::Key(key) => {
                panic_on_request(key);
                hang_on_request(key);
                press(&mut self.state, key)
            }
            Input::Paste(text) => update(&mut self.state, &Action::Paste(text), None),
            Input::Press(x, y) => {
                self.pressed = Some((x, y));
                Vec::new()
            }
            Input::Release(x, y) => self.release(x, y),
            Input::Wheel(x, y, rows) => self.wheel(x, y, rows),
            Input::Background(colour) => {
                if self.looks.asks() {
                    self.theme = self.looks.theme(Some(Shade::of(colour)));
                }
                Vec::new()
            }
            Input::Attributes => {
                self.is_answer_due = false;
                Vec::new()
            }
            Input::Redraw => Vec::new(),
            Input::Continued => {
                self.resume()?;
                Vec::new()
            }
            Input::End(signal) => return Ok(Next::End(signal)),
        };
        for effect in effects {
            if effect == Effect::Quit {
                return Ok(Next::End(None));
            }
            self.carry_out(effect)?;
        }
        Ok(Next::Go)
    }

    /// A release where the button went down is a click.
    fn release(&mut self, x: u16, y: u16) -> Vec<Effect> {
        if self.pressed.take() != Some((x, y)) {
            return Vec::new();
        }
        match self.frame.hits.target(x, y) {
            Some(target) => update(&mut self.state, &Action::Point(target), None),
            None => Vec::new(),
        }
    }

    fn wheel(&mut self, x: u16, y: u16, rows: i32) -> Vec<Effect> {
        let covered = self.state.overlay.is_some();
        let pane = self.frame.hits.pane(x, y);
        let pane = if covered {
            Some(self.state.focus)
        } else {
            pane
        };
        let action = match self.frame.hits.target(x, y).filter(|_| !covered) {
            Some(Target::Axis(moment) | Target::Overview(moment)) => {
                Some(Action::WheelAxis(moment, rows))
            }
            _ => pane.map(|pane| Action::Wheel(pane, rows)),
        };
        match action {
            Some(action) => update(&mut self.state, &action, None),
            None => Vec::new(),
        }
    }

    fn carry_out(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::Quit => {}
            Effect::Mouse(mouse) => self.guard.set_mouse(mouse)?,
            Effect::Copy(citation) => self.copy(&citation)?,
            Effect::OpenUrl(url) => match (external::open_url(&url), copy_of_source(&self.state)) {
                (Ok(()), _) => self.state.message = Some(Message::note(format!("opening {url}"))),
                // Without a browser the stored text is the next best.
                (Err(_), Some(copy)) => {
                    self.carry_out(copy)?;
                    let note = format!("no browser here, so this was the stored text of {url}");
                    self.state.message.get_or_insert(Message::note(note));
                }
                (Err(error), None) => {
                    self.state.message = Some(Message::warning(format!("{error}: {url}")));
                }
            },
            Effect::ShowText { name, text, line } => {
                self.guard.pause();
                let shown = external::show_text(&name, &text, line);
                self.resume()?;
                self.state.message = match shown {
                    Ok(false) => None,
                    Ok(true) => Some(Message::note(
                        "the copy showed control characters as visible signs",
                    )),
                    Err(error) => Some(Message::warning(error.to_string())),
                };
            }
            Effect::Suspend => {
                self.guard.pause();
                stop()?;
                self.resume()?;
            }
        }
        Ok(())
    }

    fn copy(&mut self, citation: &Citation) -> io::Result<()> {
        let way = clipboard::copy(&citation.text)?;
        let left_out = match citation.left_out {
            0 => String::new(),
            1 => ", without 1 control character".to_owned(),
            several => format!(", without {several} control characters"),
        };
        let text = format!(
            "copied {} characters with their citation {way}{left_out}",
            citation.length
        );
        self.state.message = Some(Message::note(text));
        Ok(())
    }

    /// Takes the terminal again after something else had it, and draws everything anew.
    fn resume(&mut self) -> io::Result<()> {
        self.guard.resume()?;
        // `clear` would ask the terminal where its cursor is, and wait for the answer among the user's keys.
        let size = self.terminal.size()?;
        self.terminal
            .resize(Rect::new(0, 0, size.width, size.height))
    }
}

/// Lets a test see that a panic leaves the terminal as it was. No release build can be asked to.
fn panic_on_request(key: crate::app::Key) {
    let asked = cfg!(debug_assertions)
        && key.code == crate::app::KeyCode::Function(12)
        && std::env::var_os("LINIMASA_TEST_PANIC").is_some();
    assert!(!asked, "a test asked for this panic: \u{1b}[31m");
}

/// Lets a test see that a program that is too busy to look at its signals still ends. No release build can be asked to.
fn hang_on_request(key: crate::app::Key) {
    let asked = cfg!(debug_assertions)
        && key.code == crate::app::KeyCode::Function(11)
        && std::env::var_os("LINIMASA_TEST_BUSY").is_some();
    if asked {
        loop {
            std::thread::park();
        }
    }
}
