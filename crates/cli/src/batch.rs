//! A stream of drafts, one a line, checked on every core.
//!
//! Lines are read one after the other, checked by several threads and written in the order they were read. What is
//! under way at one time is bounded in bytes, so memory is bounded by the longest line, however long the stream is and
//! however much slower one line is than those behind it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Condvar, Mutex, PoisonError};

use anyhow::{Result, bail};
use coincide::{Line, Options};

use crate::baseline::Baseline;
use crate::exit::{Status, cannot, tell};
use crate::gate::FailOn;
use crate::output;
use crate::progress::Progress;

/// A line longer than this is not checked. Its result says so, and the lines after it are checked all the same.
const LONGEST: usize = 32 << 20;
/// Bytes of input under way at one time; a longer line is under way alone.
const UNDER_WAY: usize = 16 << 20;
/// Lines under way at one time, for each thread.
const LINES_EACH: usize = 64;

/// What is done with every line.
struct Work<'a> {
    options: &'a Options,
    baseline: &'a Baseline,
    fail_on: FailOn,
}

/// A line of the input that is not blank.
struct Job {
    /// Its place among them, from 0.
    index: usize,
    /// The number of the line, from 1.
    number: usize,
    content: Content,
    size: usize,
}

enum Content {
    Line(Vec<u8>),
    TooLong,
}

/// What came out for a line.
struct Done {
    index: usize,
    size: usize,
    text: String,
    status: Status,
}

/// Checks every line of `file`, or of standard input if it is `-`, with `jobs` threads.
pub(crate) fn run(
    file: &Path,
    result: Option<&Path>,
    jobs: usize,
    options: &Options,
    baseline: &Baseline,
    fail_on: FailOn,
) -> Result<Status> {
    let (input, length): (Box<dyn Read + Send>, Option<u64>) = if file == Path::new("-") {
        (Box::new(std::io::stdin()), None)
    } else {
        let opened = std::fs::File::open(file).map_err(cannot("read", file))?;
        let metadata = opened.metadata().map_err(cannot("read", file))?;
        if metadata.is_dir() {
            bail!("cannot read {}: a folder, not a file", file.display());
        }
        let length = metadata.is_file().then_some(metadata.len());
        (Box::new(opened), length)
    };
    let mut input = BufReader::with_capacity(1 << 16, input);
    let start = input.fill_buf().map_err(cannot("read", file))?;
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        bail!("cannot read {}: a batch is read as UTF-8, and this is UTF-16", file.display());
    }
    let mut out = output::open(result)?;
    let progress = Progress::start("checking", length);
    let work = Work { options, baseline, fail_on };
    let summary = stream(input, &mut out, jobs, &work, &progress).map_err(cannot("read", file))?;
    drop(progress);
    output::finish(summary.written.and_then(|()| out.flush()))?;
    if summary.lines == 0 {
        bail!("{} holds no line to check", file.display());
    }
    if summary.failed > 0 {
        tell("error", &format!("{} of {} lines could not be checked", summary.failed, summary.lines));
    }
    Ok(summary.status)
}

/// What became of a stream.
struct Summary {
    lines: usize,
    failed: usize,
    status: Status,
    /// Writing stops at its first error, and with it the run.
    written: std::io::Result<()>,
}

fn stream(
    input: impl BufRead + Send,
    out: &mut (dyn Write + Send),
    jobs: usize,
    work: &Work<'_>,
    progress: &Progress,
) -> std::io::Result<Summary> {
    let budget = Budget::new(jobs * LINES_EACH);
    let (to_workers, queue) = channel::<Job>();
    let queue = Mutex::new(queue);
    let (to_writer, done) = channel::<Done>();
    std::thread::scope(|scope| {
        let budget = &budget;
        let reader = scope.spawn(move || read(input, &to_workers, budget));
        for _ in 0..jobs {
            let (queue, to_writer) = (&queue, to_writer.clone());
            scope.spawn(move || check(queue, &to_writer, work));
        }
        drop(to_writer);
        let mut summary = write(&done, out, budget, progress);
        // A reader that is gone must not leave the thread that reads waiting for room.
        budget.close();
        match reader.join() {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(error),
            Err(_) => summary.status = Status::Failed,
        }
        Ok(summary)
    })
}

