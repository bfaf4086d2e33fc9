//! A corpus: any number of inputs, each of which is worked on alone.

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;
use coincide::{Content, Input, Limits, Options, PassedOver, Problem};

use crate::arguments::{Reading, Work};
use crate::exit::{self, reason, tell, tell_passed_over};
use crate::failures::Failures;
use crate::inputs::Inputs;
use crate::places::{Place, Places};
use crate::progress::Progress;
use crate::stream::{self, Intake, Sink};

/// What commands take that work on each input alone.
#[derive(Args, Debug)]
pub(crate) struct Corpus {
    /// Stop at the first input that cannot be read
    #[arg(long, visible_alias = "no-keep-going", overrides_with = "keep_going", help_heading = "Inputs")]
    fail_fast: bool,
    /// Go on when an input cannot be read: this is the default
    #[arg(long, overrides_with = "fail_fast", help_heading = "Inputs")]
    keep_going: bool,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    work: Work,
    #[command(flatten)]
    reading: Reading,
}

/// What was made of one input.
pub(crate) struct Made<T> {
    /// One thing for each of its articles.
    pub(crate) made: Vec<T>,
    /// What could not be read.
    pub(crate) problems: Vec<Problem>,
}

/// Where what was made goes, in the order of the inputs.
pub(crate) trait Output<T> {
    /// Writes what was made of one article.
    fn write(&mut self, made: T) -> std::io::Result<()>;

    /// Sees to it that what was written can be seen.
    fn flush(&mut self) -> std::io::Result<()>;
}

/// What became of a corpus.
pub(crate) struct Outcome {
    /// Articles that were written.
    pub(crate) articles: usize,
    /// Inputs that could not be read, in whole or in part.
    pub(crate) failed: usize,
}

/// What comes out for one input.
type Worked<T> = std::result::Result<Made<T>, coincide::Error>;

impl Corpus {
    /// Does `work` on everything that `names` stand for, on every core, and writes what it makes to `output` in the
    /// order of the inputs. What cannot be read is told as it happens, and counted at the end.
    ///
    /// # Errors
    ///
    /// If nothing can be written, or what the command line or a side file says cannot be understood.
    pub(crate) fn run<T: Send>(
        &self,
        names: &[PathBuf],
        label: &'static str,
        work: impl Fn(Input, &Options) -> Worked<T> + Sync,
        output: &mut impl Output<T>,
    ) -> Result<Outcome> {
        let own_output = self.output.as_deref().and_then(|path| path.canonicalize().ok());
        if names.iter().filter(|name| name.as_os_str() == "-").count() > 1 {
            bail!("standard input can be read once, and `-` stands more than once");
        }
        let jobs = self.work.start(None);
        let options = Options { article_field: self.reading.article_field.clone(), ..Options::default() };
        let mut inputs = Inputs::new(&self.reading)?;
        let to_terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let progress = if to_terminal { Progress::hidden() } else { Progress::start(label, None) };
        let mut sink = Tally {
            output,
            progress: &progress,
            label,
            fail_fast: self.fail_fast,
            failures: Failures::default(),
            articles: 0,
        };
        let (mut files, mut records) = (0, PassedOver::default());
        let all = names.to_vec();
        progress.set_total(move || Places::bytes(&all));
        let source = |intake: &mut Intake<'_, Input>| {
            let mut places = Places::new(names);
            for place in places.by_ref() {
                // A result that is written into a folder that is read is no input.
                let is_output = |path: &Path| own_output.is_some() && path.canonicalize().ok() == own_output;
                if matches!(&place, Place::File(path) if is_output(path)) {
                    continue;
                }
                if put(&place, &mut inputs, intake, &progress, &mut records)?.is_break() {
                    return Ok(());
                }
            }
            files = places.passed_over();
            inputs.finish().map(|_| ())
        };
        stream::in_order(jobs, source, |input| guarded(input, &work, &options), &mut sink)?;
        let Tally { failures, articles, .. } = sink;
        drop(progress);
        tell_passed_over(files);
        tell_records(&records);
        failures.finish();
        if articles == 0 && failures.total() == 0 {
            tell("error", "there is no article in the inputs");
        }
        Ok(Outcome { articles, failed: failures.total() })
    }
}

