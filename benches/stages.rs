//! Placeholder until the stages stand.
fn main() {}
