//! The reader of a terminal on systems without Unix signals: crossterm's events, translated.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::crossterm::event::{
    self, Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::{Input, NOTCH};
use crate::app::{Key, KeyCode};
use crate::store::Wake;

/// Reads the terminal.
#[derive(Debug)]
pub(in super::super) struct Reader {
    woken: Arc<AtomicBool>,
}

/// How soon something that came from another thread is seen: this terminal cannot be waited on together with it.
const LOOK: Duration = Duration::from_millis(50);

impl Reader {
    /// Begins to listen.
    pub(in super::super) fn new() -> io::Result<Self> {
        Ok(Self {
            woken: Arc::default(),
        })
    }

    /// What ends a wait from another thread.
    pub(in super::super) fn wake(&self) -> Wake {
        let woken = Arc::clone(&self.woken);
        Wake::new(move || woken.store(true, Ordering::SeqCst))
    }

    /// Takes what the terminal still has to answer: nothing, for it is not asked.
    pub(in super::super) fn drain(&mut self) {}

    /// Waits until something happens, and gives all of it.
    pub(in super::super) fn wait(&mut self) -> io::Result<Vec<Input>> {
        while !event::poll(LOOK)? {
            if self.woken.swap(false, Ordering::SeqCst) {
                return Ok(Vec::new());
            }
        }
        let mut inputs: Vec<Input> = translate(event::read()?).into_iter().collect();
        while event::poll(Duration::ZERO)? {
            inputs.extend(translate(event::read()?));
        }
        Ok(inputs)
    }
}

fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_of(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(..) => Some(Input::Redraw),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Press(mouse.column, mouse.row)),
            MouseEventKind::Up(MouseButton::Left) => Some(Input::Release(mouse.column, mouse.row)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(mouse.column, mouse.row, NOTCH)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(mouse.column, mouse.row, -NOTCH)),
            _ => None,
        },
        _ => None,
    }
}

fn key_of(key: KeyEvent) -> Option<Key> {
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        Code::Char(letter) => {
            shift = false;
            KeyCode::Char(letter)
        }
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => {
            shift = true;
            KeyCode::Tab
        }
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::Function(number),
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: key.modifiers.contains(KeyModifiers::CONTROL),
        alt: key.modifiers.contains(KeyModifiers::ALT),
        shift,
    })
}
