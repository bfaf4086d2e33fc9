//! gzip members, one after another (RFC 1952), inflated as they are asked for and never further than a ratio.

use std::collections::VecDeque;
use std::io::{self, BufRead, ErrorKind, Read};

use flate2::bufread::GzDecoder;

use super::limits::Limits;
use super::window::Window;

/// What every gzip member begins with: the magic number and the only method there is.
pub(super) const MAGIC: [u8; 3] = [0x1f, 0x8b, 8];

/// The inflated bytes of all members of a source.
///
/// Where a member is damaged or inflates beyond [`Limits::largest_ratio`] there is one error of the kind `InvalidData`;
/// the bytes behind it are those of the next member that can be found.
pub(super) struct Members<R> {
    state: State<R>,
    limits: Limits,
    /// Where the members that were begun last stand: the first inflated byte, and the first byte in the source.
    begun: VecDeque<(u64, u64)>,
    inflated: u64,
    /// Where in the source nothing more was found.
    ended_at: u64,
}

/// The window is owned by the decoder of a member while that is read.
enum State<R> {
    Between(Window<R>),
    Inside(Box<GzDecoder<Window<R>>>),
    Ended,
}

impl<R: Read> Members<R> {
    pub(super) fn new(source: Window<R>, limits: Limits) -> Self {
        Self { state: State::Between(source), limits, begun: VecDeque::new(), inflated: 0, ended_at: 0 }
    }

    /// How much of the source was taken.
    pub(super) fn position(&self) -> u64 {
        match &self.state {
            State::Between(window) => window.position(),
            State::Inside(decoder) => decoder.get_ref().position(),
            State::Ended => self.ended_at,
        }
    }

    /// Where in the source the member begins that holds the inflated byte `position`. What stands before it is not
    /// asked for again.
    pub(super) fn place(&mut self, position: u64) -> u64 {
        while self.begun.get(1).is_some_and(|&(inflated, _)| inflated <= position) {
            self.begun.pop_front();
        }
        self.begun.front().map_or(0, |&(_, offset)| offset)
    }

    /// Stands on the next member; nothing if there is none.
    fn open(&mut self, mut window: Window<R>) -> io::Result<()> {
        let start = window.position();
        let skipped = seek(&mut window)?;
        if window.peek(1).is_empty() {
            self.ended_at = window.position();
        } else {
            self.begun.push_back((self.inflated, window.position()));
            self.state = State::Inside(Box::new(GzDecoder::new(window)));
        }
        if skipped { Err(broken(format!("no gzip data at byte {start}"))) } else { Ok(()) }
    }
}

/// Moves to the next member or to the end. Whether something other than padding was skipped.
fn seek<R: Read>(window: &mut Window<R>) -> io::Result<bool> {
    let mut skipped = false;
    loop {
        let ahead = window.peek(4096);
        // The flags beyond the fifth are reserved and zero.
        let found = ahead.windows(4).position(|bytes| bytes.starts_with(&MAGIC) && bytes[3] < 32);
        let count = found.unwrap_or(if ahead.len() < 4 { ahead.len() } else { ahead.len() - 3 });
        skipped |= ahead[..count].iter().any(|&byte| byte != 0);
        window.consume(count);
        if found.is_some() {
            return Ok(skipped);
        }
        if count == 0 {
            window.fill_buf()?;
            return Ok(skipped);
        }
    }
}

pub(super) fn broken(message: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, message)
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        loop {
            let mut decoder = match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Ok(0),
                State::Between(window) => {
                    self.open(window)?;
                    continue;
                }
                State::Inside(decoder) => decoder,
            };
            let (first, offset) = self.begun.back().copied().unwrap_or_default();
            match decoder.read(into) {
                Ok(0) => self.state = State::Between(decoder.into_inner()),
                Ok(count) => {
                    self.inflated += count as u64;
                    let packed = decoder.get_ref().position();
                    if self.limits.is_bomb(packed - offset, self.inflated - first)
                        || self.limits.are_bombs(packed, self.inflated)
                    {
                        self.state = State::Between(decoder.into_inner());
                        let ratio = self.limits.largest_ratio;
                        return Err(broken(format!(
                            "the gzip data at byte {offset} inflate to more than {ratio} times their size"
                        )));
                    }
                    self.state = State::Inside(decoder);
                    return Ok(count);
                }
                Err(error) => {
                    let told = match error.kind() {
                        ErrorKind::UnexpectedEof => broken(format!("the gzip data at byte {offset} break off")),
                        ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                            broken(format!("the gzip data at byte {offset} are damaged"))
                        }
                        _ => return Err(error),
                    };
                    self.state = State::Between(decoder.into_inner());
                    return Err(told);
                }
            }
        }
    }
}
