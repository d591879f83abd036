//! `annotate`: what was recognised in an article, as a user gets it.

use std::path::Path;

use super::call::{assert_tame, call, call_in};

const ARTICLE: &str = "“Café” di tepi sungai dibuka kemarin, Rabu (2/7/2025) malam.\n";

fn annotate(arguments: &[&str], text: &str) -> String {
    let all = [&["annotate", "-", "--lang", "id"], arguments].concat();
    call_in(Path::new("."), all, text.as_bytes()).done()
}

#[test]
fn spans_are_code_points_of_the_verbatim_words() {
    let answer = annotate(&["--published", "2025-07-03"], ARTICLE);
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["published"], "2025-07-03");
    let letters: Vec<char> = ARTICLE.chars().collect();
    let found = answer["timex"].as_array().unwrap();
    assert_eq!(found.len(), 1);
    for timex in found {
        let place = |key: &str| usize::try_from(timex[key].as_u64().unwrap()).unwrap();
        let words: String = letters[place("start")..place("end")].iter().collect();
        assert_eq!(timex["text"], words);
    }
    assert_eq!(found[0]["value"], "2025-07-02TNI");
    assert_eq!(found[0]["type"], "TIME");
    for empty in ["quotes", "actors"] {
        assert_eq!(answer[empty], serde_json::json!([]));
    }
    let event = &answer["events"][0];
    assert_eq!(event["date"], "2025-07-02");
    assert_eq!(event["status"], "happened");
    assert_eq!(event["main"], true);
    assert_eq!(event["date_timex"], serde_json::json!([0]));
    assert_eq!(event["evidence"][0]["text"], ARTICLE.trim());
    assert_eq!(event["title"], "“Café” di tepi sungai dibuka");
    assert_eq!(answer["events"].as_array().map(Vec::len), Some(1));
}

#[test]
fn timeml_tags_the_text_and_escapes_it() {
    let text = "A & B <kemarin> \u{1b}[31m\u{202e}merah\n";
    let answer = annotate(&["--published", "2025-07-03", "--format", "timeml"], text);
    let tagged = "&lt;<TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2025-07-02\">kemarin</TIMEX3>&gt;";
    assert!(answer.contains(tagged), "{answer}");
    assert!(answer.contains("A &amp; B"), "{answer}");
    assert_tame(&answer);
}

#[test]
fn an_unknown_language_is_a_wrong_call() {
    let fault = call(["annotate", "-", "--lang", "qxx"]).failed(2);
    assert!(fault.contains("--lang"), "{fault}");
}

#[test]
fn a_timeline_is_no_article() {
    let timeline = "format = \"linimasa/1\"\ntitle = \"Rimba\"\n";
    let answer = call_in(Path::new("."), ["annotate", "-"], timeline.as_bytes());
    assert!(answer.failed(2).contains("this is a timeline"));
}

const OPEN: &str = "Ferry Route Closed\n\nThe ferry route to Dunmore was closed on 3/7/2025 after a storm, and the crew was sent home.\n";

#[test]
fn a_date_in_numbers_that_can_be_read_in_two_ways_says_so() {
    let answer = call_in(
        Path::new("."),
        ["annotate", "-", "--lang", "en"],
        OPEN.as_bytes(),
    );
    let answer: serde_json::Value = serde_json::from_str(&answer.done()).unwrap();
    assert_eq!(answer["timex"][0]["value"], "2025-03-07");
    assert_eq!(answer["timex"][0]["could_be"], "2025-07-03");
    let settled = OPEN.replace("3/7/2025", "13/7/2025");
    let answer = call_in(
        Path::new("."),
        ["annotate", "-", "--lang", "en"],
        settled.as_bytes(),
    );
    let answer: serde_json::Value = serde_json::from_str(&answer.done()).unwrap();
    assert_eq!(answer["timex"][0]["value"], "2025-07-13");
    assert_eq!(answer["timex"][0].get("could_be"), None);
}
