use coincide_article::{Capture, CaptureError};

/// A draft or a source of articles: a name, its bytes, and what is known of it besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input {
    /// What it is called in results. Its ending may tell what it is; nothing is opened by it.
    pub name: String,
    /// Its bytes, of any kind that is read; or why there are none, in words.
    pub content: Content,
    /// Who published it, if the caller knows better than the input.
    pub outlet: Option<String>,
    /// Its headline, if the caller knows better than the input.
    pub title: Option<String>,
    /// Where it was published, if the caller knows better than the input.
    pub url: Option<String>,
    /// When it was published, if the caller knows better than the input: `2031-05-04`, `4 May 2031 10:15 EST`.
    pub published: Option<String>,
}

/// What an input holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Plain text as it is: no record, page or Markdown is looked for in it.
    Text(String),
    /// Bytes of a kind that is to be found out.
    Bytes(Vec<u8>),
    /// A part of an archive or a collection: see [`captures`](crate::captures).
    Capture(Box<Capture>),
    /// A part that could not be read. It takes part in the result as a finding, X002.
    Unread(CaptureError),
    /// Nothing, and why. It takes part in the result as a finding, X002.
    Missing(String),
}

impl Default for Content {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Input {
    /// An input of any kind: plain text, Markdown, a page, a record, JSON lines, a feed, an archive, a document.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), content: Content::Bytes(bytes.into()), ..Self::default() }
    }

    /// An input that is plain text.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), content: Content::Text(text.into()), ..Self::default() }
    }

    /// This input's name and what is known of it, with a part of it as content.
    #[must_use]
    pub fn part(&self, capture: Result<Capture, CaptureError>) -> Self {
        let content = match capture {
            Ok(capture) => Content::Capture(Box::new(capture)),
            Err(error) => Content::Unread(error),
        };
        Self { content, ..self.clone() }
    }

    /// An input that could not be obtained, and why: a missing file, say.
    pub fn missing(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self { name: name.into(), content: Content::Missing(why.into()), ..Self::default() }
    }

    /// With its outlet.
    #[must_use]
    pub fn outlet(mut self, outlet: impl Into<String>) -> Self {
        self.outlet = Some(outlet.into());
        self
    }

    /// With its headline.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// With the time it was published.
    #[must_use]
    pub fn published(mut self, published: impl Into<String>) -> Self {
        self.published = Some(published.into());
        self
    }

    /// With the place where it was published.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }
}
