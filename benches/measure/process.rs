//! What the kernel says of a process: time on the processor and memory in use.

use std::fs;
use std::time::{Duration, Instant};

/// Time that this thread has spent on the processor.
pub(crate) fn thread_time() -> Duration {
    let text = fs::read_to_string("/proc/thread-self/schedstat").expect("a Linux kernel that counts time");
    let nanoseconds = text.split(' ').next().and_then(|word| word.parse().ok()).expect("nanoseconds come first");
    Duration::from_nanos(nanoseconds)
}

/// Time that long `work` spends on the processor, the least of `rounds`. The kernel brings its count up to date
/// a few hundred times a second only: for milliseconds use [`pieces`].
pub(crate) fn least(rounds: usize, mut work: impl FnMut()) -> Duration {
    let round = |_| {
        let start = thread_time();
        work();
        thread_time().saturating_sub(start)
    };
    (0..rounds).map(round).min().expect("a round at least")
}

/// Time for short pieces of work one after another: the least time of each piece over all rounds,
/// summed. A piece of a millisecond mostly runs between two interruptions, on a busy machine too.
pub(crate) fn pieces(best: &mut Vec<Duration>, count: usize, mut work: impl FnMut(usize)) {
    best.resize(count, Duration::MAX);
    for (index, best) in best.iter_mut().enumerate() {
        let start = Instant::now();
        work(index);
        *best = start.elapsed().min(*best);
    }
}

/// Memory of a process in megabytes: in use now, and at most so far.
pub(crate) fn memory(process: &str) -> Option<(f64, f64)> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let field = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes * 1024.0 / 1e6)
    };
    Some((field("VmRSS:")?, field("VmHWM:")?))
}

pub(crate) fn megabytes_a_second(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}
