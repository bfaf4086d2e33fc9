//! Linear layers on bytes: quantised rows times quantised columns.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::ops::{BitOps, FloatOps, NarrowSaturate, NumOps, ToFloat};
use rten_simd::{Isa, SimdOp};
use rten_tensor::NdTensorView;
use rten_vecmath::MinMax;

use crate::Error;

/// Multiplies rows of unsigned bytes by columns of signed ones into 32-bit sums, by the best kernel of the processor.
pub(crate) type ByteProduct = GemmExecutor<u8, i8, i32>;

/// The smallest range of a row, so that a row of zeros has a scale.
const SMALLEST_RANGE: f32 = 1e-12;

/// Rows of floats as unsigned bytes, each row with its own scale and zero point: `x = (byte - zero) * scale`.
///
/// The scale is the row's, not the batch's, so that the numbers of a text do not depend on what it is computed with.
#[derive(Default)]
pub(crate) struct ByteRows {
    bytes: Vec<u8>,
    zeros: Vec<u8>,
    scales: Vec<f32>,
}

impl ByteRows {
    /// Forgets the rows and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.zeros.clear();
        self.scales.clear();
    }

    /// Quantises one row more. Zero is always in its range and stays exactly zero.
    pub(crate) fn push(&mut self, row: &[f32]) {
        let (low, high) = MinMax::new(row).dispatch();
        let (low, high) = (low.min(0.0), high.max(0.0));
        let range = (high - low).max(SMALLEST_RANGE);
        let inverse = 255.0 / range;
        let zero = (-low * inverse).round_ties_even() as u8;
        self.zeros.push(zero);
        self.scales.push(range * (1.0 / 255.0));
        let start = self.bytes.len();
        self.bytes.resize(start + row.len(), 0);
        Quantise { row, inverse, zero, out: &mut self.bytes[start..] }.dispatch();
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.scales.len()
    }
}

/// The 32-bit sums of a [`Linear`] layer, row after row, to be read by [`Linear::row`].
#[derive(Default)]
pub(crate) struct Sums(Vec<i32>);

/// A linear layer: int8 weights, a scale and a bias for each output.
pub(crate) struct Linear {
    packed: PackedBMatrix<i8>,
    outputs: usize,
    /// The sum of each column of weights, by which the zero points of the rows are taken out of the products.
    columns: Vec<i32>,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

impl Linear {
    /// A layer from weights `[inputs, outputs]`, row after row; `scales` and `bias` have one number for each output.
    pub(crate) fn new(
        product: &ByteProduct,
        shape: [usize; 2],
        weights: &[i8],
        scales: Vec<f32>,
        bias: Vec<f32>,
    ) -> Result<Self, Error> {
        let matrix = NdTensorView::try_from_data(shape, weights).map_err(|_| Error::Shape("weights".into()))?;
        if scales.len() != shape[1] || bias.len() != shape[1] {
            return Err(Error::Shape("scales or biases".into()));
        }
        let mut columns = vec![0; shape[1]];
        for row in weights.chunks_exact(shape[1].max(1)) {
            columns.iter_mut().zip(row).for_each(|(sum, weight)| *sum += i32::from(*weight));
        }
        Ok(Self { packed: product.prepack_b(matrix), outputs: shape[1], columns, scales, bias })
    }

    /// How many numbers a row has afterwards.
    pub(crate) fn outputs(&self) -> usize {
        self.outputs
    }

    /// Multiplies all rows by the weights.
    pub(crate) fn multiply(&self, product: &ByteProduct, rows: &ByteRows, sums: &mut Sums) -> Result<(), Error> {
        let inputs = if rows.len() == 0 { 0 } else { rows.bytes.len() / rows.len() };
        // What is in there is overwritten.
        sums.0.resize(rows.len() * self.outputs, 0);
        let a = NdTensorView::try_from_data([rows.len(), inputs], rows.bytes.as_slice())
            .map_err(|_| Error::Shape("rows".into()))?;
        // No zero points here: rten-gemm 0.27 takes those of the first rows for all (`pack_a_impl` of `packing/int8.rs`).
        product
            .gemm(&mut sums.0, GemmInputA::Unpacked(a), GemmInputB::Packed(&self.packed), GemmOptions::default())
            .map_err(|e| Error::Shape(e.to_string()))
    }

