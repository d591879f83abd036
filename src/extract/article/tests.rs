//! What becomes of files of several kinds and encodings.

use proptest::prelude::*;

use super::*;

const PAGE: &str = r#"<!doctype html><html lang="id-ID"><head><meta charset="utf-8"><title>Pasar Dibuka - Kabarkini</title>
<meta property="og:site_name" content="Kabarkini"><meta property="article:published_time" content="2025-06-04T08:00:00+07:00">
<link rel="canonical" href="https://kabarkini.example/pasar">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
{"@type":"NewsArticle","headline":"Pasar Lama Solo Dibuka Lagi","datePublished":"2025-06-03T20:15:00+07:00",
"author":[{"@type":"Person","name":"Sari Dewi"},{"@type":"Person","name":"Budi"}],"publisher":{"@type":"Organization","name":"Kabarkini.com"}}]}</script>
</head><body><nav><a href="/">Beranda</a><a href="/x">Ekonomi</a></nav><article><h1>Pasar Lama Solo Dibuka Lagi</h1>
<p>SOLO - Pasar lama di tengah kota itu dibuka lagi oleh wali kota pada pagi hari, setelah tiga tahun ditutup untuk diperbaiki.</p>
<p>"Kami senang &amp; lega," kata <b>Sari</b>, seorang pedagang yang berjualan di sana sejak lama, kepada para wartawan yang datang.</p>
<p>Pasar itu kini memuat dua ratus kios, lebih banyak daripada dahulu, dan sebuah aula untuk para pedagang yang baru.</p>
</article><footer>Hak cipta</footer></body></html>"#;

#[test]
fn plain_text_is_stored_verbatim() {
    let article = read_article("Judul\r\nIa  pulang.\n".as_bytes(), "a.txt").unwrap();
    assert_eq!(article.text, "Judul\r\nIa  pulang.\n");
    assert_eq!(article.kind, ArticleKind::Plain);
    assert_eq!(article.original_sha256, None);
}

#[test]
fn other_encodings_become_utf8_and_the_bytes_are_vouched_for() {
    let text = "Jum’at di Café";
    let utf16 = |to_bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| -> Vec<u8> {
        mark.into_iter()
            .chain(text.encode_utf16().flat_map(to_bytes))
            .collect()
    };
    for bytes in [
        utf16(u16::to_le_bytes, [0xff, 0xfe]),
        utf16(u16::to_be_bytes, [0xfe, 0xff]),
        b"Jum\x92at di Caf\xe9".to_vec(),
        "\u{feff}Jum’at di Café".as_bytes().to_vec(),
    ] {
        let article = read_article(&bytes, "-").unwrap();
        assert_eq!(article.text, text);
        assert_eq!(
            article.original_sha256,
            Some(format!("{:x}", Sha256::digest(&bytes)))
        );
    }
}

#[test]
fn what_is_no_text_is_refused_with_cause_and_mend() {
    let fault = read_article(b"\x7fELF\0\0", "a.txt").unwrap_err();
    assert_eq!(
        fault.to_string(),
        "a.txt: binary data: a NUL byte at byte offset 4; name a text file"
    );
    assert_eq!(
        read_article(b" \n", "a.txt").unwrap_err().kind,
        FaultKind::Empty
    );
    assert_eq!(
        read_article(b"\xef\xbb\xbf", "a.txt").unwrap_err().kind,
        FaultKind::Empty
    );
}

#[test]
fn front_matter_is_metadata_and_stays_in_the_text() {
    let text = "---\ntitle: \"Pasar: Dibuka Lagi\"\ndate: 2025-06-03T10:00\nauthor: Sari\n---\n# Pasar\n\nIa **pulang**.\n";
    let article = read_article(text.as_bytes(), "a.md").unwrap();
    assert_eq!(article.text, text);
    assert_eq!(article.title.as_deref(), Some("Pasar: Dibuka Lagi"));
    assert_eq!(article.published.as_deref(), Some("2025-06-03"));
    assert_eq!(article.author.as_deref(), Some("Sari"));
    let open = read_article(b"---\ntitle: x\n", "a.md").unwrap();
    assert_eq!((open.title, open.kind), (None, ArticleKind::Markdown));
}

