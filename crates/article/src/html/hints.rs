//! What the name, class, id and role of an element say of it: words that page builders use the world over.

use super::attribute::Attribute;
use super::name::Name;
use super::tree::Tree;

/// A set of hints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Hints(u32);

impl Hints {
    pub(crate) const NAVIGATION: Self = Self(1);
    pub(crate) const FOOTER: Self = Self(1 << 1);
    pub(crate) const HEADER: Self = Self(1 << 2);
    pub(crate) const SIDE: Self = Self(1 << 3);
    pub(crate) const SHARE: Self = Self(1 << 4);
    pub(crate) const COMMENT: Self = Self(1 << 5);
    pub(crate) const RELATED: Self = Self(1 << 6);
    pub(crate) const LISTING: Self = Self(1 << 7);
    pub(crate) const PROMOTION: Self = Self(1 << 8);
    pub(crate) const NOTICE: Self = Self(1 << 9);
    pub(crate) const BYLINE: Self = Self(1 << 10);
    pub(crate) const DATE: Self = Self(1 << 11);
    pub(crate) const TAGS: Self = Self(1 << 12);
    pub(crate) const CAPTION: Self = Self(1 << 13);
    pub(crate) const MEDIA: Self = Self(1 << 14);
    pub(crate) const TITLE: Self = Self(1 << 15);
    pub(crate) const LEAD: Self = Self(1 << 16);
    pub(crate) const ARTICLE: Self = Self(1 << 17);
    pub(crate) const CONTENT: Self = Self(1 << 18);
    /// Both of the last two in one name: `article-body`, `entryContent`.
    pub(crate) const ARTICLE_BODY: Self = Self(1 << 19);
    pub(crate) const QUOTATION: Self = Self(1 << 20);
    pub(crate) const UNSEEN: Self = Self(1 << 21);
    pub(crate) const FORM: Self = Self(1 << 22);
    pub(crate) const WIDGET: Self = Self(1 << 23);
    pub(crate) const CONTENTS: Self = Self(1 << 24);
    pub(crate) const BIOGRAPHY: Self = Self(1 << 25);
    pub(crate) const ADVERTISEMENT: Self = Self(1 << 26);
    /// How many there are.
    pub(crate) const COUNT: u32 = 27;