    /// Writes the floats of row `index`, bias included, to `out`, which has [`outputs`](Self::outputs) places.
    pub(crate) fn row(&self, rows: &ByteRows, sums: &Sums, index: usize, out: &mut [f32]) {
        let start = index * self.outputs;
        Scale {
            sums: &sums.0[start..start + self.outputs],
            columns: &self.columns,
            scales: &self.scales,
            bias: &self.bias,
            zero: i32::from(rows.zeros[index]),
            scale: rows.scales[index],
            out,
        }
        .dispatch();
    }
}

/// `out = round(row * inverse) + zero`, within a byte.
///
/// This is `rten_vecmath::Quantize` written so that the compiler puts the vector instructions in line: that one maps an
/// array with a closure, which costs a fifth of the model's whole time in calls.
struct Quantise<'a> {
    row: &'a [f32],
    inverse: f32,
    zero: u8,
    out: &'a mut [u8],
}

impl SimdOp for Quantise<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (floats, ints) = (isa.f32(), isa.i32());
        let lanes = floats.len();
        let (inverse, zero) = (floats.splat(self.inverse), ints.splat(i32::from(self.zero)));
        let whole = self.row.len() / (4 * lanes) * (4 * lanes);
        let (row, row_left) = self.row.split_at(whole);
        let (out, out_left) = self.out.split_at_mut(whole);
        for (row, out) in row.chunks_exact(4 * lanes).zip(out.chunks_exact_mut(4 * lanes)) {
            let (ab, cd) = row.split_at(2 * lanes);
            let a = ints.add(floats.to_int_round(floats.mul(floats.load(ab), inverse)), zero);
            let b = ints.add(floats.to_int_round(floats.mul(floats.load(&ab[lanes..]), inverse)), zero);
            let c = ints.add(floats.to_int_round(floats.mul(floats.load(cd), inverse)), zero);
            let d = ints.add(floats.to_int_round(floats.mul(floats.load(&cd[lanes..]), inverse)), zero);
            let bytes = isa.i16().narrow_saturate(ints.narrow_saturate(a, b), ints.narrow_saturate(c, d));
            isa.u8().store(bytes, out);
        }
        for (x, out) in row_left.iter().zip(out_left) {
            let steps = (x * self.inverse).round_ties_even() as i32 + i32::from(self.zero);
            *out = steps.clamp(0, 255) as u8;
        }
    }
}

/// `out = (sums - zero * columns) * scales * scale + bias`, without fused multiply-add, so that every processor gives the
/// same floats.
struct Scale<'a> {
    sums: &'a [i32],
    columns: &'a [i32],
    scales: &'a [f32],
    bias: &'a [f32],
    zero: i32,
    scale: f32,
    out: &'a mut [f32],
}

impl SimdOp for Scale<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (floats, ints) = (isa.f32(), isa.i32());
        let lanes = floats.len();
        let (zero, scale) = (ints.splat(self.zero), floats.splat(self.scale));
        let whole = self.sums.len() / lanes * lanes;
        let (sums, sums_left) = self.sums.split_at(whole);
        let (columns, columns_left) = self.columns.split_at(whole);
        let (scales, scales_left) = self.scales.split_at(whole);
        let (bias, bias_left) = self.bias.split_at(whole);
        let (out, out_left) = self.out.split_at_mut(whole);
        let inputs = sums.chunks_exact(lanes).zip(columns.chunks_exact(lanes));
        let inputs = inputs.zip(scales.chunks_exact(lanes)).zip(bias.chunks_exact(lanes));
        for ((((sums, columns), scales), bias), out) in inputs.zip(out.chunks_exact_mut(lanes)) {
            let x = ints.sub(ints.load(sums), ints.mul(zero, ints.load(columns)));
            let x = floats.mul(floats.mul(ints.to_float(x), floats.load(scales)), scale);
            floats.store(floats.add(x, floats.load(bias)), out);
        }
        let inputs = sums_left.iter().zip(columns_left).zip(scales_left).zip(bias_left);
        for ((((sum, column), scales), bias), out) in inputs.zip(out_left) {
            *out = (sum - self.zero * column) as f32 * scales * self.scale + bias;
        }
    }
}
