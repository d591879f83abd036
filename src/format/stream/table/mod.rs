//! Tables of others: CSV, TSV and JSON Lines, whose columns a mapping gives a meaning. Each row is its own source. How an input
//! is cut into blocks of rows is not here.

mod cells;
mod clock;
mod date;
mod detail;
mod fields;
mod header;
mod json;
mod map_text;
mod mapping;
mod marks;
mod row;
mod rows;
mod written;

#[cfg(test)]
mod mapping_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use fields::Field;
pub use mapping::{DateOrder, MapSpec, Mapping, Syntax};

pub(super) use cells::row;
pub(super) use detail::detail;
pub(super) use fields::obvious;
pub(super) use header::{Header, MAX_COLUMNS, csv, delimiter, json_lines};
pub(super) use json::keys;
pub(super) use mapping::listed;
pub(super) use marks::Marks;
pub(super) use rows::{read, unclosed_mark};
