//! `build`: from articles to a timeline file, and again into one that a person has worked on.

use super::call::{Answer, assert_tame, call_in};
use super::samples::Folder;

const MARKET: &str = "Pasar Lama di Kota Sawah Dibuka Lagi\n\
    KOTA SAWAH - Wali Kota Rini Halim membuka lagi pasar lama di Kota Sawah pada Senin (2/6/2025).\n\
    Pasar itu terbakar pada akhir Mei lalu dan ditutup untuk umum.\n\
    \"Kami akan menjaga pasar ini,\" kata Rini Halim.\n\
    Pedagang yang lain akan pindah ke pasar itu pada Kamis (5/6/2025).\n";

const SCHOOL: &str = "Sekolah Baru di Desa Hulu\n\
    Bupati Tono Wirya meresmikan sekolah baru di Desa Hulu pada Selasa (3/6/2025).\n\
    Wali Kota Rini Halim tidak hadir dalam acara itu.\n";

fn folder() -> Folder {
    Folder::with(&[("pasar.txt", MARKET), ("sekolah.txt", SCHOOL)])
}

fn built() -> Folder {
    let folder = folder();
    folder.call(&["build", "pasar.txt"]).done();
    folder
}

fn merge(folder: &Folder) -> String {
    folder.call(&["build", "pasar.txt", "--merge"]).done()
}

