//! The page in a real browser, where the machine has one.

use std::path::Path;
use std::process::Command;

use article_digest::Digester;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The tree that the browser made of a page, and what it complained of.
fn open(browser: &str, folder: &Path, name: &str, page: &str) -> (String, Vec<String>) {
    let file = folder.join(name);
    std::fs::write(&file, page).expect("the target folder can be written");
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--enable-logging=stderr", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("file://{}", file.display()))
        .output()
        .expect("the browser starts");
    let complaints = String::from_utf8_lossy(&output.stderr);
    let complaints = complaints.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), complaints)
}

#[test]
fn a_browser_reads_the_page_as_it_was_written_and_complains_of_nothing() {
    let Some(browser) = BROWSERS.iter().find(|name| Command::new(name).arg("--version").output().is_ok()) else {
        eprintln!("SKIPPED: no Chromium on this machine (looked for {})", BROWSERS.join(", "));
        return;
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let text = std::fs::read_to_string(root.join("examples/articles/uruguay-water.txt")).expect("a sample article");
    let page = Digester::new().digest(&text).html().to_string();

    let (tree, complaints) = open(browser, &folder, "page.html", &page);
    assert!(complaints.is_empty(), "{complaints:?}");
    // A parser that had to mend the page would have added or moved elements.
    for element in ["<p", "<a", "<span", "<li", "<section", "<tr", "<blockquote"] {
        assert_eq!(tree.matches(element).count(), page.matches(element).count(), "{element}");
    }

    // The page forbids scripts and says so aloud: if this stays silent, so would every error.
    let (_, complaints) = open(browser, &folder, "bad.html", &page.replace("</main>", "<script>0</script></main>"));
    assert!(!complaints.is_empty(), "a script in the page went unnoticed");
    std::fs::remove_dir_all(&folder).ok();
}
