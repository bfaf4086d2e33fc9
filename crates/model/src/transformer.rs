//! The layers of a BERT encoder (Devlin et al. 2019, <https://arxiv.org/abs/1810.04805>) over texts of any lengths at once.
//!
//! Texts lie one after another without padding: all that works on one word piece (linear layers, normalisation, GELU) runs
//! over the rows of all texts, attention over each text alone. So nothing is computed for padding, and the numbers of a
//! text are the same whatever else is in the batch.

use std::ops::Range;

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_simd::{SimdOp, SimdUnaryOp};
use rten_tensor::NdTensorView;
use rten_tensor::prelude::*;
use rten_vecmath::{Exp, Gelu, MinMax, Normalize, NormalizeOptions};

use crate::Error;
use crate::linear::{ByteProduct, ByteRows, Linear, Sums};

/// The epsilon of BERT's layer normalisation.
const EPSILON: f32 = 1e-12;

/// Layer normalisation: `(x - mean) / deviation * gamma + beta`.
pub(crate) struct Norm {
    pub(crate) gamma: Vec<f32>,
    pub(crate) beta: Vec<f32>,
}

impl Norm {
    pub(crate) fn apply(&self, row: &mut [f32]) {
        let count = row.len() as f32;
        let mean = sum(row, |x| x) / count;
        let variance = sum(row, |x| (x - mean) * (x - mean)) / count;
        let options = NormalizeOptions {
            pre_scale_bias: mean,
            scale: 1.0 / (variance + EPSILON).sqrt(),
            element_scale: Some(&self.gamma),
            element_bias: Some(&self.beta),
            ..NormalizeOptions::default()
        };
        Normalize::new_mut(row, options).dispatch();
    }
}

/// One transformer layer.
pub(crate) struct Layer {
    /// Queries, keys and values in one product: `[width, 3 * width]`.
    pub(crate) projections: Linear,
    pub(crate) projected: Linear,
    pub(crate) attended: Norm,
    pub(crate) inner: Linear,
    pub(crate) outer: Linear,
    pub(crate) out: Norm,
}

/// States of word pieces of several texts: `rows` is `[pieces, width]`; text `i` has the rows `bounds[i]..bounds[i + 1]`.
pub(crate) struct States {
    pub(crate) rows: Vec<f32>,
    pub(crate) bounds: Vec<usize>,
}

impl States {
    /// How many texts there are.
    pub(crate) fn texts(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    fn text(&self, index: usize) -> Range<usize> {
        self.bounds[index]..self.bounds[index + 1]
    }
}

/// Multiplies, and keeps the memory that layers need in between.
pub(crate) struct Engine<'a> {
    product: &'a ByteProduct,
    float_product: GemmExecutor<f32, f32, f32>,
    heads: usize,
    width: usize,
    input: ByteRows,
    middle: ByteRows,
    sums: Sums,
    projected: Vec<f32>,
    scores: Vec<f32>,
    mixed: Vec<f32>,
    context: Vec<f32>,
    attended: Vec<f32>,
    row: Vec<f32>,
}

impl<'a> Engine<'a> {
    pub(crate) fn new(product: &'a ByteProduct, heads: usize, width: usize) -> Self {
        Self {
            product,
            float_product: GemmExecutor::default(),
            heads,
            width,
            input: ByteRows::default(),
            middle: ByteRows::default(),
            sums: Sums::default(),
            projected: Vec::new(),
            scores: Vec::new(),
            mixed: Vec::new(),
            context: Vec::new(),
            attended: Vec::new(),
            row: Vec::new(),
        }
    }

    /// Takes `states` through a layer, in place.
    pub(crate) fn run(&mut self, layer: &Layer, states: &mut States) -> Result<(), Error> {
        let width = self.width;
        self.input.clear();
        states.rows.chunks_exact(width).for_each(|row| self.input.push(row));
        layer.projections.multiply(self.product, &self.input, &mut self.sums)?;
        read_rows(&layer.projections, &self.input, &self.sums, &mut self.projected);
        self.attend_all(states)?;
        self.feed_forward(layer, states)
    }

    /// Attention of every word piece to all of its text: `self.projected` `[pieces, 3 * width]` to `self.context`.
    fn attend_all(&mut self, states: &States) -> Result<(), Error> {
        let pieces = states.rows.len() / self.width;
        self.context.clear();
        self.context.resize(pieces * self.width, 0.0);
        let all = view([pieces, 3 * self.width], &self.projected)?;
        let depth = self.width / self.heads;
        for text in 0..states.texts() {
            let rows = states.text(text);
            for head in 0..self.heads {
                let part = |which: usize| {
                    let start = which * self.width + head * depth;
                    all.slice((rows.clone(), start..start + depth))
                };
                attend(&self.float_product, [part(0), part(1), part(2)], &mut self.scores, &mut self.mixed)?;
                place(&self.mixed, depth, &mut self.context[rows.start * self.width..], self.width, head);
            }
        }
        Ok(())
    }

