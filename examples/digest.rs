//! Reads one article and prints its digest.
//!
//! ```text
//! cargo run --release --example digest -- [--published 2020-10-27] [--format json|markdown|html|jsonld] [FILE]
//! ```

use std::error::Error;
use std::io::{ErrorKind, Read, Write};
use std::process::ExitCode;

use article_digest::{Date, Detail, Digester, Scratch};

const USAGE: &str = "usage: digest [--published YYYY-MM-DD] [--format json|markdown|html|jsonld] \
                     [--detail brief|standard|full] [FILE]";

struct Options {
    published: Option<Date>,
    format: String,
    detail: Detail,
    file: Option<String>,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let mut options = Options { published: None, format: "markdown".into(), detail: Detail::Standard, file: None };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value\n{USAGE}"));
        match word.as_str() {
            "--published" => options.published = Some(value()?.parse()?),
            "--format" => options.format = value()?,
            "--detail" => {
                options.detail = match value()?.as_str() {
                    "brief" => Detail::Brief,
                    "standard" => Detail::Standard,
                    "full" => Detail::Full,
                    other => return Err(format!("found detail {other:?}, wanted brief, standard or full").into()),
                }
            }
            "--help" | "-h" => return Err(USAGE.into()),
            _ if word.starts_with("--") => return Err(format!("unknown option {word}\n{USAGE}").into()),
            _ => options.file = Some(word),
        }
    }
    Ok(options)
}

fn read(file: Option<&str>) -> Result<String, Box<dyn Error>> {
    let (name, bytes) = if let Some(file) = file {
        (file, std::fs::read(file).map_err(|error| format!("{file}: {error}"))?)
    } else {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        ("standard input", bytes)
    };
    String::from_utf8(bytes).map_err(|error| format!("{name}: not UTF-8: {error}").into())
}

fn run() -> Result<(), Box<dyn Error>> {
    let options = options(std::env::args().skip(1))?;
    let text = read(options.file.as_deref())?;
    let digester = Digester::builder().detail(options.detail).build();
    let digest = digester.digest_published(&mut Scratch::new(), &text, options.published);
    let mut out = std::io::stdout().lock();
    match options.format.as_str() {
        "markdown" => write!(out, "{}", digest.markdown())?,
        "html" => write!(out, "{}", digest.html())?,
        "jsonld" => write!(out, "{}", digest.json_ld())?,
        "json" => {
            serde_json::to_writer_pretty(&mut out, &digest)?;
            writeln!(out)?;
        }
        other => return Err(format!("found format {other:?}, wanted json, markdown, html or jsonld").into()),
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // `digest FILE | head` has what it wanted.
        Err(error) if error.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe) => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("digest: {error}");
            ExitCode::FAILURE
        }
    }
}
