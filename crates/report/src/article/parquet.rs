//! Articles as a table in Apache Parquet.
//!
//! The columns are the fields of `coincide.article/1` under the same names and in the same shape: lists are lists and
//! objects are structs, so that a query reads as one over the JSON would. Rows are shredded into columns as the format
//! has it from Dremel (Melnik et al., 2010): each leaf keeps its values, and for each value, or gap, the level up to
//! which its path is repeated and the level up to which it is there.

use std::io::Write;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};
use serde_json::Value;

use crate::ArticleValue;

/// Rows of a row group, which is what a reader reads at once.
const ROWS: usize = 8192;
/// Bytes of text after which a row group is written, however few its rows: memory stays within a small multiple.
const BYTES: usize = 16 << 20;

/// A field of a row.
struct Field {
    name: &'static str,
    shape: Shape,
}

/// What a field holds. Any of it may be null.
enum Shape {
    Text,
    Number,
    List(&'static Shape),
    Struct(&'static [Field]),
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape }
}

const PUBLISHED: Shape =
    Shape::Struct(&[field("value", Shape::Text), field("precision", Shape::Text), field("from", Shape::Text)]);

/// The fields of [`ArticleValue`], in their order.
const ARTICLE: &[Field] = &[
    field("schema", Shape::Text),
    field("id", Shape::Text),
    field("path", Shape::Text),
    field("url", Shape::Text),
    field("outlet", Shape::Text),
    field("title", Shape::Text),
    field("authors", Shape::List(&Shape::Text)),
    field("agency", Shape::Text),
    field("dateline", Shape::Text),
    field("access", Shape::Text),
    field("published", PUBLISHED),
    field("modified", PUBLISHED),
    field("captured", Shape::Text),
    field(
        "place",
        Shape::Struct(&[field("unit", Shape::Text), field("number", Shape::Number), field("offset", Shape::Number)]),
    ),
    field("language", Shape::Text),
    field("text", Shape::Text),
    field(
        "paragraphs",
        Shape::List(&Shape::Struct(&[
            field("start", Shape::Number),
            field("end", Shape::Number),
            field("bytes", Shape::List(&Shape::Number)),
            field("kind", Shape::Text),
        ])),
    ),
    field(
        "corrections",
        Shape::List(&Shape::Struct(&[
            field("start", Shape::Number),
            field("end", Shape::Number),
            field("bytes", Shape::List(&Shape::Number)),
        ])),
    ),
    field("dropped", Shape::List(&Shape::Struct(&[field("reason", Shape::Text), field("text", Shape::Text)]))),
    field("sha256", Shape::Text),
];

/// A Parquet file that is written row group by row group: the fields of `coincide.article/1` as columns, compressed with
/// Snappy.
pub struct ArticleTable<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<Column>,
    rows: usize,
    bytes: usize,
}

