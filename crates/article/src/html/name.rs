//! Names of elements, and what the HTML standard says of each.

/// Makes the enum, the way from a tag's name to it and back.
macro_rules! names {
    ($($variant:ident = $name:literal),* $(,)?) => {
        /// The name of an element; `Other` for what the HTML standard does not name (custom elements, say).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Name {
            /// The page itself, around everything.
            Page,
            /// A name of no element of HTML.
            Other,
            $($variant),*
        }

        impl Name {
            /// How many names there are.
            pub(crate) const COUNT: usize = 2 + [$($name),*].len();

            /// The name written as `name` in a tag, in lower case.
            pub(crate) fn of(name: &[u8]) -> Self {
                $(const $variant: &[u8] = $name.as_bytes();)*
                match name {
                    $($variant => Self::$variant,)*
                    _ => Self::Other,
                }
            }
        }
    };
}

#[rustfmt::skip]
#[allow(non_upper_case_globals)]
mod list {
    names! {
        A = "a", Abbr = "abbr", Address = "address", Area = "area", Article = "article", Aside = "aside",
        Audio = "audio", B = "b", Base = "base", Blockquote = "blockquote", Body = "body", Br = "br",
        Button = "button", Canvas = "canvas", Caption = "caption", Center = "center", Cite = "cite", Code = "code",
        Col = "col", Colgroup = "colgroup", Dd = "dd", Del = "del", Details = "details", Dialog = "dialog", Dir = "dir", Div = "div",
        Dl = "dl", Dt = "dt", Em = "em", Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption",
        Figure = "figure", Font = "font", Footer = "footer", Form = "form", Frame = "frame", H1 = "h1", H2 = "h2",
        H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header", Hgroup = "hgroup", Hr = "hr",
        Html = "html", I = "i", Iframe = "iframe", Img = "img", Input = "input", Ins = "ins", Label = "label",
        Li = "li", Link = "link", Main = "main", Map = "map", Math = "math", Menu = "menu", Meta = "meta",
        Nav = "nav", Noembed = "noembed", Noframes = "noframes", Noscript = "noscript", Object = "object",
        Ol = "ol", Optgroup = "optgroup", Option = "option", P = "p", Param = "param", Picture = "picture",
        Pre = "pre", Q = "q", S = "s", Samp = "samp", Script = "script", Search = "search", Section = "section",
        Select = "select", Small = "small", Source = "source", Span = "span", Strong = "strong", Style = "style",
        Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg", Table = "table", Tbody = "tbody", Td = "td",
        Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th", Thead = "thead", Time = "time",
        Title = "title", Tr = "tr", Track = "track", U = "u", Ul = "ul", Video = "video", Wbr = "wbr", Xmp = "xmp",
    }
}
pub(crate) use list::Name;

impl Name {
    /// Whether it holds nothing and has no end tag.
    pub(crate) const fn is_void(self) -> bool {
        use Name::{Area, Base, Br, Col, Embed, Frame, Hr, Img, Input, Link, Meta, Param, Source, Track, Wbr};
        matches!(
            self,
            Area | Base | Br | Col | Embed | Frame | Hr | Img | Input | Link | Meta | Param | Source | Track | Wbr
        )
    }

    /// Whether a line of text ends where it begins and where it ends: `display: block` and its kin by default.
    pub(crate) const fn is_block(self) -> bool {
        use Name::{
            Address, Article, Aside, Blockquote, Body, Caption, Center, Dd, Details, Dialog, Dir, Div, Dl, Dt,
            Fieldset, Figcaption, Figure, Footer, Form, H1, H2, H3, H4, H5, H6, Head, Header, Hgroup, Hr, Html, Li,
            Main, Menu, Nav, Ol, Optgroup, Option, P, Page, Pre, Search, Section, Summary, Table, Tbody, Td, Tfoot, Th,
            Thead, Title, Tr, Ul, Xmp,
        };
        matches!(
            self,
            Address
                | Article
                | Aside
                | Blockquote
                | Body
                | Caption
                | Center
                | Dd
                | Details
                | Dialog
                | Dir
                | Div
                | Dl
                | Dt
                | Fieldset
                | Figcaption
                | Figure
                | Footer
                | Form
                | H1
                | H2
                | H3
                | H4
                | H5
                | H6
                | Head
                | Header
                | Hgroup
                | Hr
                | Html
                | Li
                | Main
                | Menu
                | Nav
                | Ol
                | Optgroup
                | Option
                | P
                | Page
                | Pre
                | Search
                | Section
                | Summary
                | Table
                | Tbody
                | Td
                | Tfoot
                | Th
                | Thead
                | Title
                | Tr
                | Ul
                | Xmp
        )
    }

    /// Whether what it holds is never part of a page's text: programs, styles, controls, drawings.
    pub(crate) const fn is_silent(self) -> bool {
        use Name::{
            Audio, Button, Canvas, Dialog, Head, Iframe, Math, Noembed, Noframes, Noscript, Object, Option, Script,
            Select, Style, Svg, Template, Textarea, Title, Video,
        };
        matches!(
            self,
            Audio
                | Button
                | Canvas
                | Dialog
                | Head
                | Iframe
                | Math
                | Noembed
                | Noframes
                | Noscript
                | Object
                | Option
                | Script
                | Select
                | Style
                | Svg
                | Template
                | Textarea
                | Title
                | Video
        )
    }

    /// Whether it marks a phrase within a line.
    pub(crate) const fn is_phrasing(self) -> bool {
        use Name::{
            Abbr, B, Cite, Code, Del, Em, Font, I, Ins, Label, Map, Picture, Q, S, Samp, Small, Span, Strong, Sub, Sup,
            Time, U,
        };
        matches!(
            self,
            Abbr | B
                | Cite
                | Code
                | Del
                | Em
                | Font
                | I
                | Ins
                | Label
                | Map
                | Picture
                | Q
                | S
                | Samp
                | Small
                | Span
                | Strong
                | Sub
                | Sup
                | Time
                | U
        )
    }

    /// Whether it is a heading.
    pub(crate) const fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }

    /// Whether it may stand in the head of a page.
    pub(super) const fn is_of_head(self) -> bool {
        use Name::{Base, Head, Html, Link, Meta, Noscript, Script, Style, Template, Title};
        matches!(self, Base | Head | Html | Link | Meta | Noscript | Script | Style | Template | Title)
    }

    /// Whether its start ends a paragraph that is open.
    pub(super) const fn ends_paragraph(self) -> bool {
        use Name::{Body, Caption, Head, Html, Option, Page, Tbody, Td, Tfoot, Th, Thead, Title, Tr};
        self.is_block()
            && !matches!(
                self,
                Body | Caption | Head | Html | Option | Page | Tbody | Td | Tfoot | Th | Thead | Title | Tr
            )
    }

    /// Whether an end tag inside does not reach what is open outside of it ("scope" in the HTML standard).
    pub(super) const fn is_scope(self) -> bool {
        use Name::{Caption, Html, Object, Page, Table, Td, Template, Th};
        matches!(self, Caption | Html | Object | Page | Table | Td | Template | Th)
    }
}
