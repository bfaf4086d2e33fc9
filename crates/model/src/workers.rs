//! Threads, and how work is shared among them.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::Error;

/// Threads that each compute whole jobs alone.
///
/// Matrix products ask the pool they run in how many threads they may use; each pool here has one, so a job is computed in
/// the same order whatever the number of threads.
pub(crate) struct Workers {
    pools: Vec<ThreadPool>,
    turn: AtomicUsize,
}

impl Workers {
    /// At least one thread.
    pub(crate) fn new(threads: usize) -> Result<Self, Error> {
        let pool = |_| ThreadPoolBuilder::new().num_threads(1).build();
        let pools: Result<_, _> = (0..threads.max(1)).map(pool).collect();
        let pools = pools.map_err(|e| Error::Threads(e.to_string()))?;
        Ok(Self { pools, turn: AtomicUsize::new(0) })
    }

    /// How many threads there are.
    pub(crate) fn count(&self) -> usize {
        self.pools.len()
    }

    /// The results of `work` on each job, in the order of the jobs; the first error if there is one.
    pub(crate) fn map<J: Sync, R: Send>(
        &self,
        jobs: &[J],
        work: impl Fn(&J) -> Result<R, Error> + Sync,
    ) -> Result<Vec<R>, Error> {
        let next = AtomicUsize::new(0);
        let share = || -> Vec<(usize, Result<R, Error>)> {
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(job) = jobs.get(index) else { return done };
                done.push((index, work(job)));
            }
        };
        let mut results = std::thread::scope(|scope| {
            // Callers at the same time begin with different threads. Each waits in a thread of its own: one that waits in a
            // thread of another pool takes further work of that pool meanwhile, one inside the other until the stack is full.
            let first = self.turn.fetch_add(1, Ordering::Relaxed) % self.pools.len();
            let pools = self.pools.iter().cycle().skip(first).take(self.pools.len().min(jobs.len()));
            let threads: Vec<_> = pools.map(|pool| scope.spawn(|| pool.install(share))).collect();
            let mut results = Vec::with_capacity(jobs.len());
            for thread in threads {
                results.extend(thread.join().map_err(|_| Error::Threads("a thread ended early".into()))?);
            }
            Ok::<_, Error>(results)
        })?;
        results.sort_unstable_by_key(|(index, _)| *index);
        results.into_iter().map(|(_, result)| result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_the_jobs() {
        let jobs: Vec<u32> = (0..100).collect();
        for threads in [1, 3] {
            let workers = Workers::new(threads).unwrap_or_else(|e| unreachable!("{e}"));
            let doubled = workers.map(&jobs, |job| Ok(job * 2)).unwrap_or_default();
            assert_eq!(doubled, jobs.iter().map(|job| job * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn callers_in_a_pool_of_small_stacks_do_not_pile_up() {
        use rayon::prelude::*;

        let Ok(workers) = Workers::new(1) else { unreachable!() };
        let Ok(pool) = ThreadPoolBuilder::new().num_threads(2).stack_size(1 << 18).build() else { unreachable!() };
        let done = pool.install(|| {
            (0..2000)
                .into_par_iter()
                .filter(|&job| workers.map(&[job], |&job| Ok(job)).is_ok_and(|it| it == [job]))
                .count()
        });
        assert_eq!(done, 2000);
    }

    #[test]
    fn gives_the_first_error_of_the_order() {
        let Ok(workers) = Workers::new(2) else { unreachable!() };
        let failed = workers.map(&[1, 2, 3], |job| if *job > 1 { Err(Error::Shape(job.to_string())) } else { Ok(()) });
        assert!(matches!(failed, Err(Error::Shape(job)) if job == "2"));
    }
}
