//! The weights of both branches, read from the ONNX file that `training/onnx_graph.py` writes.
//!
//! The file runs in any ONNX runtime. Here its tensors are taken by name, and the one architecture it can hold is computed
//! by [`transformer`](crate::transformer): that saves the padding, and every row is quantised in one pass.

use crate::Error;
use crate::linear::{ByteProduct, Linear};
use crate::onnx_tensors::Tensors;
use crate::transformer::{Engine, Layer, Norm, States};

/// A text as the model reads it: word pieces and the number of the segment each belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) ids: Vec<u32>,
    pub(crate) segments: Vec<u8>,
}

/// The sum of three embeddings, normalised.
struct Embeddings {
    words: Vec<i8>,
    word_scales: Vec<f32>,
    places: Vec<f32>,
    segments: Vec<f32>,
    norm: Norm,
}

/// The encoder's layers and, beside those above `fork`, the cross-encoder's.
pub(crate) struct Weights {
    heads: usize,
    width: usize,
    embeddings: Embeddings,
    encoder: Vec<Layer>,
    fork: usize,
    cross: Vec<Layer>,
    head: Option<Head>,
}

/// What makes stances: of each word piece of a claim how strongly it speaks for every stance but the first, and of further
/// features how strongly they speak for the first.
pub(crate) struct Head {
    weight: Vec<f32>,
    bias: Vec<f32>,
    features: Vec<f32>,
    constant: f32,
}

/// Which of the two models is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Branch {
    /// All word pieces through the encoder's layers.
    Encoder,
    /// Through the shared layers and the cross-encoder's.
    Cross,
}

impl Weights {
    /// Reads `file`, the bytes of an ONNX file.
    pub(crate) fn read(file: &[u8]) -> Result<Self, Error> {
        let mut tensors = Tensors::read(file)?;
        let product = ByteProduct::default();
        let heads = tensors.integers("heads_shape")?;
        let [heads, depth] = heads.data[..] else { return Err(Error::Shape("heads_shape".into())) };
        let (Ok(heads), Ok(depth)) = (usize::try_from(heads), usize::try_from(depth)) else {
            return Err(Error::Shape("heads_shape".into()));
        };
        let embeddings = Embeddings::read(&mut tensors)?;
        let width = embeddings.norm.gamma.len();
        if heads == 0 || heads.checked_mul(depth) != Some(width) {
            return Err(Error::Shape("heads_shape".into()));
        }
        let encoder = read_branch(&mut tensors, &product, "encoder", width)?;
        let cross = read_branch(&mut tensors, &product, "cross", width)?;
        let fork = cross.first().map_or(encoder.len(), |(index, _)| *index);
        if encoder.iter().enumerate().any(|(place, (index, _))| place != *index) || fork > encoder.len() {
            return Err(Error::Shape("layers".into()));
        }
        let layers = |branch: Vec<(usize, Layer)>| branch.into_iter().map(|(_, layer)| layer).collect();
        let head = tensors.has("head.weight").then(|| Head::read(&mut tensors, width)).transpose()?;
        Ok(Self { heads, width, embeddings, encoder: layers(encoder), fork, cross: layers(cross), head })
    }

    /// How many numbers a vector has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// How many word pieces the table of vectors has.
    pub(crate) fn vocabulary(&self) -> usize {
        self.embeddings.word_scales.len()
    }

    /// The longest sequence there are places for.
    pub(crate) fn longest(&self) -> usize {
        self.embeddings.places.len() / self.width
    }

    /// The layer that makes stances of the cross-encoder's state, if the file has one.
    pub(crate) fn head(&self) -> Option<&Head> {
        self.head.as_ref()
    }

    /// Whether the file has a cross-encoder.
    pub(crate) fn has_cross(&self) -> bool {
        !self.cross.is_empty()
    }

    /// Runs a branch over several sequences, none longer than [`longest`](Self::longest).
    pub(crate) fn run(&self, branch: Branch, sequences: &[Sequence]) -> Result<States, Error> {
        let mut states = self.embeddings.look_up(sequences, self.width)?;
        // Made anew, which is cheap and takes the same kernel every time, since it cannot be handed to another thread.
        let product = ByteProduct::default();
        let mut engine = Engine::new(&product, self.heads, self.width);
        let (below, above) = match branch {
            Branch::Encoder => (&self.encoder[..], &[][..]),
            Branch::Cross => (&self.encoder[..self.fork], &self.cross[..]),
        };
        for layer in below.iter().chain(above) {
            engine.run(layer, &mut states)?;
        }
        Ok(states)
    }
}

