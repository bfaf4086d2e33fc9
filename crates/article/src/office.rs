//! Text of DOCX and ODT documents.

use std::io::{Cursor, Read};

use coincide_text::{Span, Text, TextBuilder};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::manuscript::{Block, Manuscript};
use crate::{Error, Kind, ParagraphKind};

/// The largest part of a document that is unpacked, in bytes. A packed bomb stops here.
const LARGEST_PART: u64 = 64 << 20;

/// What a ZIP archive holds, if it is a document that is read.
pub(crate) fn recognise(bytes: &[u8]) -> Option<Kind> {
    if !bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("word/document.xml") {
        Some(Kind::Docx)
    } else if holds("content.xml") {
        Some(Kind::Odt)
    } else {
        None
    }
}

/// The paragraphs of a document. They have no bytes of their own: the text is packed.
pub(crate) fn read(bytes: &[u8], kind: Kind) -> Result<Manuscript, Error> {
    let (format, part) = if kind == Kind::Odt { ("ODT", "content.xml") } else { ("DOCX", "word/document.xml") };
    let damaged = |message: String| Error::Damaged { format, message };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let file = archive.by_name(part).map_err(|error| damaged(format!("{part}: {error}")))?;
    let mut xml = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut xml).map_err(|error| damaged(format!("{part}: {error}")))?;
    if xml.len() as u64 > LARGEST_PART {
        return Err(Error::TooLarge { what: format!("{part}, unpacked,"), limit: LARGEST_PART });
    }
    paragraphs(&xml).map_err(damaged)
}

fn paragraphs(xml: &[u8]) -> Result<Manuscript, String> {
    let mut reader = Reader::from_reader(xml);
    let mut builder = TextBuilder::over(&Text::default());
    let mut blocks = Vec::new();
    let (mut start, mut kind) = (0, ParagraphKind::Body);
    // Text counts inside a paragraph, but for what was deleted or only annotates it.
    let (mut inside, mut silent) = (0_usize, 0_usize);
    let mut buffer = Vec::new();
    loop {
        let event = reader.read_event_into(&mut buffer).map_err(|error| error.to_string())?;
        match event {
            Event::Eof => break,
            Event::Start(tag) => match tag.local_name().as_ref() {
                "p" | "h" => {
                    inside += 1;
                    start = builder.len();
                    kind = if tag.local_name().as_ref() == "h" { ParagraphKind::Heading } else { ParagraphKind::Body };
                }
                "del" | "instrText" | "annotation" | "tracked-changes" | "delText" | "Fallback" => silent += 1,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "p" | "h" => {
                    inside = inside.saturating_sub(1);
                    blocks.push(Block::new(kind, Span::new(start, builder.len())));
                    start = builder.len();
                }
                "del" | "instrText" | "annotation" | "tracked-changes" | "delText" | "Fallback" => {
                    silent = silent.saturating_sub(1)
                }
                _ => {}
            },
            Event::Empty(tag) => match tag.local_name().as_ref() {
                "tab" | "br" | "cr" | "s" | "line-break" => builder.push_inserted(" "),
                "pStyle" => {
                    let style =
                        tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == "val");
                    let style = style.map(|style| style.value.to_ascii_lowercase()).unwrap_or_default();
                    if style.starts_with("title") {
                        kind = ParagraphKind::Title;
                    } else if style.starts_with("heading") {
                        kind = ParagraphKind::Heading;
                    }
                }
                _ => {}
            },
            Event::Text(text) if inside > 0 && silent == 0 => {
                builder.push_inserted(&text);
            }
            Event::GeneralRef(name) if inside > 0 && silent == 0 => builder.push_inserted(&reference(&name)),
            _ => {}
        }
        buffer.clear();
    }
    Ok(Manuscript { text: builder.finish(), blocks, ..Manuscript::default() })
}

/// What `&name;` stands for in XML.
fn reference(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    match name.as_ref() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "\u{fffd}",
    }
    .to_owned()
}
