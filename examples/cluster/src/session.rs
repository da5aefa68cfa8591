//! One session for every role: client, scheduler and executor must know the same functions, since
//! a plan travels with their names only.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use ballista_core::extension::SessionConfigExt;
use datafusion::common::Result;
use datafusion::execution::{FunctionRegistry, SessionState, SessionStateBuilder};
use datafusion::prelude::SessionConfig;

use crate::function::functions;

/// Rows of a batch. The engine's 8,192 would be eight seconds of work in one call, and 100 MB of
/// JSON: too coarse to cancel, and to keep the memory of an executor flat.
const BATCH_ROWS: usize = 512;

/// Rows of a row group that `COPY` writes. A group is held until it is whole: the engine's million
/// would be 15 GB of JSON.
const GROUP_ROWS: usize = 1_024;

/// Bytes on the wire of the partitions that a task fetches ahead. It holds what it fetched unpacked,
/// ten times as much, and at least one partition whole: 48 MiB by default.
const FETCHED_BYTES: usize = 8 << 20;

/// The settings under which the function does well.
#[must_use]
pub fn config(base: SessionConfig) -> SessionConfig {
    base.with_batch_size(BATCH_ROWS)
        .set_usize("datafusion.execution.parquet.max_row_group_size", GROUP_ROWS)
        // By default a file under 10 MB is one core's, since reading it is little work: digesting it
        // is three seconds.
        .with_repartition_file_min_size(0)
        // The optimiser else copies the call for each field that is taken from its struct, volatile or
        // not: two fields of 2,000 articles were 8,000 calls.
        .set_bool("datafusion.optimizer.enable_leaf_expression_pushdown", false)
}

/// The same, for every role of a cluster.
#[must_use]
pub fn cluster_config() -> SessionConfig {
    config(SessionConfig::new_with_ballista()).set_usize("ballista.shuffle.reader.max_bytes_in_flight", FETCHED_BYTES)
}

/// A session state that knows the functions; `rows` counts the articles that it digests.
///
/// # Errors
/// When the engine refuses a function.
pub fn state(config: SessionConfig, rows: &Arc<AtomicU64>) -> Result<SessionState> {
    let mut state = SessionStateBuilder::new().with_config(config).with_default_features().build();
    for function in functions(rows) {
        state.register_udf(Arc::new(function))?;
    }
    Ok(state)
}
