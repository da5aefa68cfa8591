//! What the engine costs: `digest_all` and JSON on all cores, against the SQL function on as many,
//! over the same articles, by turns.
//!
//! ```text
//! throughput FOLDER [ROUNDS]
//! ```
//!
//! FOLDER holds `text` in Parquet. `digest_all` finds its texts in memory, the engine reads them.

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use article_digest::{Digest, Digester};
use article_digest_cluster::{session, status};
use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::Int64Type;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use rayon::prelude::*;

/// Articles that `digest_all` is given at once: enough for all cores, few enough for their caches.
const ROUND: usize = 512;

/// Seconds on the clock, and of all cores.
#[derive(Clone, Copy)]
struct Cost {
    clock: f64,
    cores: f64,
}

impl Cost {
    fn least(self, other: Self) -> Self {
        Self { clock: self.clock.min(other.clock), cores: self.cores.min(other.cores) }
    }
}

/// Seconds that this process spent in user code: other work on the machine moves the clock more.
fn user_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The fourteenth field, in hundredths; the second may hold spaces, but ends the last bracket.
    let after = stat.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().nth(11).and_then(|ticks| ticks.parse::<f64>().ok()).map_or(f64::NAN, |ticks| ticks / 100.0)
}

fn digest_all(texts: &[String]) -> usize {
    let digester = Digester::new();
    let json = |digest: Digest<'_>| serde_json::to_string(&digest).map_or(0, |json| json.len());
    texts.chunks(ROUND).map(|round| digester.digest_all(round).into_par_iter().map(json).sum::<usize>()).sum()
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let folder = words.next().ok_or("usage: throughput FOLDER [ROUNDS]")?;
    let rounds = words.next().map_or(Ok(5), |word| word.parse::<usize>())?;

    let context =
        SessionContext::new_with_state(session::state(session::config(SessionConfig::new()), &Arc::default())?);
    context.register_parquet("articles", &folder, ParquetReadOptions::default()).await?;
    let batches = context.sql("SELECT arrow_cast(text, 'Utf8') FROM articles").await?.collect().await?;
    let texts: Vec<String> =
        batches.iter().flat_map(|batch| batch.column(0).as_string::<i32>()).flatten().map(str::to_owned).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} articles, {:.1} MB; seconds (of all cores):", texts.len(), bytes as f64 / 1e6);

    let mut best = [Cost { clock: f64::INFINITY, cores: f64::INFINITY }; 2];
    for _ in 0..rounds {
        let (start, cores) = (Instant::now(), user_seconds());
        let wanted = digest_all(&texts);
        let direct = Cost { clock: start.elapsed().as_secs_f64(), cores: user_seconds() - cores };

        let (start, cores) = (Instant::now(), user_seconds());
        let sql = "SELECT sum(octet_length(article_digest_json(text))) FROM articles";
        let found = context.sql(sql).await?.collect().await?[0].column(0).as_primitive::<Int64Type>().value(0);
        let engine = Cost { clock: start.elapsed().as_secs_f64(), cores: user_seconds() - cores };

        if usize::try_from(found)? != wanted {
            return Err(format!("SQL wrote {found} bytes of JSON, digest_all {wanted}").into());
        }
        println!(
            "digest_all {:.2} ({:.2})   SQL {:.2} ({:.2})",
            direct.clock, direct.cores, engine.clock, engine.cores
        );
        best = [best[0].least(direct), best[1].least(engine)];
    }
    println!(
        "throughput of SQL against digest_all, best of {rounds}: {:.0} % by the clock, {:.0} % by the work of the cores",
        100.0 * best[0].clock / best[1].clock,
        100.0 * best[0].cores / best[1].cores
    );
    Ok(())
}

#[tokio::main]
async fn main() -> ExitCode {
    status(run().await)
}