impl<W: Write + Send> ArticleTable<W> {
    /// A table without rows, written to `out`. It names `version` as that of its maker.
    ///
    /// # Errors
    ///
    /// As `out` gives them.
    pub fn new(out: W, version: &str) -> std::io::Result<Self> {
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("coincide {version}"))
            .build();
        let writer = schema().and_then(|schema| SerializedFileWriter::new(out, schema, Arc::new(properties)));
        let mut columns = Vec::new();
        ARTICLE.iter().for_each(|field| add_columns(&field.shape, false, &mut columns));
        Ok(Self { writer: writer.map_err(io_error)?, columns, rows: 0, bytes: 0 })
    }

    /// Adds a row.
    ///
    /// # Errors
    ///
    /// As the output gives them.
    pub fn push(&mut self, article: &ArticleValue) -> std::io::Result<()> {
        shred_all(ARTICLE, &serde_json::to_value(article)?, Levels::default(), &mut self.columns);
        self.rows += 1;
        self.bytes += article.text.len() + article.dropped.iter().map(|dropped| dropped.text.len()).sum::<usize>();
        if self.rows >= ROWS || self.bytes >= BYTES { self.flush().map_err(io_error) } else { Ok(()) }
    }

    /// Writes what is left, and the index at the end without which the file cannot be read.
    ///
    /// # Errors
    ///
    /// As the output gives them.
    pub fn finish(mut self) -> std::io::Result<()> {
        self.flush().and_then(|()| self.writer.close()).map(|_| ()).map_err(io_error)
    }

    fn flush(&mut self) -> Result<()> {
        if self.rows == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column()? else { break };
            std::mem::take(&mut column.levels).write(&column.values, column.repeated, writer.untyped())?;
            column.values.clear();
            writer.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

/// The values of one leaf of the schema, and where in their rows they stand.
struct Column {
    values: Values,
    levels: ColumnLevels,
    /// Whether a list is above it.
    repeated: bool,
}

enum Values {
    Text(Vec<ByteArray>),
    Numbers(Vec<i64>),
}

/// The levels of every value and gap of a column.
#[derive(Default)]
struct ColumnLevels {
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
}

/// Where in its row a value stands.
#[derive(Clone, Copy, Default)]
struct Levels {
    /// At which list a new item begins with it: 0 for a new row.
    repetition: i16,
    /// How many of the things above it that may be missing are there.
    definition: i16,
    /// How many lists are above it.
    lists: i16,
}

impl Values {
    fn clear(&mut self) {
        match self {
            Self::Text(values) => values.clear(),
            Self::Numbers(values) => values.clear(),
        }
    }

    /// Adds `value`; whether it is one of this column.
    fn push(&mut self, value: &Value) -> bool {
        match self {
            Self::Text(values) => values.extend(value.as_str().map(ByteArray::from)),
            Self::Numbers(values) => values.extend(value.as_i64()),
        }
        value.is_string() || value.is_i64()
    }
}

impl ColumnLevels {
    fn push(&mut self, at: Levels) {
        self.definitions.push(at.definition);
        self.repetitions.push(at.repetition);
    }

    fn write(self, values: &Values, repeated: bool, writer: &mut ColumnWriter<'_>) -> Result<()> {
        let definitions = Some(self.definitions.as_slice());
        let repetitions = repeated.then_some(self.repetitions.as_slice());
        match (values, writer) {
            (Values::Text(values), ColumnWriter::ByteArrayColumnWriter(writer)) => {
                writer.write_batch(values, definitions, repetitions).map(|_| ())
            }
            (Values::Numbers(values), ColumnWriter::Int64ColumnWriter(writer)) => {
                writer.write_batch(values, definitions, repetitions).map(|_| ())
            }
            _ => Err(ParquetError::General("a column of another type than its schema".to_owned())),
        }
    }
}

/// Adds the columns of the leaves of `shape`. The shapes are those above and a few levels deep.
fn add_columns(shape: &Shape, repeated: bool, columns: &mut Vec<Column>) {
    let mut add = |values| columns.push(Column { values, levels: ColumnLevels::default(), repeated });
    match shape {
        Shape::Text => add(Values::Text(Vec::new())),
        Shape::Number => add(Values::Numbers(Vec::new())),
        Shape::List(item) => add_columns(item, true, columns),
        Shape::Struct(fields) => fields.iter().for_each(|field| add_columns(&field.shape, repeated, columns)),
    }
}

fn leaves(shape: &Shape) -> usize {
    match shape {
        Shape::Text | Shape::Number => 1,
        Shape::List(item) => leaves(item),
        Shape::Struct(fields) => fields.iter().map(|field| leaves(&field.shape)).sum(),
    }
}

/// Takes the fields of `object` apart into `columns`, those of their leaves.
fn shred_all(fields: &[Field], object: &Value, at: Levels, mut columns: &mut [Column]) {
    for field in fields {
        let Some((own, others)) = columns.split_at_mut_checked(leaves(&field.shape)) else { return };
        shred(&field.shape, object.get(field.name).unwrap_or(&Value::Null), at, own);
        columns = others;
    }
}

fn shred(shape: &Shape, value: &Value, at: Levels, columns: &mut [Column]) {
    if value.is_null() {
        return columns.iter_mut().for_each(|column| column.levels.push(at));
    }
    let there = Levels { definition: at.definition + 1, ..at };
    match (shape, value) {
        (Shape::Struct(fields), _) => shred_all(fields, value, there, columns),
        (Shape::List(item), Value::Array(list)) if !list.is_empty() => {
            for (index, value) in list.iter().enumerate() {
                let repetition = if index == 0 { at.repetition } else { at.lists + 1 };
                let at = Levels { repetition, definition: there.definition + 1, lists: at.lists + 1 };
                shred(item, value, at, columns);
            }
        }
        (Shape::List(_), _) => columns.iter_mut().for_each(|column| column.levels.push(there)),
        (Shape::Text | Shape::Number, _) => {
            for column in columns {
                let taken = column.values.push(value);
                column.levels.push(if taken { there } else { at });
            }
        }
    }
}

fn schema() -> Result<TypePtr> {
    let fields = ARTICLE.iter().map(|field| column_type(field.name, &field.shape)).collect::<Result<_>>()?;
    Ok(Arc::new(Type::group_type_builder("article").with_fields(fields).build()?))
}

/// The type of a field as Parquet has it; lists are groups of three levels (`LogicalTypes.md`, Lists).
fn column_type(name: &str, shape: &Shape) -> Result<TypePtr> {
    let group = |fields| Type::group_type_builder(name).with_repetition(Repetition::OPTIONAL).with_fields(fields);
    let leaf = |physical| Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    let built = match shape {
        Shape::Text => leaf(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Shape::Number => leaf(Physical::INT64).build(),
        Shape::Struct(fields) => {
            group(fields.iter().map(|field| column_type(field.name, &field.shape)).collect::<Result<_>>()?).build()
        }
        Shape::List(item) => {
            let items = Type::group_type_builder("list")
                .with_repetition(Repetition::REPEATED)
                .with_fields(vec![column_type("element", item)?])
                .build()?;
            group(vec![Arc::new(items)]).with_logical_type(Some(LogicalType::List)).build()
        }
    };
    built.map(Arc::new)
}

fn io_error(error: ParquetError) -> std::io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<std::io::Error>() {
            Ok(error) => *error,
            Err(error) => std::io::Error::other(error),
        },
        other => std::io::Error::other(other),
    }
}

