//! A stream of drafts, one a line, checked on every core.

use std::io::{BufRead, BufReader, Read, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Result, bail};
use coincide::{Line, Options};

use crate::baseline::Baseline;
use crate::exit::{Status, cannot, tell};
use crate::gate::FailOn;
use crate::progress::Progress;
use crate::stream::{self, Intake, Sink};
use crate::{lines, output};

/// What is done with every line.
struct Work<'a> {
    options: &'a Options,
    baseline: &'a Baseline,
    fail_on: FailOn,
}

/// A line of the input that is not blank, and its number, from 1.
struct Numbered {
    number: usize,
    line: lines::Line,
}

/// What came out for a line.
struct Done {
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
    let mut sink = Results { out: &mut out, progress: &progress, lines: 0, failed: 0, status: Status::Clean };
    let source = |intake: &mut Intake<'_, Numbered>| read(input, intake).map_err(cannot("read", file));
    stream::in_order(jobs, source, |line| check_line(&line, &work), &mut sink)?;
    let Results { lines, failed, status, .. } = sink;
    drop(progress);
    output::finish(out.flush())?;
    if lines == 0 {
        bail!("{} holds no line to check", file.display());
    }
    if failed > 0 {
        tell("error", &format!("{failed} of {lines} lines could not be checked"));
    }
    Ok(status)
}

/// Hands the lines of `input` out as long as they are wanted.
fn read(mut input: impl BufRead, intake: &mut Intake<'_, Numbered>) -> std::io::Result<()> {
    let mut number = 0;
    while let Some(line) = lines::next(&mut input)? {
        number += 1;
        let size = match &line {
            lines::Line::Whole(line) if line.iter().all(u8::is_ascii_whitespace) => continue,
            lines::Line::Whole(line) => line.len(),
            lines::Line::TooLong => 0,
        };
        if intake.put(Numbered { number, line }, size).is_break() {
            break;
        }
    }
    Ok(())
}

/// The result of one line, as a line, and what it says of the run.
fn check_line(Numbered { number, line }: &Numbered, work: &Work<'_>) -> Done {
    let (size, mut result) = match line {
        // A failure in one line is not to lose the others; the panic itself has been told on standard error.
        lines::Line::Whole(line) => {
            let checked = catch_unwind(AssertUnwindSafe(|| coincide::check_line(line, *number, work.options)));
            (line.len(), checked.unwrap_or_else(|_| Line::failed(None, *number, "checking this line failed")))
        }
        lines::Line::TooLong => {
            (0, Line::failed(None, *number, &format!("{} is not checked", lines::Line::too_long())))
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
    Done { size, text: text.unwrap_or_default(), status }
}

/// Writes results, and remembers what became of them.
struct Results<'a> {
    out: &'a mut (dyn Write + Send),
    progress: &'a Progress,
    lines: usize,
    failed: usize,
    status: Status,
}

impl Sink<Done> for Results<'_> {
    fn take(&mut self, Done { size, text, status }: Done) -> Result<ControlFlow<()>> {
        self.lines += 1;
        self.failed += usize::from(status == Status::Failed);
        self.status = self.status.max(status);
        self.progress.advance(size as u64 + 1);
        output::go_on(self.out.write_all(text.as_bytes()))
    }

    fn idle(&mut self) -> Result<ControlFlow<()>> {
        output::go_on(self.out.flush())
    }
}
