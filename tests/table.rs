//! The runner of table tests: a row is a text, a tab, and what is expected of it.

/// Runs `check` on each row of a table and fails once, with every row that failed.
///
/// `check` gives what was found, written as the table writes it; a row passes when that equals
/// its expectation. `\n` in a row stands for a line break. `#` starts a comment.
pub(crate) fn run(name: &str, table: &str, mut check: impl FnMut(&str) -> String) {
    let mut failures = String::new();
    let mut rows = 0;
    for (index, row) in table.lines().enumerate() {
        if row.is_empty() || row.starts_with('#') {
            continue;
        }
        rows += 1;
        let (text, wanted) = row.split_once('\t').unwrap_or((row, ""));
        let text = text.replace("\\n", "\n");
        let found = check(&text);
        if found != wanted {
            failures += &format!("{name}, line {}: {text:?}\n    wanted {wanted}\n    found  {found}\n", index + 1);
        }
    }
    assert!(rows > 0, "{name} has no rows");
    assert!(failures.is_empty(), "\n{failures}");
}
