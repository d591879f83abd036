//! What the lanes look like in columns and rows, and that every event can be reached.
