use std::io::{self, BufRead, ErrorKind, Read};

/// How much is asked of the source at once, in bytes.
const STEP: usize = 64 << 10;

/// A source seen through a buffer: one can look ahead, put back, and say at which byte one stands.
///
/// A source may break in one place and go on behind it (see [`Members`](super::gzip::Members)): it then gives an error
/// once. The window hands that error on when everything before the break has been taken, so that what stands behind a
/// break never joins what stands before it.
pub(super) struct Window<R> {
    source: R,
    buffer: Vec<u8>,
    /// Where in `buffer` the reader stands.
    at: usize,
    /// Which byte of the source that is.
    position: u64,
    /// How many bytes were put back so far.
    put_back: u64,
    broken: Option<io::Error>,
    ended: bool,
}

impl<R: Read> Window<R> {
    pub(super) fn new(source: R) -> Self {
        Self { source, buffer: Vec::new(), at: 0, position: 0, put_back: 0, broken: None, ended: false }
    }

    pub(super) fn source(&mut self) -> &mut R {
        &mut self.source
    }

    /// The byte at which the reader stands, from 0.
    pub(super) fn position(&self) -> u64 {
        self.position
    }

    /// The next `length` bytes, or fewer where the source ends or breaks before.
    pub(super) fn peek(&mut self, length: usize) -> &[u8] {
        while self.buffer.len() - self.at < length && self.broken.is_none() && !self.ended {
            self.fill();
        }
        let end = self.buffer.len().min(self.at.saturating_add(length));
        &self.buffer[self.at..end]
    }

    /// Puts `bytes`, which were taken last, back. Whether that was done: all in all no more is put back than was taken
    /// for good and `allowance` bytes besides, so that a source cannot have itself read over and over.
    pub(super) fn put_back(&mut self, bytes: &[u8], allowance: u64) -> bool {
        let length = bytes.len() as u64;
        let position = self.position - length;
        if self.put_back + length > position + allowance {
            return false;
        }
        self.buffer.splice(..self.at, bytes.iter().copied());
        self.at = 0;
        self.position = position;
        self.put_back += length;
        true
    }

    fn fill(&mut self) {
        if self.at >= STEP || self.at == self.buffer.len() {
            self.buffer.drain(..self.at);
            self.at = 0;
        }
        let length = self.buffer.len();
        self.buffer.resize(length + STEP, 0);
        let read = loop {
            match self.source.read(&mut self.buffer[length..]) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let count = match read {
            Ok(count) => count,
            Err(error) => {
                self.broken = Some(error);
                0
            }
        };
        self.ended = count == 0 && self.broken.is_none();
        self.buffer.truncate(length + count);
    }
}

impl<R: Read> BufRead for Window<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.peek(1);
        if self.at == self.buffer.len()
            && let Some(error) = self.broken.take()
        {
            return Err(error);
        }
        Ok(&self.buffer[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount;
        self.position += amount as u64;
    }
}

impl<R: Read> Read for Window<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// Takes bytes up to and with the next line feed, or the end, into `line`; at most `limit` bytes are kept. Whether all
/// were kept.
pub(super) fn take_line<R: Read>(window: &mut Window<R>, line: &mut Vec<u8>, limit: u64) -> io::Result<bool> {
    let mut whole = true;
    loop {
        let ahead = window.fill_buf()?;
        let end = ahead.iter().position(|&byte| byte == b'\n').map_or(ahead.len(), |feed| feed + 1);
        let room = usize::try_from(limit.saturating_sub(line.len() as u64)).unwrap_or(usize::MAX);
        whole &= end <= room;
        line.extend_from_slice(&ahead[..end.min(room)]);
        let last = end == 0 || ahead.get(end - 1) == Some(&b'\n');
        window.consume(end);
        if last {
            return Ok(whole);
        }
    }
}

/// Takes up to `length` bytes and keeps them in `kept`, if that is given.
///
/// Returns how many were taken: fewer only where the source ends.
///
/// # Errors
///
/// As the source has them; what was taken before stays in `kept`.
pub(super) fn take<R: Read>(window: &mut Window<R>, length: u64, mut kept: Option<&mut Vec<u8>>) -> io::Result<u64> {
    let mut taken = 0;
    while taken < length {
        let ahead = window.fill_buf()?;
        let count = ahead.len().min(usize::try_from(length - taken).unwrap_or(usize::MAX));
        if count == 0 {
            break;
        }
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(&ahead[..count]);
        }
        window.consume(count);
        taken += count as u64;
    }
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its pieces one by one; an empty one is a break.
    struct Pieces(Vec<&'static [u8]>);

    impl Read for Pieces {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            match self.0.remove(0) {
                [] => Err(ErrorKind::InvalidData.into()),
                piece => (&mut &*piece).read(into),
            }
        }
    }

    #[test]
    fn a_break_is_told_when_everything_before_it_is_taken() {
        let mut window = Window::new(Pieces(vec![b"ab", b"cd", b"", b"ef"]));
        assert_eq!(window.peek(9), b"abcd");
        window.consume(3);
        assert_eq!(window.fill_buf().unwrap(), b"d");
        assert!(window.put_back(b"c", 0));
        assert_eq!(window.peek(9), b"cd");
        assert_eq!(window.position(), 2);
        window.consume(2);
        assert!(!window.put_back(b"abcd", 3) && window.put_back(b"d", 0));
        window.consume(1);
        assert!(window.fill_buf().is_err());
        assert_eq!(window.peek(9), b"ef");
    }

    #[test]
    fn lines_are_kept_up_to_a_limit() {
        let mut window = Window::new(b"ab\ncdefgh\ni".as_slice());
        for (kept, whole) in [(b"ab\n".as_slice(), true), (b"cdef", false), (b"i", true), (b"", true)] {
            let mut line = Vec::new();
            assert_eq!((take_line(&mut window, &mut line, 4).unwrap(), line.as_slice()), (whole, kept));
        }
    }
}
