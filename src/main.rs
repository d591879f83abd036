//! The thin binary: parse, run, exit code. Everything else lives in the library.

fn main() {}
