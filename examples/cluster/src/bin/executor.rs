//! A Ballista executor that can run the functions. It says on standard error how many articles it
//! has digested.
//!
//! ```text
//! executor SCHEDULER ADDRESS FOLDER [TASKS]
//! ```
//!
//! ADDRESS is its own, its port and the next are used; FOLDER keeps what tasks hand to each other;
//! TASKS run at once, one for each core unless told otherwise.

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use article_digest_cluster::{address, session, status};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};

/// What sorts and aggregates of all tasks may hold, of the machine's memory, before they spill.
/// The default of 0.7 is for a machine with one executor; articles and digests in flight come on top.
const MEMORY_FRACTION: f64 = 0.3;

#[tokio::main]
async fn main() -> ExitCode {
    status(run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let scheduler = address(words.next(), "scheduler")?;
    let address = address(words.next(), "executor")?;
    let folder = words.next().ok_or("no folder to work in")?;
    let tasks = words.next().map(|word| word.parse().map_err(|_| format!("found {word:?}, wanted a number of tasks")));
    let rows = Arc::default();
    let state = session::state(session::cluster_config(), &rows)?;
    let config = ExecutorProcessConfig {
        bind_host: address.ip().to_string(),
        external_host: Some(address.ip().to_string()),
        port: address.port(),
        grpc_port: address.port().checked_add(1).ok_or("no port after the last")?,
        scheduler_host: scheduler.ip().to_string(),
        scheduler_port: scheduler.port(),
        scheduler_connect_timeout_seconds: 30,
        vcores: tasks.transpose()?.unwrap_or_default(),
        work_dir: Some(folder),
        memory_pool_fraction: MEMORY_FRACTION,
        executor_heartbeat_interval_seconds: 2,
        override_function_registry: Some(Arc::new(BallistaFunctionRegistry::from(&state))),
        override_config_producer: Some(Arc::new(session::cluster_config)),
        ..ExecutorProcessConfig::default()
    };
    tokio::spawn(report(rows));
    Ok(start_executor_process(Arc::new(config)).await?)
}

async fn report(rows: Arc<AtomicU64>) {
    let mut said = 0;
    loop {
        tokio::time::sleep(Duration::from_secs(1)).await;
        let now = rows.load(Ordering::Relaxed);
        if now != said {
            eprintln!("{now} articles digested");
            said = now;
        }
    }
}