#[cfg(test)]
mod tests {
    use parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;
    use crate::{DroppedValue, ParagraphValue, Published, Span};

    fn article(number: usize) -> ArticleValue {
        let published =
            Published { value: "2031-05-04".to_owned(), precision: "day".to_owned(), from: "byline".to_owned() };
        let paragraph = |start, bytes| ParagraphValue {
            span: Span { start, end: start + 3, bytes },
            kind: if start == 0 { "title" } else { "body" }.to_owned(),
        };
        ArticleValue {
            schema: crate::ARTICLE_SCHEMA.to_owned(),
            id: number.is_multiple_of(2).then(|| format!("n{number}")),
            authors: ["Ada Finch", "Bo Lund", "Cy Moe"].iter().take(number % 4).map(|&name| name.to_owned()).collect(),
            published: (!number.is_multiple_of(3)).then_some(published),
            text: format!("Née {number}"),
            paragraphs: match number % 3 {
                0 => Vec::new(),
                1 => vec![paragraph(0, Some((7, 10))), paragraph(5, None)],
                _ => vec![paragraph(0, None)],
            },
            corrections: vec![Span { start: 1, end: 2, bytes: Some((3, 4)) }; number % 2],
            dropped: vec![DroppedValue { reason: "navigation".to_owned(), text: "Home".to_owned() }; number % 2],
            sha256: "ab".repeat(32),
            ..ArticleValue::default()
        }
    }

    fn written(articles: &[ArticleValue]) -> SerializedFileReader<std::fs::File> {
        let file = tempfile::tempfile().unwrap();
        let mut table = ArticleTable::new(file.try_clone().unwrap(), "1.2.3").unwrap();
        articles.iter().for_each(|article| table.push(article).unwrap());
        table.finish().unwrap();
        SerializedFileReader::new(file).unwrap()
    }

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let articles: Vec<ArticleValue> = (0..25).map(article).collect();
        let reader = written(&articles);
        let rows: Vec<Value> = reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_json_value()).collect();
        assert_eq!(rows, articles.iter().map(|article| serde_json::to_value(article).unwrap()).collect::<Vec<_>>());
    }

    #[test]
    fn the_columns_are_the_fields_of_the_json() {
        let (_, schema) = crate::schemas().into_iter().find(|(name, _)| name.contains("article")).unwrap();
        let schema = schema.as_value();
        let check = |fields: &[Field], schema: &Value| {
            let mut names: Vec<&str> = fields.iter().map(|field| field.name).collect();
            names.sort_unstable();
            assert_eq!(names, schema["properties"].as_object().unwrap().keys().collect::<Vec<_>>());
        };
        check(ARTICLE, schema);
        for field in ARTICLE {
            if let Shape::Struct(fields) | Shape::List(Shape::Struct(fields)) = &field.shape {
                let property = &schema["properties"][field.name];
                let named = property["items"]["$ref"].as_str().or(property["anyOf"][0]["$ref"].as_str()).unwrap();
                check(fields, &schema["$defs"][named.trim_start_matches("#/$defs/")]);
            }
        }
    }

    #[test]
    fn many_rows_come_in_groups() {
        let articles: Vec<ArticleValue> = (0..ROWS + 3).map(article).collect();
        let reader = written(&articles);
        let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
        assert_eq!(groups, [8192, 3]);
        assert_eq!(reader.metadata().file_metadata().created_by(), Some("coincide 1.2.3"));
        let empty = written(&[]);
        assert_eq!(empty.metadata().file_metadata().num_rows(), 0);
    }
}
