//! Work on a stream of things: on every core, in order, and in bounded memory.
//!
//! One thread takes things in, several work on them, and the caller's thread gets the results in the order in which the
//! things came. What is under way at one time is bounded in bytes and in number, so memory is bounded by the largest
//! thing, however long the stream is and however much slower one thing is than those behind it.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, PoisonError};

use anyhow::{Result, bail};

/// Bytes of input under way at one time; a thing that is larger is under way alone.
const BYTES: usize = 16 << 20;
/// Things under way at one time, for each thread.
const THINGS_EACH: usize = 64;

/// Where things are put to be worked on.
pub(crate) struct Intake<'a, T> {
    to_workers: Sender<Job<T>>,
    budget: &'a Budget,
    next: usize,
}

/// A thing with its place in the stream, from 0.
struct Job<T> {
    index: usize,
    size: usize,
    thing: T,
}

/// What is done with the results, in order.
pub(crate) trait Sink<R> {
    /// Takes the next result; on a break, or an error, nothing more is worked on.
    fn take(&mut self, result: R) -> Result<ControlFlow<()>>;

    /// Called when no result is ready: whoever reads what was written sees each before the next is asked for.
    fn idle(&mut self) -> Result<ControlFlow<()>>;
}

impl<T> Intake<'_, T> {
    /// Hands over a thing of `size` bytes once there is room for it. A break says that nobody wants more.
    pub(crate) fn put(&mut self, thing: T, size: usize) -> ControlFlow<()> {
        let job = Job { index: self.next, size, thing };
        if !self.budget.take(size) || self.to_workers.send(job).is_err() {
            return ControlFlow::Break(());
        }
        self.next += 1;
        ControlFlow::Continue(())
    }
}

/// Does `work` with `jobs` threads on everything that `source` puts into its intake, and gives the results to `sink`
/// in order.
///
/// # Errors
///
/// The first error of the sink, else that of the source; what the source had put before it is worked on all the same.
pub(crate) fn in_order<T: Send, R: Send>(
    jobs: usize,
    source: impl FnOnce(&mut Intake<'_, T>) -> Result<()> + Send,
    work: impl Fn(T) -> R + Sync,
    sink: &mut impl Sink<R>,
) -> Result<()> {
    let budget = Budget::new(jobs * THINGS_EACH);
    let (to_workers, queue) = channel();
    let (to_sink, done) = channel();
    let queue = Mutex::new(queue);
    std::thread::scope(|scope| {
        let (budget, queue, work) = (&budget, &queue, &work);
        let source = scope.spawn(move || source(&mut Intake { to_workers, budget, next: 0 }));
        for _ in 0..jobs {
            let to_sink = to_sink.clone();
            scope.spawn(move || work_on(queue, &to_sink, work));
        }
        drop(to_sink);
        let sunk = sort(&done, sink, budget);
        // Whoever waits for room, or works on what nobody wants any more, is to stop.
        budget.close();
        drop(done);
        let sourced = source.join();
        sunk?;
        sourced.unwrap_or_else(|_| bail!("reading the inputs failed"))
    })
}

/// Works until there is nothing more, or nobody wants to know.
fn work_on<T, R>(queue: &Mutex<Receiver<Job<T>>>, to_sink: &Sender<Job<R>>, work: impl Fn(T) -> R) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { index, size, thing }) = job else { break };
        if to_sink.send(Job { index, size, thing: work(thing) }).is_err() {
            break;
        }
    }
}

/// Gives results to `sink` in the order of their things.
fn sort<R>(done: &Receiver<Job<R>>, sink: &mut impl Sink<R>, budget: &Budget) -> Result<()> {
    let mut next = 0;
    let mut waiting = BTreeMap::new();
    loop {
        let result = match done.try_recv() {
            Ok(result) => result,
            Err(_) => {
                if sink.idle()?.is_break() {
                    return Ok(());
                }
                match done.recv() {
                    Ok(result) => result,
                    Err(_) => return Ok(()),
                }
            }
        };
        waiting.insert(result.index, result);
        while let Some(Job { size, thing, .. }) = waiting.remove(&next) {
            next += 1;
            if sink.take(thing)?.is_break() {
                return Ok(());
            }
            budget.give_back(size);
        }
    }
}

