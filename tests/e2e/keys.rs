//! Names of keys, as the keymap spells them, to the bytes that a terminal sends.

/// The bytes of one key; a name that is none is typed letter by letter, as `12` of `12 G`.
pub(crate) fn bytes_of(name: &str) -> Vec<u8> {
    let escape = |rest: &str| format!("\x1b{rest}").into_bytes();
    match name {
        "enter" => b"\r".to_vec(),
        "esc" => escape(""),
        "tab" => b"\t".to_vec(),
        "shift-tab" => escape("[Z"),
        "space" => b" ".to_vec(),
        "backspace" => b"\x7f".to_vec(),
        "up" => escape("[A"),
        "down" => escape("[B"),
        "right" => escape("[C"),
        "left" => escape("[D"),
        "home" => escape("[H"),
        "end" => escape("[F"),
        "pgup" => escape("[5~"),
        "pgdn" => escape("[6~"),
        "f12" => escape("[24~"),
        name => match name.strip_prefix("ctrl-") {
            Some(letter) => letter.bytes().map(|byte| byte & 0x1f).collect(),
            None => name.as_bytes().to_vec(),
        },
    }
}