#[test]
fn a_page_gives_its_article_and_what_it_says_of_it() {
    for name in ["page.html", "-"] {
        let article = read_article(PAGE.as_bytes(), name).unwrap();
        assert_eq!(article.kind, ArticleKind::Html);
        let lines: Vec<&str> = article.text.lines().collect();
        assert_eq!(lines[0], "Pasar Lama Solo Dibuka Lagi");
        assert!(
            lines[1].starts_with("SOLO - Pasar lama") && lines[1].ends_with("diperbaiki."),
            "{lines:?}"
        );
        assert!(
            lines[2].starts_with("\"Kami senang & lega,\" kata Sari, seorang"),
            "{lines:?}"
        );
        assert_eq!(lines.len(), 4, "{lines:?}");
        assert_eq!(
            article.title.as_deref(),
            Some("Pasar Lama Solo Dibuka Lagi")
        );
        assert_eq!(article.publisher.as_deref(), Some("Kabarkini.com"));
        assert_eq!(article.author.as_deref(), Some("Sari Dewi, Budi"));
        assert_eq!(article.published.as_deref(), Some("2025-06-03"));
        assert_eq!(
            article.url.as_deref(),
            Some("https://kabarkini.example/pasar")
        );
        assert_eq!(article.language.as_deref(), Some("id-ID"));
        assert!(article.original_sha256.is_some());
    }
}

#[test]
fn without_json_ld_opengraph_and_time_tell_the_day() {
    let start = PAGE.find("<script").unwrap();
    let end = PAGE.find("</script>").unwrap();
    let page = format!("{}{}", &PAGE[..start], &PAGE[end + 9..]);
    let article = read_article(page.as_bytes(), "a.html").unwrap();
    assert_eq!(article.published.as_deref(), Some("2025-06-04"));
    assert_eq!(article.publisher.as_deref(), Some("Kabarkini"));
    let page = page
        .replace("article:published_time", "x")
        .replace("<h1>", "<time datetime=\"2025-06-05\">5 Juni</time><h1>");
    let article = read_article(page.as_bytes(), "a.html").unwrap();
    assert_eq!(article.published.as_deref(), Some("2025-06-05"));
}

#[test]
fn a_page_in_another_charset_is_read_as_it_declares() {
    let page = PAGE
        .replace("charset=\"utf-8\"", "charset=windows-1251")
        .replace("Kami senang", "Caf\u{e9}");
    let bytes: Vec<u8> = page.chars().map(|c| u8::try_from(c).unwrap()).collect();
    assert!(
        read_article(&bytes, "a.html")
            .unwrap()
            .text
            .contains("Cafй")
    );
}

#[test]
fn bombs_are_refused_and_empty_pages_too() {
    let bomb = format!("<html><body>{}Isi</body></html>", "<div>".repeat(100_000));
    let fault = read_article(bomb.as_bytes(), "a.html").unwrap_err();
    assert!(
        fault.cause.contains("nested") && !fault.mend.is_empty(),
        "{fault}"
    );
    let fault = read_article(b"<html><body><p>Halo</p></body></html>", "a.html").unwrap_err();
    assert!(fault.cause.contains("no article"), "{fault}");
    let huge = format!("<html>{}", "a".repeat(17 << 20));
    assert!(
        read_article(huge.as_bytes(), "a.html")
            .unwrap_err()
            .cause
            .contains("larger")
    );
}

#[test]
fn a_page_as_deep_as_allowed_is_read() {
    let deep = 200;
    let text =
        "Pasar lama dibuka lagi oleh wali kota pada pagi hari, kata pedagang di sana. ".repeat(4);
    let page = format!(
        "<html><body>{}<p>{text}</p>{}</body></html>",
        "<div>".repeat(deep),
        "</div>".repeat(deep)
    );
    assert!(
        read_article(page.as_bytes(), "a.html")
            .unwrap()
            .text
            .contains("Pasar lama")
    );
}

#[test]
fn only_days_of_the_calendar_are_days() {
    assert_eq!(
        day_of("2025-06-03T20:00:00Z").as_deref(),
        Some("2025-06-03")
    );
    assert_eq!(day_of("2025/06/03 20:00").as_deref(), Some("2025-06-03"));
    for bad in [
        "2025-02-30",
        "3 Juni 2025",
        "2025",
        "",
        "2025-06-031",
        "é025-06-03é",
    ] {
        assert_eq!(day_of(bad), None, "{bad}");
    }
}

fn markup() -> impl Strategy<Value = String> {
    "(<(div|p|b|table|td|svg|script|/div|/p|/b|!--|a href=x)>?|[a-z .]{0,8}|-->|&amp;|\\PC){0,40}"
}

proptest! {
    #[test]
    fn any_bytes_are_an_article_or_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200), page: bool) {
        let name = if page { "a.html" } else { "a.txt" };
        match read_article(&bytes, name) {
            Ok(article) => prop_assert!(!article.text.trim().is_empty()),
            Err(fault) => prop_assert!(!fault.cause.is_empty() && !fault.mend.is_empty()),
        }
    }

    #[test]
    fn any_markup_is_an_article_or_a_fault(markup in markup()) {
        let _ = read_article(format!("<html>{markup}").as_bytes(), "a.html");
    }
}
