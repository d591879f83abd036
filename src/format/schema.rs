//! The JSON Schema of the native file, generated from the model. The test fails when `assets/` holds another one, and writes it
//! anew when `LINIMASA_BLESS=1` is set.

use std::path::Path;

use serde_json::{Value, json};

use super::to_json_string;
use crate::model::{FORMAT, Timeline};

fn schema() -> String {
    let mut schema = schemars::schema_for!(Timeline);
    schema.insert("$id".to_owned(), json!("urn:linimasa:schema:1"));
    schema.insert(
        "title".to_owned(),
        json!("linimasa timeline, format linimasa/1"),
    );
    schema.insert(
        "description".to_owned(),
        json!(
            "The native timeline of linimasa as one JSON object; TOML holds the same tree. Unknown keys are allowed and kept."
        ),
    );
    if let Some(format) = schema
        .pointer_mut("/properties/format")
        .and_then(Value::as_object_mut)
    {
        format.insert("const".to_owned(), json!(FORMAT));
    }
    let mut text = to_json_string(&schema, true).unwrap();
    text.push('\n');
    text
}

#[test]
fn the_schema_in_assets_is_the_models() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/linimasa-1.schema.json");
    let generated = schema();
    if std::env::var_os("LINIMASA_BLESS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &generated).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == generated,
        "the schema differs from the model: run this test with LINIMASA_BLESS=1"
    );
}

#[test]
fn the_schema_lets_unknown_keys_stand() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert_eq!(schema["properties"]["format"]["const"], FORMAT);
    assert_eq!(schema["$id"], "urn:linimasa:schema:1");
    let records = schema["$defs"].as_object().unwrap().values();
    let open = |record: &Value| record["additionalProperties"] == true;
    assert!(open(&schema));
    assert!(
        records
            .filter(|record| record["type"] == "object")
            .all(open)
    );
}
