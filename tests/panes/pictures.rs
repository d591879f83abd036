//! Pictures of the screen at several sizes. A change of the looks shows in the diff of these files.

use crate::screen::Screen;

pub(crate) fn picture(name: &str, screen: &Screen) {
    insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, screen.shown());
    });
}

#[test]
fn three_panes_at_a_desk() {
    let mut screen = Screen::built_in(180, 48);
    screen.go_to("call-mid-june").keys("enter");
    picture("desk", &screen);
}

#[test]
fn three_panes_at_the_least_width() {
    let mut screen = Screen::built_in(100, 30);
    screen.go_to("istanbul-1");
    picture("least-three", &screen);
}

#[test]
fn two_panes_over_ssh() {
    let mut screen = Screen::built_in(80, 24);
    screen.go_to("pause-confirmed");
    picture("ssh", &screen);
    screen.keys("enter");
    picture("ssh-source", &screen);
}

#[test]
fn one_pane_on_a_phone() {
    let mut screen = Screen::built_in(50, 14);
    picture("phone", &screen);
    screen.keys("tab");
    picture("phone-event", &screen);
}

#[test]
fn the_picker_the_help_the_palette_and_a_prompt() {
    let mut screen = Screen::built_in(100, 40);
    screen.keys("a").text("us");
    picture("picker", &screen);
    screen.keys("esc ?");
    picture("help", &screen);
    screen.keys("esc :").text("quote");
    picture("palette", &screen);
    screen.keys("esc d").text("2025-06..");
    picture("prompt", &screen);
    screen.keys("esc g");
    picture("pending", &screen);
}

#[test]
fn on_whom_it_rests_at_three_sizes() {
    let mut screen = Screen::built_in(200, 50);
    screen.keys("4 v").go_to("call-3-july");
    picture("attribution", &screen);
    let mut screen = Screen::built_in(100, 30);
    screen.keys("4 v");
    picture("attribution-narrow", &screen);
    let mut screen = Screen::built_in(50, 14);
    screen.keys("4 v j");
    picture("attribution-phone", &screen);
}

#[test]
fn a_publication_date_being_turned() {
    let mut screen = Screen::built_in(120, 36);
    screen.go_to("second-term").keys("D").text("2026-01-05");
    picture("turning", &screen);
}
