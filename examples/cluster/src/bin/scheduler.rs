//! A Ballista scheduler whose sessions know the functions.
//!
//! ```text
//! scheduler [ADDRESS]
//! ```

use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;

use article_digest_cluster::{SCHEDULER, address, session, status};
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::start_server;

/// An executor unheard of for so long is dead, and its tasks go to others: 180 by default. Executors
/// send a heartbeat every 2 seconds.
const EXECUTOR_TIMEOUT_SECONDS: u64 = 8;

#[tokio::main]
async fn main() -> ExitCode {
    status(run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let address = address(std::env::args().nth(1).or(Some(SCHEDULER.into())), "scheduler")?;
    let mut config = SchedulerConfig::default()
        .with_hostname(address.ip().to_string())
        .with_port(address.port())
        .with_no_executors_grace_period_seconds(EXECUTOR_TIMEOUT_SECONDS)
        .with_override_config_producer(Arc::new(session::cluster_config))
        .with_override_session_builder(Arc::new(|config| session::state(config, &Arc::default())));
    config.executor_timeout_seconds = EXECUTOR_TIMEOUT_SECONDS;
    config.expire_dead_executor_interval_seconds = 2;
    let cluster = BallistaCluster::new_from_config(&config).await?;
    Ok(start_server(cluster, address, Arc::new(config)).await?)
}
