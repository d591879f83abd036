//! Ctrl-Z under a shell with job control, and back.

use crate::launch::Launch;
use crate::look::{focus, selected};
use crate::screen::Session;

const PROMPT: &str = "ready> ";

/// Waits for so many prompts on the main screen.
fn expect_prompts(session: &Session, count: usize) {
    session.wait_until(&format!("{count} prompts"), |screen| {
        !screen.alternate_screen() && screen.contents().matches(PROMPT.trim()).count() == count
    });
}

/// An interactive shell in the terminal.
fn shell() -> Session {
    let session = Launch::new(120, 40)
        .line("sh -i")
        .env("PS1", PROMPT)
        .start();
    expect_prompts(&session, 1);
    session
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_fg_gives_it_back() {
    let mut session = shell();
    session.text("\"$LINIMASA\"\n");
    session.wait_for_first_frame();
    session.keys("7 G");
    session.wait_until("event 7", |screen| selected(screen) == Some(7));
    for round in 0..2 {
        session.keys("ctrl-z");
        expect_prompts(&session, 2 + 2 * round);
        let screen = session.screen();
        assert!(!screen.hide_cursor() && !screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        // Shells keep modes of their own while they read a line; a program that they run sees what was left.
        session.text("stty -a | tr ' ' '\\n' | grep -E '^-?(icanon|echo|isig);?$' | tr '\\n' ' '; echo done\n");
        expect_prompts(&session, 3 + 2 * round);
        let text = session.screen().contents();
        assert!(
            !text.contains("-icanon") && !text.contains("-echo ") && !text.contains("-isig"),
            "{text}"
        );
        session.text("fg\n");
        session.wait_until("the viewer again", |screen| {
            screen.alternate_screen()
                && selected(screen) == Some(7)
                && focus(screen) == "Timeline"
                && screen.bracketed_paste()
        });
    }
    session.keys("j");
    session.wait_until("event 8", |screen| selected(screen) == Some(8));
    session.keys("q");
    expect_prompts(&session, 6);
    session.text("exit\n");
    session.ended(0);
}

#[test]
fn a_pipeline_is_suspended_whole() {
    let mut session = shell();
    session.text("printf x | \"$LINIMASA\"\n");
    session.wait_for_first_frame();
    session.keys("ctrl-z");
    expect_prompts(&session, 2);
    session.text("fg\n");
    session.wait_until("the viewer again", |screen| {
        screen.alternate_screen() && focus(screen) == "Timeline"
    });
    session.keys("j");
    session.wait_until("event 2", |screen| selected(screen) == Some(2));
    session.keys("q");
    expect_prompts(&session, 3);
    session.text("exit\n");
    session.ended(0);
}

#[test]
fn a_prompt_is_suspended_and_kept() {
    let mut session = shell();
    session.text("\"$LINIMASA\"\n");
    session.wait_for_first_frame();
    session.keys("/");
    session.text("istan");
    session.wait_until("a match", |screen| selected(screen) == Some(4));
    session.keys("ctrl-z");
    expect_prompts(&session, 2);
    session.text("fg\n");
    session.wait_until("the prompt again", |screen| {
        screen.alternate_screen() && crate::look::hints(screen).starts_with("/istan")
    });
    session.keys("esc");
    session.wait_until("no prompt", |screen| selected(screen) == Some(1));
    session.keys("q");
    expect_prompts(&session, 3);
    session.text("exit\n");
    session.ended(0);
}