impl Head {
    fn read(tensors: &mut Tensors, width: usize) -> Result<Self, Error> {
        let weight = tensors.floats("head.weight")?;
        let [rows, columns] = weight.shape[..] else { return Err(Error::Shape("head.weight".into())) };
        if columns != width || rows == 0 {
            return Err(Error::Shape("head.weight".into()));
        }
        let features = tensors.floats("rules.weight")?.data;
        let constant = tensors.vector("rules.bias", 1)?[0];
        Ok(Self { weight: weight.data, bias: tensors.vector("head.bias", rows)?, features, constant })
    }

    /// For every stance but the first, the logarithm of the sum of the exponentials of how strongly each of `pieces`
    /// `[pieces, width]` speaks for it: about the strongest one's, so that one wrong word tells against a claim.
    pub(crate) fn pool(&self, pieces: &[f32]) -> Vec<f32> {
        let width = self.weight.len() / self.bias.len().max(1);
        let rows = self.weight.chunks_exact(width).zip(&self.bias);
        rows.map(|(weight, bias)| {
            let scores: Vec<f64> =
                pieces.chunks_exact(width).map(|piece| dot(weight, piece) + f64::from(*bias)).collect();
            let most = scores.iter().copied().fold(NOTHING, f64::max);
            #[allow(clippy::cast_possible_truncation, reason = "as precise as what it is made of")]
            let sum = (most + scores.iter().map(|score| (score - most).exp()).sum::<f64>().max(f64::MIN_POSITIVE).ln())
                as f32;
            sum
        })
        .collect()
    }

    /// How many numbers [`pool`](Self::pool) gives.
    pub(crate) fn pooled(&self) -> usize {
        self.bias.len()
    }

    /// How strongly each stance is spoken for, from what [`pool`](Self::pool) made and from `features`.
    pub(crate) fn logits(&self, pooled: &[f32], features: &[f32]) -> Result<Vec<f64>, Error> {
        if pooled.len() != self.bias.len() || features.len() != self.features.len() {
            return Err(Error::Shape("features".into()));
        }
        let first = dot(&self.features, features) + f64::from(self.constant);
        Ok(std::iter::once(first).chain(pooled.iter().copied().map(f64::from)).collect())
    }
}

/// What a claim without any word piece speaks for a stance.
const NOTHING: f64 = -1e9;

fn dot(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
}

impl Embeddings {
    fn read(tensors: &mut Tensors) -> Result<Self, Error> {
        let ([count, width], words) = tensors.byte_matrix("words.table")?;
        let table = |tensors: &mut Tensors, name: &str| {
            let table = tensors.floats(name)?;
            if table.shape.len() != 2 || table.shape[1] != width || table.data.is_empty() {
                return Err(Error::Shape(name.to_owned()));
            }
            Ok(table.data)
        };
        Ok(Self {
            words,
            word_scales: tensors.vector("words.row_scale", count)?,
            places: table(tensors, "places.table")?,
            segments: table(tensors, "types.table")?,
            norm: read_norm(tensors, "embeddings", width)?,
        })
    }

    /// Row `index` of a table `[rows, width]`.
    fn row<T>(table: &[T], index: usize, width: usize) -> Result<&[T], Error> {
        table.get(index * width..(index + 1) * width).ok_or_else(|| Error::Shape("a sequence".into()))
    }

    fn look_up(&self, sequences: &[Sequence], width: usize) -> Result<States, Error> {
        let mut rows = Vec::with_capacity(width * sequences.iter().map(|s| s.ids.len()).sum::<usize>());
        let mut bounds = vec![0];
        for sequence in sequences {
            for (place, (id, segment)) in sequence.ids.iter().zip(&sequence.segments).enumerate() {
                let id = *id as usize;
                let word = Self::row(&self.words, id, width)?;
                let scale = self.word_scales[id];
                let segment = Self::row(&self.segments, usize::from(*segment), width)?;
                let place = Self::row(&self.places, place, width)?;
                let start = rows.len();
                let sums = word.iter().zip(segment).zip(place);
                rows.extend(sums.map(|((word, segment), place)| f32::from(*word) * scale + segment + place));
                self.norm.apply(&mut rows[start..]);
            }
            bounds.push(rows.len() / width);
        }
        Ok(States { rows, bounds })
    }
}

