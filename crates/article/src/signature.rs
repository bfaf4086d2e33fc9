//! What is no text, by its first bytes, and what can be done about it.

use crate::Error;

/// A kind of file that is not read.
struct Signature {
    /// Where the bytes stand that tell it.
    at: usize,
    bytes: &'static [u8],
    what: &'static str,
    instead: &'static str,
}

const fn starts(bytes: &'static [u8], what: &'static str, instead: &'static str) -> Signature {
    Signature { at: 0, bytes, what, instead }
}

const fn holds(at: usize, bytes: &'static [u8], what: &'static str, instead: &'static str) -> Signature {
    Signature { at, bytes, what, instead }
}

const PAGE: &str = "give the page or feed that it was made from, or its text";
const TEXT: &str = "give the text that goes with it";
const SAVE: &str = "save it as DOCX, ODT or plain text";
const UNPACK: &str = "unpack it, and give the files or their folder";
const EXPORT: &str = "export it as JSON lines";

/// The more telling of two that fit stands first.
const SIGNATURES: &[Signature] = &[
    starts(b"%PDF-", "a PDF document", PAGE),
    starts(b"%!PS", "a PostScript document", PAGE),
    starts(b"{\\rtf", "an RTF document", SAVE),
    starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Office", SAVE),
    holds(30, b"mimetypeapplication/epub+zip", "an EPUB book", "give the pages in it"),
    starts(b"\x89PNG\r\n\x1a\n", "a PNG image", TEXT),
    starts(b"\xff\xd8\xff", "a JPEG image", TEXT),
    starts(b"GIF87a", "a GIF image", TEXT),
    starts(b"GIF89a", "a GIF image", TEXT),
    holds(8, b"WEBP", "a WebP image", TEXT),
    starts(b"II*\0", "a TIFF image", TEXT),
    starts(b"MM\0*", "a TIFF image", TEXT),
    starts(b"\0\0\x01\0", "an icon", TEXT),
    holds(4, b"ftypavif", "an AVIF image", TEXT),
    holds(4, b"ftypheic", "a HEIC image", TEXT),
    holds(4, b"ftypmif1", "a HEIF image", TEXT),
    holds(4, b"ftypM4A", "an M4A recording", TEXT),
    holds(4, b"ftypqt", "a QuickTime video", TEXT),
    holds(4, b"ftyp", "an MP4 video", TEXT),
    starts(b"\x1a\x45\xdf\xa3", "a Matroska or WebM video", TEXT),
    holds(8, b"AVI ", "an AVI video", TEXT),
    starts(b"FLV\x01", "a Flash video", TEXT),
    holds(8, b"WAVE", "a WAV recording", TEXT),
    starts(b"OggS", "an Ogg recording", TEXT),
    starts(b"ID3", "an MP3 recording", TEXT),
    starts(b"fLaC", "a FLAC recording", TEXT),
    starts(b"wOFF", "a font", TEXT),
    starts(b"wOF2", "a font", TEXT),
    starts(b"OTTO\0", "a font", TEXT),
    starts(b"\0\x01\0\0\0", "a font", TEXT),
    starts(b"PK\x03\x04", "a ZIP archive", UNPACK),
    starts(b"PK\x05\x06", "an empty ZIP archive", UNPACK),
    starts(b"\x1f\x8b", "a gzip file inside of another file", UNPACK),
    starts(b"BZh", "a bzip2 file", UNPACK),
    starts(b"(\xb5/\xfd", "a Zstandard file", UNPACK),
    starts(b"\xfd7zXZ\0", "an XZ file", UNPACK),
    starts(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    starts(b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    holds(257, b"ustar", "a tar archive", UNPACK),
    starts(b"filedesc://", "an ARC file, the forerunner of WARC", "convert it to WARC"),
    starts(b"PAR1", "a Parquet file", EXPORT),
    starts(b"ARROW1", "an Arrow file", EXPORT),
    starts(b"\x89HDF\r\n", "an HDF5 file", EXPORT),
    starts(b"SQLite format 3\0", "an SQLite database", EXPORT),
    starts(b"\x7fELF", "a program", TEXT),
    starts(b"\0asm", "a program", TEXT),
    starts(b"\xca\xfe\xba\xbe", "a program", TEXT),
];

/// Formats of which the name stands behind that of their container.
const CONTAINERS: &[(&[u8], &[u8])] = &[(b"WEBP", b"RIFF"), (b"AVI ", b"RIFF"), (b"WAVE", b"RIFF")];

/// Why `bytes` are not read, if they are a file of a kind that is known not to be text.
pub(crate) fn refused(bytes: &[u8]) -> Option<Error> {
    let fits = |signature: &&Signature| {
        let name = signature.bytes;
        let container = CONTAINERS.iter().find(|(inner, _)| *inner == name).map(|(_, outer)| *outer);
        bytes.get(signature.at..).is_some_and(|rest| rest.starts_with(name))
            && container.is_none_or(|outer| bytes.starts_with(outer))
    };
    SIGNATURES.iter().find(fits).map(|signature| Error::Binary { what: signature.what, instead: signature.instead })
}

/// Why bytes are not read that are of no kind that is known.
pub(crate) const UNKNOWN: Error = Error::Binary { what: "binary data of an unknown kind", instead: TEXT };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_refused_by_name_and_texts_are_not() {
        for (bytes, told) in [
            (b"%PDF-1.7\n".as_slice(), Some("a PDF document")),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Some("a WebP image")),
            (b"RIFF\x10\0\0\0WAVEfmt ", Some("a WAV recording")),
            (b"\0\0\0\x18ftypmp42", Some("an MP4 video")),
            (b"\0\0\0\x18ftypheic", Some("a HEIC image")),
            (b"PK\x03\x04\x14\0\0\0\0\0", Some("a ZIP archive")),
            (b"The WAVE of protests", None),
            (b"III*", None),
            (b"", None),
        ] {
            let found = refused(bytes).map(|error| match error {
                Error::Binary { what, .. } => what,
                _ => "",
            });
            assert_eq!(found, told);
        }
        let message = refused(b"%PDF-1.7").unwrap().to_string();
        assert!(message.starts_with("a PDF document, which is not read: "), "{message}");
    }
}
