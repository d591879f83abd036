//! Hostile variables of the environment: none comes back to the terminal.

use crate::attacks::{attacks, raw_attacks};
use crate::inspect::{drawn, printed};
use crate::launch::Launch;
use crate::look::{focus, hints};
use crate::run::Call;

const NAMES: [&str; 14] = [
    "TERM",
    "COLORTERM",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "EDITOR",
    "VISUAL",
    "PAGER",
    "HOME",
    "TMPDIR",
    "COLUMNS",
    "USER",
    "DISPLAY",
    "XDG_CONFIG_HOME",
];

#[test]
fn no_variable_is_printed() {
    let folder = tempfile::tempdir().unwrap();
    let texts = attacks().into_iter().map(|attack| attack.text.into_bytes());
    for bytes in texts.chain(raw_attacks().into_iter().map(|attack| attack.bytes)) {
        let value: Vec<u8> = bytes.into_iter().filter(|byte| *byte != 0).collect();
        for arguments in [
            &["list"][..],
            &["--help"],
            &["show", "1"],
            &["list", "--from", "x"],
        ] {
            let call = NAMES
                .iter()
                .fold(Call::new(folder.path(), arguments), |call, name| {
                    use std::os::unix::ffi::OsStringExt;
                    call.env(name, std::ffi::OsString::from_vec(value.clone()))
                });
            let output = call.output();
            printed("standard output", &output.stdout, false);
            printed("standard error", &output.stderr, false);
        }
    }
}

#[test]
fn the_viewer_shows_no_variable_and_starts_no_editor_whose_name_acts() {
    for name in ["title-bel", "clear-screen", "c1-csi", "bidi-override"] {
        let attack = attacks()
            .into_iter()
            .find(|attack| attack.name == name)
            .unwrap();
        // A locale that is none is one without UTF-8, whose screen is drawn with other signs.
        let mut launch = Launch::new(120, 30);
        for variable in NAMES.into_iter().filter(|name| {
            !["TERM", "HOME", "DISPLAY", "LANG", "LC_ALL", "LC_CTYPE"].contains(name)
        }) {
            launch = launch.env(variable, &attack.text);
        }
        let mut session = launch.start();
        session.wait_for_first_frame();
        session.keys("g s");
        session.wait_until("the source", |screen| focus(screen) == "Source");
        session.keys("o");
        session.wait_until("what is wrong", |screen| hints(screen).contains("EDITOR"));
        assert!(
            hints(&session.screen()).contains("not started"),
            "{}",
            hints(&session.screen())
        );
        session.keys("q");
        session.ended(0);
        drawn(name, &session.raw());
    }
}
