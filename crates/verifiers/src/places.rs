//! How much is done at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

/// A bounded number of numbered places to work in, for all callers together.
///
/// Threads are started for each call and wait truly for a place. Those of a pool of rayon would take up other work of the
/// pool while they wait, a check of another draft that waits in turn, and so on down the stack.
pub(crate) struct Places {
    free: Mutex<Vec<usize>>,
    freed: Condvar,
    count: usize,
}

impl Places {
    /// At least one place.
    pub(crate) fn new(count: usize) -> Self {
        let count = count.max(1);
        Self { free: Mutex::new((0..count).collect()), freed: Condvar::new(), count }
    }

    /// How many places there are.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// What `work` gives for each of the first numbers, done in the order `order`, which has each of them once; its first
    /// argument is the place. There is nothing for those whose thread ended early.
    pub(crate) fn map<R: Send>(&self, order: &[usize], work: impl Fn(usize, usize) -> R + Sync) -> Vec<Option<R>> {
        let next = AtomicUsize::new(0);
        let share = || {
            let mut done = Vec::new();
            while let Some(&index) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                let place = self.take();
                done.push((index, work(place.number, index)));
            }
            done
        };
        let mut results: Vec<Option<R>> = order.iter().map(|_| None).collect();
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..self.count.min(order.len())).map(|_| scope.spawn(share)).collect();
            for (index, result) in threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()) {
                if let Some(slot) = results.get_mut(index) {
                    *slot = Some(result);
                }
            }
        });
        results
    }

    fn take(&self) -> Place<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if let Some(number) = free.pop() {
                return Place { places: self, number };
            }
            free = self.freed.wait(free).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A place that is taken until this is dropped.
struct Place<'a> {
    places: &'a Places,
    number: usize,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.places.free.lock().unwrap_or_else(PoisonError::into_inner).push(self.number);
        self.places.freed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_and_the_bound_for_several_callers() {
        let places = Places::new(2);
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |place: usize, index: usize| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(std::time::Duration::from_millis(2));
            now.fetch_sub(1, Ordering::SeqCst);
            assert!(place < 2);
            index * 10
        };
        let call = || places.map(&[3, 0, 2, 1], work);
        std::thread::scope(|scope| {
            let calls: Vec<_> = (0..3).map(|_| scope.spawn(call)).collect();
            for call in calls {
                assert_eq!(call.join().unwrap(), [Some(0), Some(10), Some(20), Some(30)]);
            }
        });
        assert!(most.load(Ordering::SeqCst) <= 2);
    }

    #[test]
    fn gives_a_place_back_after_a_panic() {
        let places = Places::new(1);
        let results = places.map(&[0], |_, index| if index == 0 { panic!("on purpose") } else { index });
        assert_eq!(results, [None]);
        assert_eq!(places.map(&[0], |_, index| index), [Some(0)]);
    }
}
