//! Reads many articles and writes one digest a line, in the order of the input.
//!
//! ```text
//! cargo run --release --example corpus -- [--offsets utf8|char|utf16] [--detail brief|standard|full]
//!     [--threads N] [--model FILE] [--lexicon FILE] [FILE or FOLDER of .txt]... < in.jsonl > out.jsonl
//! ```
//!
//! A line of input is `{"id": "…", "text": "…", "published": "2020-10-27", "title": "…"}`, the last two
//! optional. A line that cannot be read is reported with its number and skipped; the exit status
//! is then 1. Memory stays flat: a bounded number of articles is in flight at once.

use std::error::Error;
use std::io::{BufRead, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use article_digest::render::Offsets;
use article_digest::{Date, Detail, Digester, Lexicon, Model, Scratch};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

const USAGE: &str = "usage: corpus [--offsets utf8|char|utf16] [--detail brief|standard|full] [--threads N] [--model FILE] [--lexicon FILE] \
                     [FILE or FOLDER of .txt]... < in.jsonl > out.jsonl";

/// Articles of one round: enough to keep every core busy, few enough that a round of long ones
/// fits in tens of megabytes.
const ROUND: usize = 256;
/// A round also ends when its articles reach this many bytes.
const ROUND_BYTES: usize = 4 << 20;

#[derive(serde::Deserialize)]
struct Row {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    published: Option<String>,
    #[serde(default)]
    title: Option<String>,
}

struct Input {
    id: String,
    text: String,
    title: Option<String>,
    published: Option<Date>,
}

struct Options {
    offsets: Offsets,
    detail: Detail,
    threads: usize,
    model: Option<PathBuf>,
    lexicon: Option<PathBuf>,
    paths: Vec<PathBuf>,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, Box<dyn Error>> {
    let mut options = Options {
        offsets: Offsets::Utf8,
        detail: Detail::Standard,
        threads: 0,
        model: None,
        lexicon: None,
        paths: Vec::new(),
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value\n{USAGE}"));
        match word.as_str() {
            "--offsets" => {
                options.offsets = match value()?.as_str() {
                    "utf8" => Offsets::Utf8,
                    "char" => Offsets::Char,
                    "utf16" => Offsets::Utf16,
                    other => return Err(format!("found offsets {other:?}, wanted utf8, char or utf16").into()),
                }
            }
            "--detail" => {
                options.detail = match value()?.as_str() {
                    "brief" => Detail::Brief,
                    "standard" => Detail::Standard,
                    "full" => Detail::Full,
                    other => return Err(format!("found detail {other:?}, wanted brief, standard or full").into()),
                }
            }
            "--threads" => {
                let found = value()?;
                options.threads = found.parse().map_err(|_| format!("found {found:?} threads, wanted a number"))?;
            }
            "--model" => options.model = Some(value()?.into()),
            "--lexicon" => options.lexicon = Some(value()?.into()),
            "--help" | "-h" => return Err(USAGE.into()),
            _ if word.starts_with("--") => return Err(format!("unknown option {word}\n{USAGE}").into()),
            _ => options.paths.push(word.into()),
        }
    }
    Ok(options)
}

/// One line of JSON as an article.
fn parse(line: &str) -> Result<Input, String> {
    let row: Row = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let id = match row.id {
        serde_json::Value::String(id) => id,
        serde_json::Value::Number(id) => id.to_string(),
        other => return Err(format!("found id {other}, wanted a text or a number")),
    };
    let published = row.published.map(|day| day.parse::<Date>()).transpose().map_err(|error| error.to_string())?;
    Ok(Input { id, text: row.text, title: row.title, published })
}

/// The `.txt` files of the paths, folders walked in the order of their names.
fn files(paths: &[PathBuf]) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        walk(path, &mut found, true)
            .map_err(|error| std::io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    }
    Ok(found)
}

fn walk(path: &Path, found: &mut Vec<PathBuf>, named: bool) -> std::io::Result<()> {
    if path.is_dir() {
        let mut entries: Vec<_> =
            std::fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| walk(entry, found, false));
    }
    if named || path.extension().is_some_and(|extension| extension == "txt") {
        found.push(path.to_owned());
    }
    Ok(())
}