    /// Those that say where the article is.
    pub(crate) const OF_ARTICLE: Self = Self(
        Self::TITLE.0 | Self::LEAD.0 | Self::ARTICLE.0 | Self::CONTENT.0 | Self::ARTICLE_BODY.0 | Self::QUOTATION.0,
    );

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn only(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The hint at place `index`, from 0.
    pub(crate) const fn at(self, index: u32) -> bool {
        self.0 >> index & 1 == 1
    }

    /// The hints of an element by itself.
    pub(crate) fn of(tree: &Tree, element: usize) -> Self {
        let mut hints = match tree.elements[element].name {
            Name::Nav | Name::Menu => Self::NAVIGATION,
            Name::Footer => Self::FOOTER,
            Name::Header => Self::HEADER,
            Name::Aside => Self::SIDE,
            Name::Form | Name::Fieldset => Self::FORM,
            Name::Figcaption | Name::Caption => Self::CAPTION,
            Name::Figure => Self::MEDIA,
            Name::Blockquote => Self::QUOTATION,
            Name::Article => Self::ARTICLE,
            Name::Main => Self::CONTENT,
            Name::Address => Self::BYLINE,
            _ => Self::default(),
        };
        if tree.elements[element].hidden {
            hints = hints.with(Self::UNSEEN);
        }
        for (attribute, value) in tree.attributes(element) {
            let said = match attribute {
                Attribute::Class | Attribute::Id => words(value, 400),
                Attribute::Role | Attribute::DataName | Attribute::AriaLabel | Attribute::Element => words(value, 80),
                Attribute::ItemProp => property(value),
                Attribute::Rel if value == "author" => Self::BYLINE,
                _ => Self::default(),
            };
            hints = hints.with(said);
        }
        hints
    }
}

/// schema.org's names, which mean what they say.
fn property(value: &str) -> Hints {
    match value {
        "articleBody" | "text" => Hints::ARTICLE_BODY,
        "headline" | "name" => Hints::TITLE,
        "description" | "alternativeHeadline" => Hints::LEAD,
        "author" | "creator" => Hints::BYLINE,
        "datePublished" | "dateModified" | "dateCreated" => Hints::DATE,
        "comment" => Hints::COMMENT,
        "keywords" => Hints::TAGS,
        "caption" => Hints::CAPTION,
        _ => Hints::default(),
    }
}

/// The hints of the words of a name, of which so many bytes are looked at: names that are longer are a style sheet's.
fn words(value: &str, most: usize) -> Hints {
    let bytes = &value.as_bytes()[..value.len().min(most)];
    let mut hints = Hints::default();
    for name in bytes.split(u8::is_ascii_whitespace) {
        let mut own = Hints::default();
        let mut start = 0;
        for at in 0..=name.len() {
            let ends = at == name.len()
                || !name[at].is_ascii_alphanumeric()
                || at > start && name[at].is_ascii_uppercase() && name[at - 1].is_ascii_lowercase();
            if ends {
                own = own.with(word(&name[start..at]));
                start = if at < name.len() && name[at].is_ascii_alphanumeric() { at } else { at + 1 };
            }
        }
        if own.has(Hints::ARTICLE) && own.has(Hints::CONTENT) {
            own = own.with(Hints::ARTICLE_BODY);
        }
        hints = hints.with(own);
    }
    hints
}

/// The hint of one word.
fn word(word: &[u8]) -> Hints {
    const LONGEST: usize = 16;
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()).filter(|lower| lower.len() > 1) else { return Hints::default() };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    match &*lower {
        b"nav" | b"navbar" | b"navigation" | b"menu" | b"submenu" | b"breadcrumb" | b"breadcrumbs" | b"crumbs"
        | b"pagination" | b"pager" | b"paging" | b"toolbar" | b"skip" | b"sitemap" | b"dropdown" | b"megamenu"
        | b"tabs" | b"tablist" | b"subnav" => Hints::NAVIGATION,
        b"footer" | b"foot" | b"colophon" | b"copyright" | b"legal" | b"bottom" | b"contentinfo" => Hints::FOOTER,
        b"header" | b"head" | b"masthead" | b"topbar" | b"top" | b"branding" | b"logo" => Hints::HEADER,
        b"sidebar" | b"aside" | b"side" | b"rail" | b"secondary" | b"complementary" | b"right" => Hints::SIDE,
        b"widget" | b"widgets" | b"module" | b"block" | b"box" | b"infobox" | b"factbox" | b"callout" => Hints::WIDGET,
        b"share" | b"sharing" | b"social" | b"socials" | b"addthis" | b"sharedaddy" | b"sharebar" | b"sharer"
        | b"follow" | b"facebook" | b"whatsapp" | b"bookmark" => Hints::SHARE,
        b"comment" | b"comments" | b"commentlist" | b"disqus" | b"respond" | b"reply" | b"replies" | b"discussion"
        | b"livefyre" | b"viafoura" | b"coral" | b"reviews" => Hints::COMMENT,
        b"related" | b"relateds" | b"recommended" | b"recommendation" | b"recommendations" | b"recommend"
        | b"recirc" | b"recirculation" | b"trending" | b"popular" | b"mostread" | b"more" | b"similar" | b"latest"
        | b"outbrain" | b"taboola" | b"readmore" | b"also" | b"next" | b"previous" | b"prev" | b"further"
        | b"suggested" | b"suggestions" | b"upnext" | b"onward" => Hints::RELATED,
        b"teaser" | b"teasers" | b"card" | b"cards" | b"carousel" | b"slider" | b"listing" | b"feed" | b"grid"
        | b"archive" | b"list" | b"collection" | b"tile" | b"tiles" | b"promoted" | b"swiper" | b"loop" => {
            Hints::LISTING
        }
        b"newsletter" | b"newsletters" | b"subscribe" | b"subscription" | b"signup" | b"promo" | b"promos"
        | b"promotion" | b"cta" | b"offer" | b"donate" | b"donation" | b"paywall" | b"piano" | b"register"
        | b"registration" | b"login" | b"app" | b"shop" | b"product" | b"products" | b"price" | b"affiliate"
        | b"marketing" | b"campaign" => Hints::PROMOTION,
        b"ad" | b"ads" | b"advert" | b"adverts" | b"advertisement" | b"advertising" | b"adslot" | b"adsense"
        | b"dfp" | b"sponsor" | b"sponsored" | b"sponsors" | b"banner" | b"banners" | b"commercial" => {
            Hints::ADVERTISEMENT
        }
        b"cookie" | b"cookies" | b"consent" | b"gdpr" | b"modal" | b"popup" | b"overlay" | b"notice" | b"alert"
        | b"toast" | b"lightbox" | b"disclaimer" | b"disclosure" | b"dialog" | b"privacy" | b"warning" | b"message" => {
            Hints::NOTICE
        }
        b"byline" | b"author" | b"authors" | b"meta" | b"metadata" | b"credit" | b"credits" | b"reporter"
        | b"vcard" | b"info" | b"source" => Hints::BYLINE,
        b"bio" | b"biography" | b"authorbox" | b"about" | b"profile" | b"contributor" | b"contributors" => {
            Hints::BIOGRAPHY
        }
        b"date" | b"time" | b"timestamp" | b"published" | b"publish" | b"pubdate" | b"posted" | b"updated"
        | b"dateline" | b"modified" => Hints::DATE,
        b"tag" | b"tags" | b"taglist" | b"category" | b"categories" | b"topic" | b"topics" | b"keywords" | b"label"
        | b"labels" | b"kicker" | b"eyebrow" | b"badge" | b"hashtag" => Hints::TAGS,
        b"caption" | b"figcaption" | b"captions" | b"legend" => Hints::CAPTION,
        b"image" | b"images" | b"img" | b"photo" | b"photos" | b"picture" | b"gallery" | b"media" | b"video"
        | b"player" | b"audio" | b"figure" | b"slideshow" | b"podcast" | b"thumbnail" => Hints::MEDIA,
        b"title" | b"headline" | b"heading" => Hints::TITLE,
        b"standfirst" | b"lead" | b"lede" | b"dek" | b"deck" | b"subtitle" | b"subheadline" | b"subhead"
        | b"summary" | b"excerpt" | b"intro" | b"introduction" | b"description" | b"abstract" | b"chapo" | b"sapo"
        | b"vorspann" | b"teasertext" => Hints::LEAD,
        b"article" | b"articles" | b"story" | b"post" | b"entry" | b"news" | b"single" | b"blog" | b"hentry" => {
            Hints::ARTICLE
        }
        b"articlebody" | b"storybody" | b"bodytext" | b"storytext" | b"articletext" | b"postbody" | b"richtext"
        | b"wysiwyg" | b"prose" => Hints::ARTICLE_BODY,
        b"content" | b"body" | b"text" | b"main" | b"paragraph" | b"paragraphs" | b"copy" | b"markdown" | b"rte"
        | b"inner" => Hints::CONTENT,
        b"tweet" | b"twitter" | b"instagram" | b"tiktok" | b"embed" | b"embedded" | b"quote" | b"pullquote"
        | b"blockquote" | b"oembed" => Hints::QUOTATION,
        b"hidden" | b"invisible" | b"offscreen" | b"visuallyhidden" | b"sr" | b"screen" | b"hide" | b"print"
        | b"noscript" | b"collapsed" => Hints::UNSEEN,
        b"form" | b"search" | b"searchbox" | b"input" | b"poll" | b"quiz" | b"survey" | b"vote" | b"contact" => {
            Hints::FORM
        }
        b"toc" | b"contents" | b"anchor" | b"jump" | b"outline" => Hints::CONTENTS,
        _ => Hints::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_class() {
        for (class, expected) in [
            ("article-body", Hints::ARTICLE.with(Hints::CONTENT).with(Hints::ARTICLE_BODY)),
            ("articleBody", Hints::ARTICLE.with(Hints::CONTENT).with(Hints::ARTICLE_BODY)),
            ("story content", Hints::ARTICLE.with(Hints::CONTENT)),
            ("RelatedLinks__list", Hints::RELATED.with(Hints::LISTING)),
            ("sidebar", Hints::SIDE),
            ("b x", Hints::default()),
            ("c-byline__time", Hints::BYLINE.with(Hints::DATE)),
            ("", Hints::default()),
        ] {
            assert_eq!(words(class, 400), expected, "{class}");
        }
    }
}
