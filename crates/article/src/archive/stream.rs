use std::io::{self, BufRead, Read};

use super::gzip::{MAGIC, Members};
use super::limits::Limits;
use super::window::Window;

/// A source with its gzip packing taken off, if it has one.
pub(super) struct Stream<R> {
    state: State<R>,
    limits: Limits,
}

enum State<R> {
    Unopened(Window<R>),
    Plain(Window<R>),
    Packed(Box<Members<R>>),
    Failed,
}

impl<R: Read> Stream<R> {
    pub(super) fn new(source: R, limits: Limits) -> Self {
        Self { state: State::Unopened(Window::new(source)), limits }
    }

    /// Where in the source that begins which holds the byte `position` of the stream.
    pub(super) fn place(&mut self, position: u64) -> u64 {
        match &mut self.state {
            State::Packed(members) => members.place(position),
            _ => position,
        }
    }

    /// Whether the source was packed.
    pub(super) fn is_packed(&self) -> bool {
        matches!(self.state, State::Packed(_))
    }

    /// How much of the source was taken.
    pub(super) fn position(&self) -> u64 {
        match &self.state {
            State::Unopened(window) | State::Plain(window) => window.position(),
            State::Packed(members) => members.position(),
            State::Failed => 0,
        }
    }
}

impl<R: Read> Read for Stream<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let State::Unopened(window) = &mut self.state {
            let packed = window.peek(MAGIC.len()) == MAGIC;
            let State::Unopened(window) = std::mem::replace(&mut self.state, State::Failed) else { return Ok(0) };
            self.state =
                if packed { State::Packed(Box::new(Members::new(window, self.limits))) } else { State::Plain(window) };
        }
        match &mut self.state {
            State::Plain(window) => {
                let count = window.fill_buf()?.read(into)?;
                window.consume(count);
                Ok(count)
            }
            State::Packed(members) => members.read(into),
            State::Unopened(_) | State::Failed => Ok(0),
        }
    }
}
