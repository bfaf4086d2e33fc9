use crate::{Access, Moment, Published};

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) id: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) agency: Option<String>,
    pub(crate) access: Option<Access>,
    pub(crate) published: Option<Published>,
    pub(crate) modified: Option<Published>,
    pub(crate) language: Option<String>,
    pub(crate) captured: Option<Moment>,
}

impl Facts {
    /// These facts, each gap filled from `weaker`.
    pub(crate) fn or(self, weaker: Self) -> Self {
        Self {
            id: self.id.or(weaker.id),
            url: self.url.or(weaker.url),
            outlet: self.outlet.or(weaker.outlet),
            title: self.title.or(weaker.title),
            authors: if self.authors.is_empty() { weaker.authors } else { self.authors },
            agency: self.agency.or(weaker.agency),
            access: self.access.or(weaker.access),
            published: self.published.or(weaker.published),
            modified: self.modified.or(weaker.modified),
            language: self.language.or(weaker.language),
            captured: self.captured.or(weaker.captured),
        }
    }
}