/// The layers whose tensors begin with the branch's name, with their numbers, in order.
fn read_branch(
    tensors: &mut Tensors,
    product: &ByteProduct,
    branch: &str,
    width: usize,
) -> Result<Vec<(usize, Layer)>, Error> {
    let prefix = format!("{branch}.");
    let mut numbers: Vec<usize> =
        tensors.names(&prefix).filter_map(|name| name[prefix.len()..].split('.').next()?.parse().ok()).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let layer = |number| Ok((number, read_layer(tensors, product, &format!("{branch}.{number}"), width)?));
    numbers.into_iter().map(layer).collect()
}

fn read_layer(tensors: &mut Tensors, product: &ByteProduct, name: &str, width: usize) -> Result<Layer, Error> {
    let projected = read_linear(tensors, product, &format!("{name}.projected"), width, Some(width))?;
    let inner = read_linear(tensors, product, &format!("{name}.inner"), width, None)?;
    let outer = read_linear(tensors, product, &format!("{name}.outer"), inner.outputs(), Some(width))?;
    let projections = read_linear(tensors, product, &format!("{name}.qkv"), width, Some(3 * width))?;
    let attended = read_norm(tensors, &format!("{name}.attended"), width)?;
    let out = read_norm(tensors, &format!("{name}.out"), width)?;
    Ok(Layer { projections, projected, attended, inner, outer, out })
}

/// A linear layer; `outputs` is asked for where other shapes tell it.
fn read_linear(
    tensors: &mut Tensors,
    product: &ByteProduct,
    name: &str,
    inputs: usize,
    outputs: Option<usize>,
) -> Result<Linear, Error> {
    let (shape, weights) = tensors.byte_matrix(&format!("{name}.weight"))?;
    if shape[0] != inputs || outputs.is_some_and(|outputs| shape[1] != outputs) {
        return Err(Error::Shape(name.to_owned()));
    }
    let scales = tensors.vector(&format!("{name}.column_scale"), shape[1])?;
    let bias = tensors.vector(&format!("{name}.bias"), shape[1])?;
    Linear::new(product, shape, &weights, scales, bias)
}

fn read_norm(tensors: &mut Tensors, name: &str, width: usize) -> Result<Norm, Error> {
    Ok(Norm {
        gamma: tensors.vector(&format!("{name}.gamma"), width)?,
        beta: tensors.vector(&format!("{name}.beta"), width)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    struct Reference {
        ids: Vec<u32>,
        segments: Vec<u8>,
        features: Vec<f32>,
        hidden: Vec<f32>,
        pooled: Vec<f32>,
        logits: Vec<f32>,
    }

    fn furthest(a: &[f32], b: &[f32]) -> f32 {
        assert_eq!(a.len(), b.len());
        a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
    }

    /// The outputs that onnxruntime gives for the file, made by `training/tiny_model.py`.
    #[test]
    fn gives_what_onnxruntime_gives() -> Result<(), Box<dyn std::error::Error>> {
        let weights = Weights::read(include_bytes!("../tests/data/tiny.onnx"))?;
        let references: Vec<Reference> = serde_json::from_slice(include_bytes!("../tests/data/tiny.json"))?;
        for reference in references {
            let sequence = Sequence { ids: reference.ids, segments: reference.segments };
            let hidden = weights.run(Branch::Encoder, std::slice::from_ref(&sequence))?;
            let claim = sequence.segments.iter().filter(|&&segment| segment == 0).count();
            let states = weights.run(Branch::Cross, &[sequence])?;
            let head = weights.head().ok_or("no head")?;
            let pooled = head.pool(&states.rows[weights.width()..(claim - 1) * weights.width()]);
            let logits: Vec<f32> = head.logits(&pooled, &reference.features)?.iter().map(|it| *it as f32).collect();
            // A sum that rounds to the next byte moves a state by some thousandths.
            assert!(furthest(&hidden.rows, &reference.hidden) < 0.02);
            assert!(furthest(&pooled, &reference.pooled) < 0.05, "{pooled:?} {:?}", reference.pooled);
            assert!(furthest(&logits, &reference.logits) < 0.05);
        }
        Ok(())
    }
}
