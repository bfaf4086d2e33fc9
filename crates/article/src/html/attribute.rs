//! The attributes that say something about an article.

/// Longer values are left out: they are data for programs, not words about the page.
pub(crate) const LONGEST_VALUE: usize = 1 << 14;

/// An attribute that is kept; of all others the value is not even copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attribute {
    /// The name of an element that HTML does not name.
    Element,
    AriaHidden,
    AriaLabel,
    Cite,
    Class,
    Content,
    /// `data-date`, `data-published-time`, and whatever else a page keeps for a clock.
    DataTime,
    /// `data-component`, `data-testid` and such: what a page's own programs call the element.
    DataName,
    DateTime,
    Hidden,
    Href,
    Id,
    ItemProp,
    ItemType,
    Lang,
    /// `name` of a `meta` element.
    Name,
    Property,
    Rel,
    Role,
    Src,
    Style,
    Title,
    Type,
    TypeOf,
    Value,
}

impl Attribute {
    /// The attribute of this name, if it is kept.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"class" => Self::Class,
            b"id" => Self::Id,
            b"href" => Self::Href,
            b"style" => Self::Style,
            b"src" => Self::Src,
            b"rel" => Self::Rel,
            b"name" => Self::Name,
            b"property" => Self::Property,
            b"content" => Self::Content,
            b"itemprop" => Self::ItemProp,
            b"itemtype" => Self::ItemType,
            b"typeof" => Self::TypeOf,
            b"datetime" => Self::DateTime,
            b"title" => Self::Title,
            b"type" => Self::Type,
            b"role" => Self::Role,
            b"lang" | b"xml:lang" => Self::Lang,
            b"cite" => Self::Cite,
            b"hidden" => Self::Hidden,
            b"value" => Self::Value,
            b"aria-label" => Self::AriaLabel,
            b"aria-hidden" => Self::AriaHidden,
            _ => return Self::of_data(name.strip_prefix(b"data-")?),
        })
    }

    fn of_data(name: &[u8]) -> Option<Self> {
        let has = |word: &str| name.windows(word.len()).any(|window| window == word.as_bytes());
        if matches!(
            name,
            b"component" | b"component-name" | b"testid" | b"test-id" | b"qa" | b"type" | b"module" | b"role" | b"name"
        ) {
            return Some(Self::DataName);
        }
        (has("date") || has("time") || has("publi")).then_some(Self::DataTime)
    }

    /// Whether it says what it says without a value.
    pub(super) const fn is_flag(self) -> bool {
        matches!(self, Self::Hidden)
    }

    /// Whether an element with this attribute is not shown.
    pub(super) fn hides(self, value: &[u8]) -> bool {
        match self {
            Self::Hidden => true,
            Self::AriaHidden => false,
            Self::Style => {
                let mut words = value.split(|byte| matches!(byte, b';' | b'{' | b'}'));
                words.any(|declaration| {
                    let shown: Vec<u8> = declaration
                        .iter()
                        .filter(|byte| !byte.is_ascii_whitespace())
                        .map(u8::to_ascii_lowercase)
                        .collect();
                    shown.starts_with(b"display:none") || shown.starts_with(b"visibility:hidden")
                })
            }
            _ => false,
        }
    }
}