/// Hands the lines of `input` out as long as there is room for them.
fn read(mut input: impl BufRead, to_workers: &Sender<Job>, budget: &Budget) -> std::io::Result<()> {
    let (mut index, mut number) = (0, 0);
    while let Some(content) = next_line(&mut input, LONGEST)? {
        number += 1;
        let size = match &content {
            Content::Line(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            Content::Line(line) => line.len(),
            Content::TooLong => 0,
        };
        if !budget.take(size) || to_workers.send(Job { index, number, content, size }).is_err() {
            break;
        }
        index += 1;
    }
    Ok(())
}

/// The next line without its end; of a line longer than `longest`, only that it was. Nothing at the end of the input.
fn next_line(input: &mut impl BufRead, longest: usize) -> std::io::Result<Option<Content>> {
    let mut line = Vec::new();
    let limit = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
    if input.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > longest {
        input.skip_until(b'\n')?;
        return Ok(Some(Content::TooLong));
    }
    Ok(Some(Content::Line(line)))
}

/// Checks lines until there are no more, or nobody wants to know.
fn check(queue: &Mutex<Receiver<Job>>, to_writer: &Sender<Done>, work: &Work<'_>) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { index, number, content, size }) = job else { break };
        let (text, status) = check_line(number, &content, work);
        if to_writer.send(Done { index, size, text, status }).is_err() {
            break;
        }
    }
}

/// The result of one line, as a line, and what it says of the run.
fn check_line(number: usize, content: &Content, work: &Work<'_>) -> (String, Status) {
    let mut result = match content {
        // A failure in one line is not to lose the others; the panic itself has been told on standard error.
        Content::Line(line) => catch_unwind(AssertUnwindSafe(|| coincide::check_line(line, number, work.options)))
            .unwrap_or_else(|_| Line::failed(None, number, "checking this line failed")),
        Content::TooLong => {
            Line::failed(None, number, &format!("a line longer than {} MiB is not checked", LONGEST >> 20))
        }
    };
    let status = match &mut result {
        Line::Checked(check) => {
            let known = work.baseline.apply(check);
            if known > 0 {
                check.options.insert("known_findings".to_owned(), known.into());
            }
            work.fail_on.status(&check.findings)
        }
        Line::Failed(_) => Status::Failed,
    };
    let text = match &result {
        Line::Checked(check) => coincide::formats::jsonl(check),
        Line::Failed(failed) => coincide::formats::jsonl(failed),
    };
    // None of these values has a map whose keys are not strings, the one thing JSON cannot hold.
    (text.unwrap_or_default(), status)
}

/// Writes results in the order of their lines.
fn write(done: &Receiver<Done>, out: &mut dyn Write, budget: &Budget, progress: &Progress) -> Summary {
    let mut summary = Summary { lines: 0, failed: 0, status: Status::Clean, written: Ok(()) };
    let mut waiting = BTreeMap::new();
    loop {
        // Whoever reads the results one by one sees each before the next is asked for.
        let result = match done.try_recv() {
            Ok(result) => result,
            Err(_) => {
                summary.written = out.flush();
                match done.recv() {
                    Ok(result) if summary.written.is_ok() => result,
                    _ => return summary,
                }
            }
        };
        waiting.insert(result.index, result);
        while let Some(result) = waiting.remove(&summary.lines) {
            summary.written = out.write_all(result.text.as_bytes());
            if summary.written.is_err() {
                return summary;
            }
            summary.lines += 1;
            summary.failed += usize::from(result.status == Status::Failed);
            summary.status = summary.status.max(result.status);
            budget.give_back(result.size);
            progress.advance(result.size as u64 + 1);
        }
    }
}

/// Room for what is under way.
struct Budget {
    state: Mutex<Used>,
    changed: Condvar,
    lines: usize,
}

#[derive(Default)]
struct Used {
    bytes: usize,
    lines: usize,
    closed: bool,
}

impl Budget {
    fn new(lines: usize) -> Self {
        Self { state: Mutex::default(), changed: Condvar::new(), lines }
    }

    /// Waits until there is room for a line of `size` bytes and takes it; `false` if the run is over.
    fn take(&self, size: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |used: &mut Used| {
            !used.closed && used.lines > 0 && (used.bytes + size > UNDER_WAY || used.lines >= self.lines)
        };
        let mut state = self.changed.wait_while(state, full).unwrap_or_else(PoisonError::into_inner);
        state.bytes += size;
        state.lines += 1;
        !state.closed
    }

    fn give_back(&self, size: usize) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.bytes -= size;
        state.lines -= 1;
        self.changed.notify_all();
    }

    fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_their_ends_and_long_ones_are_passed_over() {
        let mut input = BufReader::with_capacity(4, "one\n\nmuch too long\n12345\nlast".as_bytes());
        let mut lines = Vec::new();
        while let Some(content) = next_line(&mut input, 5).unwrap() {
            lines.push(match content {
                Content::Line(line) => String::from_utf8(line).unwrap(),
                Content::TooLong => "too long".to_owned(),
            });
        }
        assert_eq!(lines, ["one", "", "too long", "12345", "last"]);
    }

    #[test]
    fn a_closed_budget_lets_nobody_wait() {
        let budget = Budget::new(1);
        assert!(budget.take(UNDER_WAY * 2));
        budget.close();
        assert!(!budget.take(1));
    }
}
