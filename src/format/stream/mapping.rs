//! What the columns of a table mean.

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Cells with this byte between them, in quotation marks where they need it (RFC 4180).
    Csv {
        /// The byte between cells: a comma, a semicolon, a tab.
        delimiter: u8,
    },
    /// One JSON object a line.
    JsonLines,
}

/// What the columns of one table mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// How the table is written.
    pub syntax: Syntax,
}
