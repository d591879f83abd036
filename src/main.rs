//! tmp
use linimasa::{app, format, store, tui};
fn main() {
    let doc = format::parse(
        include_str!("../assets/timeline.toml"),
        "built-in",
        format::Encoding::Toml,
    )
    .unwrap();
    let base = format::Base::Embedded(&[(
        "../seeds/000_f3226ebb9ab90383.txt",
        include_bytes!("../seeds/000_f3226ebb9ab90383.txt"),
    )]);
    let opened = store::open(doc, "built-in", &base).unwrap();
    let state = app::State::new(
        opened.store,
        app::Start {
            name: "built-in".into(),
            notices: opened.notices,
            ..Default::default()
        },
    );
    tui::run(state).unwrap();
}