/// Room for what is under way.
struct Budget {
    state: Mutex<Used>,
    changed: Condvar,
    things: usize,
}

#[derive(Default)]
struct Used {
    bytes: usize,
    things: usize,
    closed: bool,
}

impl Budget {
    fn new(things: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), things }
    }

    /// Waits until there is room for a thing of `size` bytes and takes it; `false` if the run is over.
    fn take(&self, size: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |used: &mut Used| {
            !used.closed && used.things > 0 && (used.bytes + size > BYTES || used.things >= self.things)
        };
        let mut state = self.changed.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
        state.bytes += size;
        state.things += 1;
        !state.closed
    }

    fn give_back(&self, size: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.bytes -= size;
        state.things -= 1;
        self.changed.notify_all();
    }

    fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    struct Collected {
        results: Vec<usize>,
        enough: usize,
    }

    impl Sink<usize> for Collected {
        fn take(&mut self, result: usize) -> Result<ControlFlow<()>> {
            self.results.push(result);
            Ok(if self.results.len() == self.enough { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
        }

        fn idle(&mut self) -> Result<ControlFlow<()>> {
            Ok(ControlFlow::Continue(()))
        }
    }

    fn numbers(intake: &mut Intake<'_, usize>, count: usize) -> Result<()> {
        for number in 0..count {
            if intake.put(number, BYTES / 8).is_break() {
                break;
            }
        }
        Ok(())
    }

    #[test]
    fn results_come_in_order_however_long_each_takes() {
        let mut sink = Collected { results: Vec::new(), enough: usize::MAX };
        let slow_now_and_then = |number: usize| {
            std::thread::sleep(std::time::Duration::from_micros(if number.is_multiple_of(7) { 900 } else { 10 }));
            number
        };
        in_order(4, |intake| numbers(intake, 300), slow_now_and_then, &mut sink).unwrap();
        assert_eq!(sink.results, (0..300).collect::<Vec<_>>());
    }

    #[test]
    fn no_more_is_under_way_than_there_is_room_for() {
        let (started, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        struct Counted<'a>(&'a AtomicUsize);
        impl Sink<()> for Counted<'_> {
            fn take(&mut self, (): ()) -> Result<ControlFlow<()>> {
                self.0.fetch_sub(1, Ordering::SeqCst);
                Ok(ControlFlow::Continue(()))
            }
            fn idle(&mut self) -> Result<ControlFlow<()>> {
                Ok(ControlFlow::Continue(()))
            }
        }
        let source = |intake: &mut Intake<'_, usize>| numbers(intake, 200);
        let work = |_| {
            most.fetch_max(started.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        };
        in_order(3, source, work, &mut Counted(&started)).unwrap();
        assert!(most.into_inner() <= 8);
    }

    #[test]
    fn a_sink_that_has_enough_ends_a_source_without_end() {
        let mut sink = Collected { results: Vec::new(), enough: 5 };
        in_order(2, |intake| numbers(intake, usize::MAX), |number| number, &mut sink).unwrap();
        assert_eq!(sink.results, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn what_came_before_an_error_of_the_source_is_worked_on() {
        let mut sink = Collected { results: Vec::new(), enough: usize::MAX };
        let source = |intake: &mut Intake<'_, usize>| {
            numbers(intake, 3)?;
            bail!("the disk is gone")
        };
        let error = in_order(2, source, |number| number, &mut sink).unwrap_err();
        assert_eq!((sink.results, error.to_string().as_str()), (vec![0, 1, 2], "the disk is gone"));
    }

    #[test]
    fn a_closed_budget_lets_nobody_wait() {
        let budget = Budget::new(1);
        assert!(budget.take(BYTES * 2));
        budget.close();
        assert!(!budget.take(1));
    }
}
