//! What the program `query` does with files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DIGEST: &str = "COPY (SELECT id, article_digest_json(text) AS digest FROM articles)";

/// A folder of two files of two articles each.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("news")).unwrap();
    for part in 1..=2 {
        let row = |id: i32| format!("{{\"id\": {id}, \"text\": \"Mayor Ana Ruiz said {id} homes burnt in Lima.\"}}\n");
        fs::write(folder.join(format!("news/part-{part}.jsonl")), row(10 * part) + &row(10 * part + 1)).unwrap();
    }
    folder
}

fn query(folder: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_query")).current_dir(folder).args(words).output().unwrap()
}

fn count(folder: &Path) -> String {
    let found = query(folder, &["--table", "digests=out", "-c", "SELECT count(DISTINCT id), count(*) FROM digests"]);
    let table = String::from_utf8(found.stdout).unwrap();
    table.lines().nth(3).unwrap_or_default().replace(['|', ' '], "")
}

#[test]
fn each_file_has_one_of_its_name_and_a_second_run_replaces_it() {
    let folder = folder("each");
    let sql = format!("{DIGEST} TO 'out/{{file}}.parquet' STORED AS PARQUET");
    for _ in 0..2 {
        let found = query(&folder, &["--each", "articles=news", "-c", &sql]);
        let said = String::from_utf8(found.stderr).unwrap();
        assert!(found.status.success() && said.ends_with("4 articles digested\n"), "{said}");
        assert!(folder.join("out/part-1.parquet").exists() && folder.join("out/part-2.parquet").exists());
        assert_eq!(count(&folder), "44");
    }
}

#[test]
fn a_file_that_fails_is_named_and_the_others_go_on() {
    let folder = folder("failing");
    fs::write(folder.join("news/part-0.jsonl"), "no JSON").unwrap();
    let sql = format!("{DIGEST} TO 'out/{{file}}.parquet' STORED AS PARQUET");
    let found = query(&folder, &["--partitions", "1", "--each", "articles=news", "-c", &sql]);
    let said = String::from_utf8(found.stderr).unwrap();
    assert!(!found.status.success() && said.contains("news/part-0.jsonl: ") && said.contains("1 of 3"), "{said}");
    assert_eq!(count(&folder), "44");
}
