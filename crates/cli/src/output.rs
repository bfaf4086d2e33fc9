//! Where the result goes.

use std::fs::File;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::{Result, bail};
use coincide::formats::TextOptions;

use crate::arguments::Output;
use crate::exit::{cannot, reason};

/// Columns of a text report that does not go to a terminal: a fixed number, so that it is the same on every machine.
const COLUMNS: u16 = 100;

/// Something to write a result to: a file that was named, or standard output.
pub(crate) fn open(file: Option<&Path>) -> Result<Box<dyn Write + Send>> {
    Ok(match file {
        Some(path) => {
            let file = File::create(path).map_err(cannot("write to", path))?;
            Box::new(BufWriter::new(file))
        }
        None => Box::new(BufWriter::new(std::io::stdout())),
    })
}

/// Writes a whole result.
pub(crate) fn write(file: Option<&Path>, result: &[u8]) -> Result<()> {
    let mut out = open(file)?;
    finish(out.write_all(result).and_then(|()| out.flush())).map(|_| ())
}

/// What became of writing: `false` if the reader has gone, which is its own business and no error.
pub(crate) fn finish(result: std::io::Result<()>) -> Result<bool> {
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => bail!("cannot write the result: {}", reason(&error)),
    }
}

/// Whether to write on after writing came to `result`: not if the reader has gone.
pub(crate) fn go_on(result: std::io::Result<()>) -> Result<ControlFlow<()>> {
    Ok(if finish(result)? { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
}

impl Output {
    /// How a text report is set; `width` is what the configuration says.
    pub(crate) fn text_options(&self, width: Option<u16>) -> TextOptions {
        let to_terminal = self.output.is_none() && std::io::stdout().is_terminal();
        let terminal =
            || to_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| width.0.clamp(40, 140));
        TextOptions {
            width: usize::from(self.width.or(width).or_else(terminal).unwrap_or(COLUMNS)),
            colour: self.in_colour(),
            unicode: !self.ascii,
            verbose: self.verbose,
        }
    }

    fn in_colour(&self) -> bool {
        match anstream::ColorChoice::global() {
            anstream::ColorChoice::Auto if self.output.is_some() => false,
            anstream::ColorChoice::Auto => {
                anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
            }
            choice => choice != anstream::ColorChoice::Never,
        }
    }
}