    /// What follows attention: projection, feed-forward network, both with residual and normalisation.
    fn feed_forward(&mut self, layer: &Layer, states: &mut States) -> Result<(), Error> {
        let width = self.width;
        self.input.clear();
        self.context.chunks_exact(width).for_each(|row| self.input.push(row));
        layer.projected.multiply(self.product, &self.input, &mut self.sums)?;
        self.attended.clear();
        self.attended.resize(states.rows.len(), 0.0);
        let rows = self.attended.chunks_exact_mut(width).zip(states.rows.chunks_exact(width));
        for (index, (row, before)) in rows.enumerate() {
            layer.projected.row(&self.input, &self.sums, index, row);
            row.iter_mut().zip(before).for_each(|(x, before)| *x += before);
            layer.attended.apply(row);
        }
        self.input.clear();
        self.attended.chunks_exact(width).for_each(|row| self.input.push(row));
        layer.inner.multiply(self.product, &self.input, &mut self.sums)?;
        self.middle.clear();
        self.row.resize(layer.inner.outputs(), 0.0);
        for index in 0..self.input.len() {
            layer.inner.row(&self.input, &self.sums, index, &mut self.row);
            Gelu {}.map_mut(&mut self.row);
            self.middle.push(&self.row);
        }
        layer.outer.multiply(self.product, &self.middle, &mut self.sums)?;
        let rows = states.rows.chunks_exact_mut(width).zip(self.attended.chunks_exact(width));
        for (index, (row, before)) in rows.enumerate() {
            layer.outer.row(&self.middle, &self.sums, index, row);
            row.iter_mut().zip(before).for_each(|(x, before)| *x += before);
            layer.out.apply(row);
        }
        Ok(())
    }
}

/// How many sums a sum is made of; a multiple of the lanes of every processor, so that all add in the same order.
const LANES: usize = 16;

/// The sum of `of` over `values`, added in the same order on every processor.
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut lanes = [0.0; LANES];
    let (chunks, rest) = values.as_chunks::<LANES>();
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, x)| *lane += of(*x));
    }
    lanes.iter_mut().zip(rest).for_each(|(lane, x)| *lane += of(*x));
    lanes.iter().sum()
}

/// Turns scores, at least one, into shares that add up to 1.
fn softmax(scores: &mut [f32]) {
    let (_, most) = MinMax::new(scores).dispatch();
    scores.iter_mut().for_each(|x| *x -= most);
    Exp {}.map_mut(scores);
    let whole = sum(scores, |x| x).recip();
    scores.iter_mut().for_each(|x| *x *= whole);
}

/// All rows of a product as floats.
fn read_rows(linear: &Linear, rows: &ByteRows, sums: &Sums, out: &mut Vec<f32>) {
    out.resize(rows.len() * linear.outputs(), 0.0);
    for (index, row) in out.chunks_exact_mut(linear.outputs()).enumerate() {
        linear.row(rows, sums, index, row);
    }
}

fn view<const N: usize>(shape: [usize; N], data: &[f32]) -> Result<NdTensorView<'_, f32, N>, Error> {
    NdTensorView::try_from_data(shape, data).map_err(|_| Error::Shape("projections".into()))
}

/// Scaled dot-product attention of one head: `[queries, depth]`, `[pieces, depth]` twice to `mixed` `[queries, depth]`.
fn attend(
    product: &GemmExecutor<f32, f32, f32>,
    [query, key, value]: [NdTensorView<'_, f32, 2>; 3],
    scores: &mut Vec<f32>,
    mixed: &mut Vec<f32>,
) -> Result<(), Error> {
    let (queries, pieces, depth) = (query.size(0), key.size(0), query.size(1));
    scores.resize(queries * pieces, 0.0);
    mixed.resize(queries * depth, 0.0);
    let options = GemmOptions { alpha: (depth as f32).sqrt().recip(), ..GemmOptions::default() };
    product
        .gemm(scores, GemmInputA::Unpacked(query), GemmInputB::Unpacked(key.transposed()), options)
        .map_err(|e| Error::Shape(e.to_string()))?;
    for row in scores.chunks_exact_mut(pieces) {
        softmax(row);
    }
    let shares = view([queries, pieces], scores)?;
    product
        .gemm(mixed, GemmInputA::Unpacked(shares), GemmInputB::Unpacked(value), GemmOptions::default())
        .map_err(|e| Error::Shape(e.to_string()))
}

/// Writes one head's `[rows, depth]` into its columns of `[rows, width]`.
fn place(mixed: &[f32], depth: usize, context: &mut [f32], width: usize, head: usize) {
    for (row, mixed) in context.chunks_exact_mut(width).zip(mixed.chunks_exact(depth)) {
        row[head * depth..(head + 1) * depth].copy_from_slice(mixed);
    }
}
