//! Runs SQL that knows the functions, on this machine or on a cluster.
//!
//! ```text
//! query [--cluster ADDRESS] [--partitions N] [--table NAME=PATH]... [--each NAME=FOLDER] FILE.sql... [-c SQL]...
//! ```
//!
//! PATH is a file or folder of `.parquet` or of `.jsonl`. Statements run in the order given, their
//! rows and times are printed; on this machine also the number of articles that were digested.
//!
//! With `--each` they run once for each file of the folder: NAME is the table in it, `{file}` in the SQL its
//! name without extension, and N files are at work at once. A file is one task from its rows to those of
//! `COPY`, so that nothing is passed on between tasks, nor gathered by any. A file that fails is named, and
//! the others go on.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use article_digest_cluster::function::functions;
use article_digest_cluster::{address, session, status};
use ballista::prelude::SessionContextExt;
use datafusion::execution::SessionStateBuilder;
use datafusion::prelude::{JsonReadOptions, ParquetReadOptions, SessionConfig, SessionContext};
use datafusion::sql::parser::DFParser;
use tokio::task::JoinSet;

type Failure = Box<dyn Error + Send + Sync>;

#[derive(Clone, Default)]
struct Options {
    cluster: Option<String>,
    partitions: Option<usize>,
    tables: Vec<(String, String)>,
    each: Option<(String, String)>,
    sql: String,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
    let table = |found: String| match found.split_once('=') {
        Some((name, path)) => Ok((name.to_owned(), path.to_owned())),
        None => Err(format!("found {found:?}, wanted NAME=PATH")),
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value"));
        match word.as_str() {
            "--cluster" => options.cluster = Some(address(Some(value()?), "cluster")?.to_string()),
            "--partitions" => {
                let found = value()?;
                let partitions = found.parse().ok().filter(|&partitions| partitions > 0);
                options.partitions =
                    Some(partitions.ok_or_else(|| format!("found {found:?} partitions, wanted 1 or more"))?);
            }
            "--table" => options.tables.push(table(value()?)?),
            "--each" => options.each = Some(table(value()?)?),
            "-c" => options.sql += &value()?,
            _ if word.starts_with('-') => return Err(format!("unknown option {word}")),
            file => options.sql += &std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?,
        }
        options.sql += "\n";
    }
    Ok(options)
}

async fn context(options: &Options, rows: &Arc<AtomicU64>) -> Result<SessionContext, Failure> {
    let mut config = match &options.cluster {
        Some(_) => session::cluster_config(),
        None => session::config(SessionConfig::new()),
    };
    if let Some(partitions) = options.partitions {
        config = config.with_target_partitions(partitions);
    }
    let context = match &options.cluster {
        Some(address) => {
            let state = SessionStateBuilder::new().with_config(config).with_default_features().build();
            SessionContext::remote_with_state(&format!("df://{address}"), state).await?
        }
        None => SessionContext::new_with_config(config),
    };
    // Here, not in the state: `remote_with_state` forgets the functions of the state.
    for function in functions(rows) {
        context.register_udf(function);
    }
    for (name, path) in &options.tables {
        if holds_json(path) {
            context.register_json(name, path, JsonReadOptions::default().file_extension(".jsonl")).await?;
        } else {
            context.register_parquet(name, path, ParquetReadOptions::default()).await?;
        }
    }
    Ok(context)
}

fn holds_json(path: &str) -> bool {
    let is_json = |path: &Path| path.extension().is_some_and(|extension| extension == "jsonl");
    is_json(path.as_ref())
        || std::fs::read_dir(path).is_ok_and(|files| files.flatten().any(|file| is_json(&file.path())))
}

/// Runs the statements, and prints their rows.
async fn all(options: &Options, rows: &Arc<AtomicU64>) -> Result<(), Failure> {
    let context = context(options, rows).await?;
    for statement in DFParser::parse_sql(&options.sql)? {
        let start = Instant::now();
        let plan = context.state().statement_to_plan(statement).await?;
        context.execute_logical_plan(plan).await?.show().await?;
        eprintln!("{:.1} s", start.elapsed().as_secs_f64());
    }
    Ok(())
}

/// The same for each file of the folder.
async fn each(options: &Options, name: &str, folder: &str, rows: &Arc<AtomicU64>) -> Result<(), Failure> {
    let extension = if holds_json(folder) { "jsonl" } else { "parquet" };
    let mut files = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>, _>>())
        .map_err(|error| format!("{folder}: {error}"))?;
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    if files.is_empty() {
        return Err(format!("{folder}: no file of .parquet or .jsonl").into());
    }
    files.sort_unstable();
    let at_once = options.partitions.unwrap_or(std::thread::available_parallelism()?.get());

    let (mut waiting, mut running, mut failed) = (files.iter(), JoinSet::new(), 0);
    loop {
        for file in waiting.by_ref().take(at_once - running.len()) {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let file = file.to_string_lossy().into_owned();
            let mut own = Options { partitions: Some(1), sql: options.sql.replace("{file}", &stem), ..options.clone() };
            own.tables.push((name.to_owned(), file.clone()));
            let rows = Arc::clone(rows);
            running.spawn(async move {
                all(&own, &rows).await.map(|()| format!("{file}: done")).map_err(|error| format!("{file}: {error}"))
            });
        }
        match running.join_next().await {
            Some(done) => {
                let done = done?;
                failed += usize::from(done.is_err());
                eprintln!("{}", done.unwrap_or_else(|error| error));
            }
            None if failed > 0 => return Err(format!("{failed} of {} files failed", files.len()).into()),
            None => return Ok(()),
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    status(run().await.map_err(|error| error as Box<dyn Error>))
}

async fn run() -> Result<(), Failure> {
    let options = options(std::env::args().skip(1))?;
    let rows = Arc::default();
    match &options.each {
        Some((name, folder)) => each(&options, name, folder, &rows).await?,
        None => all(&options, &rows).await?,
    }
    if options.cluster.is_none() {
        eprintln!("{} articles digested", rows.load(Ordering::Relaxed));
    }
    Ok(())
}