/// Reads rounds of articles, digests each round on all threads, writes it in order.
struct Run {
    digester: Digester,
    options: Options,
    pool: rayon::ThreadPool,
    progress: ProgressBar,
    bad: usize,
    round: Vec<Input>,
    round_bytes: usize,
}

impl Run {
    fn take(&mut self, out: &mut impl Write, input: Result<Input, String>, place: &str) -> std::io::Result<()> {
        match input {
            Ok(input) => {
                self.round_bytes += input.text.len();
                self.round.push(input);
            }
            Err(reason) => {
                self.progress.suspend(|| eprintln!("corpus: {place}: {reason}"));
                self.bad += 1;
            }
        }
        if self.round.len() >= ROUND || self.round_bytes >= ROUND_BYTES { self.flush(out) } else { Ok(()) }
    }

    fn flush(&mut self, out: &mut impl Write) -> std::io::Result<()> {
        let (digester, offsets) = (&self.digester, self.options.offsets);
        let lines: Vec<_> = self.pool.install(|| {
            self.round
                .par_iter()
                .map_init(Scratch::new, |scratch, input| {
                    let digest = digester.digest_published(scratch, &input.text, input.published);
                    let json = digest.json().offsets(offsets).id(&input.id).title(input.title.as_deref());
                    let mut line = serde_json::to_vec(&json)?;
                    line.push(b'\n');
                    Ok::<_, serde_json::Error>(line)
                })
                .collect()
        });
        for line in lines {
            out.write_all(&line?)?;
        }
        self.progress.inc(self.round.len() as u64);
        self.round.clear();
        self.round_bytes = 0;
        Ok(())
    }
}

fn digester(options: &Options) -> Result<Digester, Box<dyn Error>> {
    let mut builder = Digester::builder().detail(options.detail);
    let named = |path: &Path, error: &dyn Error| format!("{}: {error}", path.display());
    if let Some(path) = &options.model {
        let bytes = std::fs::read(path).map_err(|error| named(path, &error))?;
        builder = builder.model(Model::from_bytes(&bytes).map_err(|error| named(path, &error))?);
    }
    if let Some(path) = &options.lexicon {
        let list = std::fs::read_to_string(path).map_err(|error| named(path, &error))?;
        builder = builder.lexicon(Lexicon::builder().tsv(&path.display().to_string(), &list)?.build());
    }
    Ok(builder.build())
}

fn run() -> Result<usize, Box<dyn Error>> {
    let options = options(std::env::args().skip(1))?;
    let progress = if std::io::stderr().is_terminal() { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    progress.set_style(ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}, {elapsed}")?);
    let mut run = Run {
        digester: digester(&options)?,
        pool: rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?,
        options,
        progress,
        bad: 0,
        round: Vec::new(),
        round_bytes: 0,
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    if run.options.paths.is_empty() {
        let mut input = std::io::stdin().lock();
        let (mut line, mut number) = (Vec::new(), 0);
        loop {
            line.clear();
            number += 1;
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let parsed = std::str::from_utf8(&line).map_err(|error| format!("not UTF-8: {error}")).and_then(parse);
            run.take(&mut out, parsed, &format!("line {number}"))?;
        }
    } else {
        for file in files(&run.options.paths)? {
            let name = file.display().to_string();
            let text = std::fs::read(&file)
                .map_err(|error| error.to_string())
                .and_then(|bytes| String::from_utf8(bytes).map_err(|error| format!("not UTF-8: {error}")));
            run.take(&mut out, text.map(|text| Input { id: name.clone(), text, title: None, published: None }), &name)?;
        }
    }
    run.flush(&mut out)?;
    out.flush()?;
    run.progress.finish_and_clear();
    Ok(run.bad)
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("corpus: {bad} of the articles could not be read and were skipped");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("corpus: {error}");
            ExitCode::from(2)
        }
    }
}
