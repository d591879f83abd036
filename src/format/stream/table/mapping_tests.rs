//! What a header and a mapping give: what is known by itself, what is answered, what is refused.

use super::tests::read_sized;
use super::*;
use crate::format::stream::RecordKind;

#[test]
fn acled_extracts_are_known_by_their_header() {
    let header = "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,\
                  assoc_actor_1,actor2,assoc_actor_2,location,source,source_scale,notes,fatalities";
    let table = format!(
        "{header}\nXYZ12,05 January 2024,2024,2,Demonstrations,Protests,Peaceful protest,Protesters (X),\
         Union A; Union B,,,Port X,The Harbour; Radio X,National,\"On 5 January, workers marched.\",0\n"
    );
    let Header::Columns(columns) = csv(table.as_bytes(), b',', true) else {
        panic!("a header");
    };
    let spec = obvious(&columns).unwrap();
    let syntax = Syntax::Csv { delimiter: b',' };
    let mapping = Mapping::new(&spec, syntax, "t.csv", columns, "t.csv").unwrap();
    assert_eq!(spec, "acled".parse().unwrap());
    let read = read_sized(table.as_bytes(), &RecordKind::Table(mapping.into()), 9);
    let event = &read.rows[0].as_ref().unwrap().1.event;
    assert_eq!(event.id, "XYZ12");
    assert_eq!(event.title, "On 5 January, workers marched.");
    assert_eq!(event.kind.as_deref(), Some("Peaceful protest"));
    assert_eq!(event.place.as_deref(), Some("Port X"));
    let actors: Vec<&str> = event.actors.iter().map(|part| part.id.as_str()).collect();
    assert_eq!(actors, ["Protesters (X)", "Union A", "Union B"]);
    let claim = &event.claims[0];
    assert_eq!(claim.date.as_deref(), Some("[2024-01-02..2024-01-08]"));
    assert_eq!(claim.via.as_deref(), Some("The Harbour; Radio X"));
    assert_eq!(claim.by.as_deref(), Some("import.acled"));
    assert_eq!(claim.source, "t.csv:2");
}

#[test]
fn a_header_that_names_date_and_title_needs_no_mapping() {
    let said = |header: &str| {
        let columns: Vec<String> = header.split(',').map(str::to_owned).collect();
        let spec = obvious(&columns)?;
        let syntax = Syntax::Csv { delimiter: b',' };
        Some(
            Mapping::new(&spec, syntax, "f", columns, "f")
                .unwrap()
                .to_string(),
        )
    };
    assert_eq!(
        said("id,date,kind,actors,title,quote,src,start,end,n_anchors").unwrap(),
        "date=date,title=title,quote=quote,actors=actors,kind=kind,id=id"
    );
    assert_eq!(
        said("Event Date,Headline,Actor 1,Actor 2,Source URL").unwrap(),
        "date=Event Date,title=Headline,actors=Actor 1;Actor 2,url=Source URL"
    );
    assert_eq!(said("date,price,volume"), None);
    assert_eq!(said("when,title"), None);
}

#[test]
fn a_mapping_that_cannot_be_meant_is_answered_with_what_there_is() {
    let error = |map: &str| map.parse::<MapSpec>().unwrap_err();
    assert_eq!(
        error("dat=x"),
        "there is no key dat; the keys are date, end, precision, title, quote, actors, kind, place, status, id, said_by, via, \
         url, publisher, author, published, language"
    );
    assert!(error("acleed").contains("no preset acleed, only acled"));
    assert!(error("date=").contains("date has no column"));
    assert!(error("").contains("date=COLUMN"));
    let columns = vec!["Event_Date".to_owned(), "notes".to_owned()];
    let syntax = Syntax::Csv { delimiter: b',' };
    let resolve =
        |map: &str| Mapping::new(&map.parse().unwrap(), syntax, "f", columns.clone(), "f");
    assert_eq!(
        resolve("date=event_data").unwrap_err().to_string(),
        "f: --map: there is no column event_data; did you mean Event_Date? its columns are Event_Date, notes"
    );
    assert_eq!(
        resolve("date=zz").unwrap_err().mend,
        "its columns are Event_Date, notes"
    );
    assert_eq!(
        resolve("date=event_date:dmy").unwrap().to_string(),
        "date=Event_Date:dmy"
    );
    assert_eq!(
        resolve("acled").unwrap().to_string(),
        "date=Event_Date:dmy,title=notes"
    );
    assert!(
        resolve("acled,title=nots").is_err(),
        "what the user adds must be there"
    );
}

#[test]
fn marks_in_a_columns_name_are_written_with_a_backslash() {
    let columns = vec!["a,b".to_owned(), "c:d=;".to_owned()];
    let syntax = Syntax::Csv { delimiter: b'|' };
    let map = r"date=a\,b,title=c\:d\=\;";
    let mapping = Mapping::new(&map.parse().unwrap(), syntax, "f", columns, "f").unwrap();
    assert_eq!(mapping.columns_of(Field::Date), [0]);
    assert_eq!(mapping.columns_of(Field::Title), [1]);
    assert_eq!(mapping.to_string(), map);
}

#[test]
fn a_header_without_end_or_with_too_many_columns_is_told() {
    let many = "a,".repeat(MAX_COLUMNS + 1);
    assert_eq!(csv(many.as_bytes(), b',', false), Header::TooMany);
    assert_eq!(csv(b"a,b", b',', false), Header::More);
    assert_eq!(csv(b"a,\"b\n", b',', false), Header::More);
    assert_eq!(delimiter(b"a;b;c,d\n1;2;3\n"), b';');
    assert_eq!(delimiter(b"only\n"), b',');
}
