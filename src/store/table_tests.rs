//! Tables of others in a store: rows whose ids stand twice.

use std::io::Write;

use super::{Store, View, Wake};
use crate::format::stream::{Input, Options, open};
use crate::model::FaultKind;

#[test]
fn an_id_that_stands_before_gets_its_line_added_and_that_is_told() {
    let mut file = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
    let rows = "id,date,title\nx,2025-01-01,Sails\ny,2025-01-02,Lands\nx,2025-01-03,Waits\nx,2025-01-04,Rests\n";
    file.write_all(rows.as_bytes()).unwrap();
    let options = Options {
        map: Some("id=id,date=date,title=title".parse().unwrap()),
        ..Options::default()
    };
    let Ok(Input::Records(input)) = open(file.path(), &options) else {
        panic!("this is a table");
    };
    let mut store = Store::begin(*input, "t.csv", Wake::new(|| ())).unwrap();
    let faults = store.wait_for_all().faults;
    let kinds: Vec<_> = faults
        .iter()
        .map(|fault| (fault.kind, fault.line))
        .collect();
    let twice = FaultKind::Duplicate;
    assert_eq!(kinds, [(twice, Some(4)), (twice, Some(5))]);
    assert!(faults[0].cause.contains("is called “x:4”"), "{}", faults[0]);
    let ids: Vec<&str> = View::all(&store)
        .iter()
        .map(|event| store.id(event))
        .collect();
    assert_eq!(ids, ["x", "y", "x:4", "x:5"]);
    for (id, title) in [("x", "Sails"), ("x:4", "Waits"), ("x:5", "Rests")] {
        let event = store.find_event(id).unwrap();
        assert_eq!(store.title_of(event, None), title);
        assert_eq!(store.event(event).unwrap().id, id);
    }
}
