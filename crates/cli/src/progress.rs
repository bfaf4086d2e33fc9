//! A sign of life on standard error, for work that takes more than a moment.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work shorter than this shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// Time between two drawings.
const TICK: Duration = Duration::from_millis(100);

/// Shows that work goes on until it is dropped. On anything but a terminal it shows nothing.
#[derive(Debug)]
pub(crate) struct Progress {
    shared: Arc<Shared>,
    running: Option<Running>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    /// What is to be done in all; 0 as long as that is not known.
    total: AtomicU64,
    label: Mutex<String>,
}

#[derive(Debug)]
struct Running {
    bar: ProgressBar,
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

impl Progress {
    /// Starts showing `label`; where the `total` of bytes is known, as a bar that fills up as they are done.
    pub(crate) fn start(label: impl Into<String>, total: Option<u64>) -> Self {
        let shared = Arc::new(Shared {
            total: total.unwrap_or_default().into(),
            label: Mutex::new(label.into()),
            ..Shared::default()
        });
        if !std::io::stderr().is_terminal() {
            return Self { shared, running: None };
        }
        let (stop, stopped) = channel::<()>();
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        let (drawn, state) = (bar.clone(), Arc::clone(&shared));
        let thread = std::thread::spawn(move || {
            if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            drawn.set_draw_target(ProgressDrawTarget::stderr());
            drawn.set_style(style("{spinner} {msg} {elapsed}"));
            let mut is_bar = false;
            while stopped.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                let total = state.total.load(Ordering::Relaxed);
                if total > 0 && !is_bar {
                    is_bar = true;
                    drawn.set_length(total);
                    drawn.set_style(style("{msg} [{wide_bar}] {percent}% {binary_bytes_per_sec} {eta}"));
                }
                drawn.set_message(state.label.lock().unwrap_or_else(PoisonError::into_inner).clone());
                drawn.set_position(state.done.load(Ordering::Relaxed));
                drawn.tick();
            }
            drawn.finish_and_clear();
        });
        Self { shared, running: Some(Running { bar, stop, thread }) }
    }

    /// Nothing, for work whose results go to the terminal themselves.
    pub(crate) fn hidden() -> Self {
        Self { shared: Arc::default(), running: None }
    }

    /// Says that `amount` more is done.
    pub(crate) fn advance(&self, amount: u64) {
        self.shared.done.fetch_add(amount, Ordering::Relaxed);
    }

    /// Says how much there is to do in all. It is counted beside the work, which does not wait for it.
    pub(crate) fn set_total(&self, count: impl FnOnce() -> u64 + Send + 'static) {
        if self.running.is_some() {
            let shared = Arc::clone(&self.shared);
            std::thread::spawn(move || shared.total.store(count(), Ordering::Relaxed));
        }
    }

    /// Says what is shown in place of the label.
    pub(crate) fn set_label(&self, label: impl FnOnce() -> String) {
        if self.running.is_some() {
            *self.shared.label.lock().unwrap_or_else(PoisonError::into_inner) = label();
        }
    }

    /// Writes to standard error by `write` without the bar in the way.
    pub(crate) fn aside(&self, write: impl FnOnce()) {
        match &self.running {
            Some(running) => running.bar.suspend(write),
            None => write(),
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(Running { stop, thread, .. }) = self.running.take() {
            drop(stop);
            // The bar is cleared before anything else is written.
            let _ = thread.join();
        }
    }
}