/// Divides what stands at `place` into inputs and hands them over.
fn put(
    place: &Place,
    inputs: &mut Inputs,
    intake: &mut Intake<'_, Input>,
    progress: &Progress,
    passed_over: &mut PassedOver,
) -> Result<ControlFlow<()>> {
    let about = inputs.about(place)?;
    let source: Box<dyn Read> = match place {
        Place::Standard => Box::new(std::io::stdin().lock()),
        Place::File(path) => match File::open(path) {
            Ok(file) => Box::new(file),
            Err(error) => return Ok(intake.put(missing(about, reason(&error)), 0)),
        },
        Place::Failed(_, why) => return Ok(intake.put(missing(about, why.clone()), 0)),
    };
    let mut captures = coincide::captures(source, Some(&about.name), Limits::default());
    let mut before = 0;
    while let Some(capture) = captures.next() {
        let size = capture.as_ref().map_or(0, |capture| capture.bytes.len());
        let position = captures.position();
        progress.advance(position.saturating_sub(before));
        before = position;
        if intake.put(about.part(capture), size).is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    let PassedOver { other_records, failed_fetches, other_media } = captures.passed_over();
    passed_over.other_records += other_records;
    passed_over.failed_fetches += failed_fetches;
    passed_over.other_media += other_media;
    Ok(ControlFlow::Continue(()))
}

/// Says on standard error how many records of archives hold no page.
fn tell_records(passed_over: &PassedOver) {
    let PassedOver { other_records, failed_fetches, other_media } = *passed_over;
    let kinds = [
        (other_records, "requests and the like"),
        (failed_fetches, "redirections and errors"),
        (other_media, "pictures, styles, scripts and other media"),
    ];
    let kinds: Vec<String> =
        kinds.iter().filter(|(count, _)| *count > 0).map(|(count, kind)| format!("{count} {kind}")).collect();
    if !kinds.is_empty() {
        tell("note", &format!("records of archives that are no page: {}", kinds.join(", ")));
    }
}

fn missing(about: Input, why: String) -> Input {
    Input { content: Content::Missing(why), ..about }
}

/// A failure on one input is not to lose the others; the panic itself has been told on standard error.
fn guarded<T>(input: Input, work: impl Fn(Input, &Options) -> Worked<T>, options: &Options) -> Worked<T> {
    let name = input.name.clone();
    catch_unwind(AssertUnwindSafe(|| work(input, options))).unwrap_or_else(|_| {
        let failed = coincide::read([Input::missing(name, "reading this input failed")], options)?;
        Ok(Made { made: Vec::new(), problems: failed.problems })
    })
}

/// Writes what was made and remembers what became of the inputs.
struct Tally<'a, O> {
    output: &'a mut O,
    progress: &'a Progress,
    label: &'static str,
    fail_fast: bool,
    failures: Failures,
    articles: usize,
}

impl<T, O: Output<T>> Sink<Worked<T>> for Tally<'_, O> {
    fn take(&mut self, result: Worked<T>) -> Result<ControlFlow<()>> {
        let Made { made, problems } = exit::told(result)?;
        self.articles += made.len();
        let failed = self.failures.add(made.len(), &problems, self.progress);
        for made in made {
            if crate::output::go_on(self.output.write(made))?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        self.progress.set_label(|| match self.failures.total() {
            0 => format!("{}: {} articles", self.label, self.articles),
            failed => format!("{}: {} articles, {failed} failed", self.label, self.articles),
        });
        Ok(if failed && self.fail_fast { ControlFlow::Break(()) } else { ControlFlow::Continue(()) })
    }

    fn idle(&mut self) -> Result<ControlFlow<()>> {
        crate::output::go_on(self.output.flush())
    }
}