/// The id of the first event of a file.
fn ids(folder: &Folder, file: &str) -> Vec<String> {
    let json = folder.call(&["list", file, "--format", "json"]).done();
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    let events = list.as_array().unwrap().iter();
    events
        .map(|event| event["id"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn an_article_becomes_a_file_with_its_text_beside_it() {
    let folder = folder();
    let told = folder.call(&["build", "pasar.txt"]).done();
    assert!(told.starts_with("pasar.toml: "), "{told}");
    assert!(told.ends_with("; texts in pasar.sources\n"), "{told}");
    assert_eq!(folder.read("pasar.sources/pasar.txt"), MARKET);
    let file = folder.read("pasar.toml");
    assert!(file.starts_with("# Drafts that linimasa made"), "{file}");
    for words in [
        "id = \"pasar\"\ntitle = \"Pasar Lama di Kota Sawah Dibuka Lagi\"\n",
        "published = \"2025-06-02\"\npublished_inferred = true\npublished_from = \"lead\"\n",
        "text = \"pasar.sources/pasar.txt\"",
        "review = \"draft\"",
        "by = \"id.",
        "exact = \"akhir Mei lalu\"",
    ] {
        assert!(file.contains(words), "{words:?} is not in {file}");
    }
    let checked = folder.call(&["check", "pasar.toml"]).done();
    assert!(checked.starts_with("no faults"), "{checked}");
    let shown = folder.call(&["list", "pasar.toml"]).done();
    assert_eq!(shown, folder.call(&["list", "pasar.txt"]).done());
}

#[test]
fn the_name_of_the_file_says_its_encoding() {
    let folder = folder();
    for out in ["a.toml", "a.json", "deep.jsonl"] {
        folder.call(&["build", "pasar.txt", "-o", out]).done();
        let list = folder.call(&["list", out]).done();
        assert_eq!(list, folder.call(&["list", "pasar.txt"]).done(), "{out}");
        folder.call(&["check", out]).done();
    }
    let line = folder
        .call(&["build", "pasar.txt", "-o", "a.txt"])
        .failed(2);
    assert!(line.contains("name it .toml, .json or .jsonl"), "{line}");
}

#[test]
fn two_builds_are_the_same_to_the_byte() {
    let folder = folder();
    for out in ["one/a.json", "two/a.json"] {
        folder.write(&out.replace("a.json", "note"), b"");
        let call = ["build", "pasar.txt", "sekolah.txt", "-o", out];
        folder.call(&call).done();
    }
    assert_eq!(folder.read("one/a.json"), folder.read("two/a.json"));
}

#[test]
fn several_articles_need_a_name_and_qualify_their_events() {
    let folder = folder();
    let line = folder
        .call(&["build", "pasar.txt", "sekolah.txt"])
        .failed(2);
    assert!(line.contains("name it: -o OUT"), "{line}");
    folder
        .call(&["build", "pasar.txt", "sekolah.txt", "-o", "both.toml"])
        .done();
    let ids = ids(&folder, "both.toml");
    assert!(
        ids.iter().any(|id| id.starts_with("pasar/2025-06-02")),
        "{ids:?}"
    );
    assert!(
        ids.iter().any(|id| id.starts_with("sekolah/2025-06-03")),
        "{ids:?}"
    );
    let shown = folder.call(&["show", "both.toml", &ids[0]]).done();
    assert!(!shown.is_empty());
    assert_eq!(
        folder.read("both.toml").matches("Rini Halim\"\n").count(),
        1
    );
    assert_eq!(folder.read("both.sources/sekolah.txt"), SCHOOL);
    folder.call(&["check", "both.toml"]).done();
}

#[test]
fn one_broken_article_does_not_stop_the_rest() {
    let folder = folder();
    folder.write("biner.txt", b"PK\x03\0");
    let all = [
        "build",
        "none.txt",
        "pasar.txt",
        "biner.txt",
        "sekolah.txt",
        "-o",
        "a.toml",
    ];
    let answer = folder.call(&all);
    assert_eq!(answer.code, 1);
    let lines: Vec<&str> = answer.err.lines().collect();
    assert!(lines[0].contains("none.txt: no such file"), "{lines:?}");
    assert!(lines[1].contains("biner.txt: binary data"), "{lines:?}");
    assert_eq!(lines.len(), 2);
    assert!(answer.out.contains("of 2 sources"), "{}", answer.out);
    folder.call(&["check", "a.toml"]).done();
    let answer = folder.call(&["build", "none.txt", "biner.txt", "-o", "b.toml"]);
    assert_eq!((answer.code, answer.err.lines().count()), (1, 2));
    assert!(!folder.path().join("b.toml").exists());
}

#[test]
fn standard_input_needs_a_name_and_standard_output_gets_no_texts() {
    let folder = folder();
    let stdin =
        |arguments: &[&str]| -> Answer { call_in(folder.path(), arguments, MARKET.as_bytes()) };
    let line = stdin(&["build", "-"]).failed(2);
    assert!(line.contains("name it: -o OUT"), "{line}");
    let line = stdin(&["build", "-", "-", "-o", "a.toml"]).failed(2);
    assert!(line.contains("named twice"), "{line}");
    stdin(&["build", "-", "-o", "a.toml"]).done();
    let file = folder.read("a.toml");
    assert!(
        file.contains("id = \"kota-sawah-2025-06-02\"") || file.contains("id = \"2025-06-02\""),
        "{file}"
    );
    folder.call(&["check", "a.toml"]).done();
    let answer = stdin(&["build", "-", "-o", "-"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("cannot be checked there"),
        "{}",
        answer.err
    );
    assert!(!answer.out.contains("\ntext = "));
    // An article that is its own stored text is named, and its hash vouches for it.
    let piped = folder.call(&["build", "pasar.txt", "-o", "-"]).done();
    let checked = call_in(folder.path(), ["check", "-"], piped.as_bytes()).done();
    assert!(checked.starts_with("no faults"), "{checked}");
    assert_eq!(stdin(&["build", "-", "-o", "-", "--merge"]).code, 2);
}

#[test]
fn a_file_that_is_there_is_refused_without_merge() {
    let folder = built();
    let before = folder.read("pasar.toml");
    let line = folder.call(&["build", "pasar.txt"]).failed(1);
    assert!(line.contains("add --merge"), "{line}");
    assert_eq!(folder.read("pasar.toml"), before);
    folder.write("bare.json", b"");
    folder
        .call(&["build", "pasar.txt", "-o", "bare.json"])
        .failed(1);
}

#[test]
fn building_again_changes_no_byte_of_what_is_as_it_was() {
    for out in ["pasar.toml", "a.json", "b.jsonl"] {
        let folder = folder();
        folder.call(&["build", "pasar.txt", "-o", out]).done();
        let before = folder.read(out);
        let told = folder
            .call(&["build", "pasar.txt", "-o", out, "--merge"])
            .done();
        assert!(told.contains("(0 changed), added 0 drafts"), "{told}");
        assert_eq!(folder.read(out), before);
    }
}

#[test]
fn what_a_person_did_survives_to_the_byte() {
    let folder = built();
    let file = folder.read("pasar.toml");
    let events: Vec<&str> = file.split("\n[[events]]\n").collect();
    assert!(events.len() >= 4, "{file}");
    let mine = [
        "# my timeline\n",
        &events[0].replacen("title = \"", "mood = \"calm\" # mine\ntitle = \"", 1),
        "\n# this one is right\n[[events]]\n",
        &events[1].replacen("review = \"draft\"", "review = \"accepted\"", 1),
        "\n[[events]]\n",
        &events[2].replacen("review = \"draft\"", "review = \"rejected\"", 1),
        "\n[[events]]\n",
        &events[3].replacen("title = \"", "title = \"Judul saya: ", 1),
        "\n# a note below\n\n[[events]]\nid = \"mine\"\ntitle = \"Milik saya\"\nweather = { sky = \"grey\" } # unknown\n",
    ]
    .concat();
    folder.write("pasar.toml", mine.as_bytes());
    let rejected = ids(&folder, "pasar.toml").len();
    let told = merge(&folder);
    assert!(told.contains("kept 4 events of yours"), "{told}");
    let after = folder.read("pasar.toml");
    assert!(
        after.starts_with(mine.trim_end()) || after == mine,
        "{after}"
    );
    assert_eq!(
        ids(&folder, "pasar.toml").len(),
        rejected + events.len() - 4
    );
    folder.call(&["check", "pasar.toml"]).done();
}

#[test]
fn a_comment_inside_a_draft_makes_it_the_users() {
    let folder = built();
    let file = folder.read("pasar.toml");
    let mine = file.replacen("status = ", "# is this so?\nstatus = ", 1);
    folder.write("pasar.toml", mine.as_bytes());
    folder
        .call(&["build", "pasar.txt", "--merge", "--published", "2025-06-04"])
        .done();
    assert!(
        folder
            .read("pasar.toml")
            .contains("# is this so?\nstatus = ")
    );
}

#[test]
fn untouched_drafts_follow_another_day_of_publication_under_their_ids() {
    let folder = built();
    let before = ids(&folder, "pasar.toml");
    let answer = folder.call(&["build", "pasar.txt", "--merge", "--published", "2024-06-04"]);
    let told = answer.done();
    assert!(told.contains("added 0 drafts"), "{told}");
    let file = folder.read("pasar.toml");
    assert!(
        file.contains(
            "published = \"2024-06-04\"\npublished_inferred = false\npublished_from = \"given\"\n"
        ),
        "{file}"
    );
    assert!(
        file.contains("date = \"[2024-05-21..2024-05-31]\""),
        "{file}"
    );
    let mut after = ids(&folder, "pasar.toml");
    let mut sorted = before.clone();
    sorted.sort();
    after.sort();
    assert_eq!(after, sorted);
    // The day that the file has now is kept from then on.
    let before = folder.read("pasar.toml");
    merge(&folder);
    assert_eq!(folder.read("pasar.toml"), before);
}

#[test]
fn events_of_ones_own_that_rest_on_a_day_of_publication_now_changed_are_named() {
    let text = "Warga Rimba Gotong Royong\n\
        RIMBA - Warga Rimba akan membersihkan sungai besok bersama Wali Kota Sekar Wulandari dan para petugas.\n";
    let folder = Folder::with(&[("a.txt", text)]);
    folder
        .call(&["build", "a.txt", "--published", "2025-02-05"])
        .done();
    let draft = folder.read("a.toml");
    let mine = draft.replace("review = \"draft\"", "review = \"accepted\"");
    folder.write("a.toml", mine.as_bytes());
    let answer = folder.call(&["build", "a.txt", "--merge", "--published", "2025-02-09"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("from the former publication date"),
        "{}",
        answer.err
    );
    let again = folder.call(&["build", "a.txt", "--merge", "--published", "2025-02-09"]);
    assert_eq!(again.err, "");
}

#[test]
fn another_article_is_added_and_leaves_the_first_alone() {
    let folder = built();
    let before = folder.read("pasar.toml");
    let told = folder
        .call(&["build", "sekolah.txt", "-o", "pasar.toml", "--merge"])
        .done();
    assert!(told.contains("kept 0 events of yours"), "{told}");
    assert!(told.contains("other drafts alone"), "{told}");
    let after = folder.read("pasar.toml");
    for event in before.split("\n[[events]]\n").skip(1) {
        assert!(after.contains(event.trim_end()), "{event}");
    }
    assert!(after.contains("id = \"sekolah/2025-06-03"), "{after}");
    assert_eq!(folder.read("pasar.sources/sekolah.txt"), SCHOOL);
    folder.call(&["check", "pasar.toml"]).done();
}

#[test]
fn a_changed_article_is_said_and_reviewed_events_keep_their_text() {
    let folder = built();
    let file = folder.read("pasar.toml");
    let reviewed = file.replacen("review = \"draft\"", "review = \"accepted\"", 1);
    folder.write("pasar.toml", reviewed.as_bytes());
    let count = ids(&folder, "pasar.toml").len();
    let changed = format!("Diperbarui.\n{MARKET}Sungai meluap pada Rabu (4/6/2025).\n");
    folder.write("pasar.txt", changed.as_bytes());
    let answer = folder.call(&["build", "pasar.txt", "--merge"]);
    assert_eq!(answer.code, 0);
    assert!(
        answer.err.contains("another than that of source “pasar”"),
        "{}",
        answer.err
    );
    assert!(
        answer.out.contains("kept 1 event of yours"),
        "{}",
        answer.out
    );
    assert_eq!(folder.read("pasar.sources/pasar.txt"), MARKET);
    assert_eq!(folder.read("pasar.sources/pasar-2.txt"), changed);
    assert_eq!(ids(&folder, "pasar.toml").len(), count + 1);
    folder.call(&["check", "pasar.toml"]).done();
    // Both texts are known from now on, and no draft comes back beside what was reviewed.
    let before = folder.read("pasar.toml");
    merge(&folder);
    assert_eq!(folder.read("pasar.toml"), before);
    folder.write("pasar.txt", MARKET.as_bytes());
    let answer = folder.call(&["build", "pasar.txt", "--merge"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert!(answer.out.contains("added 0 drafts"), "{}", answer.out);
    folder.call(&["check", "pasar.toml"]).done();
}

#[test]
fn a_merge_that_cannot_keep_comments_writes_nothing() {
    let folder = folder();
    let inline = "# mine\nformat = \"linimasa/1\"\nevents = [{ id = \"a\", title = \"A\" }]\n";
    folder.write("a.toml", inline.as_bytes());
    let line = folder
        .call(&["build", "pasar.txt", "-o", "a.toml", "--merge"])
        .failed(1);
    assert!(line.contains("without losing comments"), "{line}");
    assert_eq!(folder.read("a.toml"), inline);
    assert!(!folder.path().join("a.sources").exists());
    folder.write("a.toml", inline.replace("# mine\n", "").as_bytes());
    folder
        .call(&["build", "pasar.txt", "-o", "a.toml", "--merge"])
        .done();
    assert!(ids(&folder, "a.toml").contains(&"a".to_owned()));
    folder.call(&["check", "a.toml"]).done();
}

#[test]
fn a_broken_timeline_is_not_merged_into() {
    let folder = Folder::with(&[("pasar.txt", MARKET), ("pasar.toml", "format = ")]);
    let line = folder.call(&["build", "pasar.txt", "--merge"]).failed(1);
    assert!(line.contains("pasar.toml:1"), "{line}");
    assert_eq!(folder.read("pasar.toml"), "format = ");
}

#[cfg(unix)]
#[test]
fn a_merge_follows_a_link_and_keeps_the_files_rights() {
    use std::os::unix::fs::PermissionsExt;
    let folder = built();
    let real = folder.path().join("pasar.toml");
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.path().join("link.toml");
    std::os::unix::fs::symlink("pasar.toml", &link).unwrap();
    let call = [
        "build",
        "pasar.txt",
        "-o",
        "link.toml",
        "--merge",
        "--published",
        "2024-06-04",
    ];
    folder.call(&call).done();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(real.metadata().unwrap().permissions().mode() & 0o777, 0o640);
    assert!(folder.read("pasar.toml").contains("2024-06-04"));
}

#[test]
fn an_article_in_no_known_language_gives_what_needs_no_language() {
    let folder = Folder::with(&[(
        "markt.txt",
        "Der alte Markt am Fluss wurde am 2025-06-02 wieder aufgemacht und viele Leute kamen schon am Montag.\n\n\
         Die Wirtin Lotte Brandt sagte: „Wir haben lange auf diesen Tag gewartet.“\n",
    )]);
    let answer = folder.call(&["build", "markt.txt"]);
    assert_eq!(answer.code, 0);
    let said = "markt.txt: its language is none of those known here";
    assert!(answer.err.contains(said), "{}", answer.err);
    assert!(answer.err.contains("--lang id or --lang en"));
    assert_eq!(answer.err.lines().count(), 1);
    let built = folder.read("markt.toml");
    assert!(built.contains("date = \"2025-06-02\""), "{built}");
    assert!(built.contains("by = \"und.date-iso\""), "{built}");
    assert!(!built.contains("[[actors]]"), "{built}");
    let quote = folder.call(&["annotate", "markt.txt"]).out;
    assert!(quote.contains("„Wir haben lange auf diesen Tag gewartet.“"));
    folder
        .call(&["build", "markt.txt", "--lang", "id", "-o", "b.toml"])
        .done();
    let line = folder
        .call(&["build", "markt.txt", "--lang", "qxx", "-o", "c.toml"])
        .failed(2);
    assert!(line.contains("--lang id"), "{line}");
}

#[test]
fn a_hostile_article_is_told_of_in_tame_words() {
    let folder = Folder::new();
    let name = "\u{1b}[31m\u{202e}x.txt";
    folder.write(name, MARKET.as_bytes());
    let answer = folder.call(&["build", name]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_tame(&answer.out);
    let out = name.replace(".txt", ".toml");
    assert_tame(&folder.read(&out));
    assert_tame(&folder.call(&["build", name]).failed(1));
}
