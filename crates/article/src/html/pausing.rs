use std::fmt;

use html5gum::{Readable, Reader};

/// A reader of a page that stops every now and then.
///
/// The states of html5gum's tokenizer call each other from one attribute in double quotation marks to the next, so an
/// element with many thousands of them would overflow the stack. An error of the reader is what makes all of them
/// return. Raised before the first character of a value is read, it loses nothing: the tokenizer is in the state of the
/// value then, and begins there again when it is asked for its next token.
#[derive(Debug)]
pub(super) struct Pausing<'a> {
    reader: <&'a str as Readable<'a>>::Reader,
    /// How many values, or parts of them, were read since the last stop.
    values: u32,
}

/// The reader stopped; the next token tells how it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pause;

/// How many values are read between two stops: the depth of the calls is some times as much.
const VALUES: u32 = 64;

impl<'a> Pausing<'a> {
    pub(super) fn new(page: &'a str) -> Self {
        Self { reader: page.to_reader(), values: 0 }
    }
}

impl fmt::Display for Pause {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("stopped to go on")
    }
}

impl std::error::Error for Pause {}

impl Reader for Pausing<'_> {
    type Error = Pause;

    #[inline(always)]
    fn read_byte(&mut self) -> Result<Option<u8>, Pause> {
        self.reader.read_byte().map_err(|never| match never {})
    }

    #[inline(always)]
    fn try_read_string(&mut self, string: &[u8], case_sensitive: bool) -> Result<bool, Pause> {
        self.reader.try_read_string(string, case_sensitive).map_err(|never| match never {})
    }

    #[inline(always)]
    fn read_until<'b>(&'b mut self, ends: &[u8], buffer: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Pause> {
        // Only a value in double quotation marks ends with one and has character references in it.
        if ends.starts_with(b"\"&") {
            if self.values == VALUES {
                self.values = 0;
                return Err(Pause);
            }
            self.values += 1;
        }
        self.reader.read_until(ends, buffer).map_err(|never| match never {})
    }
}

#[cfg(test)]
mod tests {
    use html5gum::{DefaultEmitter, Token, Tokenizer};

    use super::*;

    fn tokens<R: Reader>(tokenizer: Tokenizer<R, DefaultEmitter<usize>>) -> Vec<String> {
        tokenizer.filter_map(Result::ok).map(|token| format!("{token:?}")).collect()
    }

    #[test]
    fn a_stop_changes_no_token() {
        let attributes: String =
            (0..1000).map(|n| format!(" a{n}=\"{}\r\n&amp;\" b{n}='' c{n}", "x".repeat(n % 3))).collect();
        let page = format!("<p{attributes}>one</p>\"two\"<!DOCTYPE a \"b&c\">{}", "<i a=\"&\"></i>".repeat(300));
        let pausing = Tokenizer::new_with_emitter(Pausing::new(&page), DefaultEmitter::new_with_span());
        let whole = Tokenizer::new_with_emitter(page.as_str(), DefaultEmitter::new_with_span());
        assert_eq!(tokens(pausing), tokens(whole));
    }

    #[test]
    fn the_stack_does_not_grow_with_the_attributes() {
        let page = format!("<p{}>", " a=\"\"".repeat(200_000));
        let emitter = DefaultEmitter::<()>::default();
        let last = Tokenizer::new_with_emitter(Pausing::new(&page), emitter).last();
        assert!(matches!(last, Some(Ok(Token::StartTag(_)))), "{last:?}");
    }
}
