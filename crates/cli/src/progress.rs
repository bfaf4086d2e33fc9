//! A sign of life on standard error, for work that takes more than a moment.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// Time between two drawings.
const TICK: Duration = Duration::from_millis(100);

/// Shows that work goes on until it is dropped. On anything but a terminal it shows nothing.
#[derive(Debug)]
pub(crate) struct Progress {
    done: Arc<AtomicU64>,
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Starts showing `label`; where `total` is known, as a bar that fills up as [`advance`](Self::advance) is called.
    pub(crate) fn start(label: impl Into<String>, total: Option<u64>) -> Self {
        let done = Arc::new(AtomicU64::new(0));
        if !std::io::stderr().is_terminal() {
            return Self { done, running: None };
        }
        let (stop, stopped) = channel::<()>();
        let (label, count) = (label.into(), Arc::clone(&done));
        let thread = std::thread::spawn(move || {
            if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
            let template =
                if total.is_some() { "{msg} [{wide_bar}] {percent}% {eta}" } else { "{spinner} {msg} {elapsed}" };
            bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.set_message(label);
            while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                bar.set_position(count.load(Ordering::Relaxed));
                bar.tick();
            }
            bar.finish_and_clear();
        });
        Self { done, running: Some((stop, thread)) }
    }

    /// Says that `amount` more is done.
    pub(crate) fn advance(&self, amount: u64) {
        self.done.fetch_add(amount, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // The bar is cleared before anything else is written.
            let _ = thread.join();
        }
    }
}
