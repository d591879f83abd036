//! Text of every width, and a timeline that has it in every field. What is held of it is in the tests that use it.

/// Wide, ambiguous, joined, flagged, toned and stacked text, and scripts whose letters lean on each other.
pub(crate) const WIDTHS: [&str; 16] = [
    "漢字かな交じり文の東京２０２５年",
    "서울에서 열린 회담 한국어",
    "§±×÷°…“”‘’—•¶†‡①②③αβγЖД",
    "👩‍👩‍👧‍👦👨‍🚀🏳️‍🌈🧑🏽‍🤝‍🧑🏿",
    "🇮🇩🇺🇦🇷🇺🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "👍🏻👍🏽👍🏿✌️❤️☎️1️⃣#️⃣",
    "ภาษาไทย น้ำ ที่นี่ กำลัง",
    "हिन्दी क्षेत्र श्री नरेन्द्र मोदी",
    "বাংলা র‍্যাব தமிழ் ශ්‍රී မြန်မာ",
    "العَرَبِيَّة لا إله ٢٠٢٥",
    "שָׁלוֹם עֲלֵיכֶם (17)",
    "e\u{301}o\u{302}\u{323}a\u{308}\u{304}\u{301}",
    "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}",
    "葛\u{e0100}飾区 𠮷野家 🜁🝳🀄",
    "ᠮᠣᠩᠭᠣᠯ བསྒྲུབས",
];

/// A timeline that has them in every field, and its source.
pub(crate) fn of_every_width() -> (String, String) {
    let mut article = String::new();
    let mut timeline = String::from(
        "format = \"linimasa/1\"\ntitle = \"T 👩‍👩‍👧‍👦 漢字\"\n[[sources]]\nid = \"s\"\ntitle = \"S 漢字 ❤️\"\ntext = \"a.txt\"\n",
    );
    for (number, text) in WIDTHS.iter().enumerate() {
        let sentence = format!("Kata {text} selesai.");
        let start = article.chars().count();
        let end = start + sentence.chars().count();
        article.push_str(&format!("{sentence}\n{text} {text} {text} {text}\n"));
        timeline.push_str(&format!(
            "[[actors]]\nid = \"a{number}\"\nname = \"N {text}\"\nkind = \"person\"\n\
             [[events]]\nid = \"e{number}\"\ntitle = \"J {text} {text}\"\nkind = \"{text}\"\n\
             titles = {{ en = \"{text}\" }}\nactors = [{{ id = \"a{number}\", role = \"{text}\" }}]\n\
             [[events.claims]]\nsource = \"s\"\ndate = \"2025-07-{:02}\"\nnote = \"{text}\"\nvia = \"{text}\"\n\
             [[events.claims.anchors]]\nrole = \"evidence\"\nexact = \"{sentence}\"\nstart = {start}\nend = {end}\n",
            number + 1
        ));
    }
    (timeline, article)
}
