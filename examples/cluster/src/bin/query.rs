//! Runs SQL that knows the functions, on this machine or on a cluster.
//!
//! ```text
//! query [--cluster ADDRESS] [--partitions N] [--table NAME=PATH]... FILE.sql... [-c SQL]...
//! ```
//!
//! PATH is a file or folder of `.parquet` or of `.jsonl`. Statements run in the order given, their
//! rows and times are printed; on this machine also the number of articles that were digested.

use std::error::Error;
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

#[derive(Default)]
struct Options {
    cluster: Option<String>,
    partitions: Option<usize>,
    tables: Vec<(String, String)>,
    sql: String,
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options::default();
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
            "--table" => {
                let found = value()?;
                let (name, path) = found.split_once('=').ok_or_else(|| format!("found {found:?}, wanted NAME=PATH"))?;
                options.tables.push((name.to_owned(), path.to_owned()));
            }
            "-c" => options.sql += &value()?,
            _ if word.starts_with('-') => return Err(format!("unknown option {word}")),
            file => options.sql += &std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?,
        }
        options.sql += "\n";
    }
    Ok(options)
}

async fn context(options: &Options, rows: &Arc<AtomicU64>) -> Result<SessionContext, Box<dyn Error>> {
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
    let is_json = |path: &std::path::Path| path.extension().is_some_and(|extension| extension == "jsonl");
    is_json(path.as_ref())
        || std::fs::read_dir(path).is_ok_and(|files| files.flatten().any(|file| is_json(&file.path())))
}

#[tokio::main]
async fn main() -> ExitCode {
    status(run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let options = options(std::env::args().skip(1))?;
    let rows = Arc::default();
    let context = context(&options, &rows).await?;
    for statement in DFParser::parse_sql(&options.sql)? {
        let start = Instant::now();
        let plan = context.state().statement_to_plan(statement).await?;
        context.execute_logical_plan(plan).await?.show().await?;
        eprintln!("{:.1} s", start.elapsed().as_secs_f64());
    }
    if options.cluster.is_none() {
        eprintln!("{} articles digested", rows.load(Ordering::Relaxed));
    }
    Ok(())
}
