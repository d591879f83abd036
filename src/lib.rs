//! linimasa: a terminal timeline viewer that links every event to the verbatim words that state it.
//!
//! # Crate map
//!
//! Floors from the ground up; a room uses only rooms on floors below it (`tests/house` holds that).
//!
//! | room | what lives there | look first at |
//! |---|---|---|
//! | [`model`] | timeline, source, actor, event, claim, anchor; EDTF dates, their bounds, wording and reasoning; faults | `timeline.rs`, `date.rs`, `reasoning.rs` |
//! | [`text`] | bytes → stored text → safe text: decoding, code points, anchors, cells, wrapping | `anchor.rs`, `safe.rs`, `wrap.rs` |
//! | [`extract`] | an article → its structure, temporal expressions, actors, quotes, attributions and events, by language packs (`assets/lang`) → a timeline, also merged into one that a person has worked on | `structure/mod.rs`, `times/mod.rs`, `names/mod.rs`, `speech/mod.rs`, `pack/mod.rs`, `assemble/mod.rs` |
//! | [`mod@format`] | TOML, JSON and JSON Lines of one model; reading files; the stored texts of sources; in `stream`, large inputs and tables of others as blocks of lean records | `mod.rs`, `texts.rs`, `stream/mod.rs` |
//! | [`store`] | a timeline made ready for reading: columns, order, actors' bitmaps, whole events where they are looked at, filters, search, on whom events rest (`mouths`), reading beside the keyboard, `check` | `mod.rs`, `columns/mod.rs`, `order.rs`, `records/mod.rs`, `loading/mod.rs` |
//! | [`app`] | state, the action table, keymap, pickers and prompts, `update`: key → action → next state and effects; in `lanes` the layout of the lanes for any medium | `action.rs`, `press.rs`, `update.rs`, `browse.rs`, `lanes/mod.rs` |
//! | [`tui`] | state → frame and hit areas; themes (`assets/themes`) and how they fit a terminal's colours; the terminal's guard, its reader, the loop | `frame.rs`, one file per pane, `looks/choice.rs`, `run.rs` |
//! | [`cli`] | arguments and subcommands | `mod.rs`, one file per subcommand |
//!
//! # Ways through it
//!
//! - **A key**: terminal event (`tui/input.rs`) → [`app::press`] with the keymap (`assets/keymap.toml`) → [`app::Action`] →
//!   [`app::update`] → [`tui::render`] → a frame and its hit areas, which turn clicks into actions again.
//! - **An article**: [`extract::read_article`] → [`extract::recognise`] → [`extract::Assembler`] → a timeline, whose store is
//!   made like a file's. `cli/build.rs` writes it, `cli/merging.rs` into a file that is there, `app/turning.rs` tries another
//!   day of publication on it.
//! - **A file**: [`format::open`] → [`store::open`], which refuses what its sources do not say → [`store::Store`], the only
//!   thing that the screen and the command line read.
//! - **A large file**: [`format::stream::open`] → blocks → [`store::Store::begin`], whose threads make chunks of them
//!   (`store/loading`) → [`store::Store::take_news`] → `app/arriving.rs`, which keeps the selection where it was.
//! - **A word of a hostile text**: any field → [`text::SafeText`] → `tui/paint.rs` or the command line's streams. Nothing
//!   else reaches the terminal.

// A panic with a clear message is what a test is for.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

pub mod app;
pub mod cli;
pub mod extract;
pub mod format;
pub mod model;
pub mod store;
pub mod text;
pub mod tui;
