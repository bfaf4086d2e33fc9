//! The named tensors of an ONNX file.

use std::collections::BTreeMap;

use rten_onnx::onnx::{DataType, ModelProto, TensorProto};

use crate::Error;

/// Tensors by name, each to be taken once.
pub(crate) struct Tensors(BTreeMap<String, TensorProto>);

/// A tensor's elements, row after row, and its shape.
pub(crate) struct Tensor<T> {
    pub(crate) shape: Vec<usize>,
    pub(crate) data: Vec<T>,
}

impl Tensors {
    /// Reads the initialisers of `file`, the bytes of an ONNX file; its graph of operators is not read.
    pub(crate) fn read(file: &[u8]) -> Result<Self, Error> {
        let model = ModelProto::parse_buf(file).map_err(|e| Error::Onnx(e.to_string()))?;
        let graph = model.graph.ok_or_else(|| Error::Onnx("no graph".into()))?;
        let named = graph.initializer.into_iter().filter_map(|t| Some((t.name.clone()?, t)));
        Ok(Self(named.collect()))
    }

    /// The names that begin with `prefix`, in order.
    pub(crate) fn names<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .range(prefix.to_owned()..)
            .map(|(name, _)| name.as_str())
            .take_while(move |name| name.starts_with(prefix))
    }

    /// Whether there is a tensor of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Takes a tensor of 32-bit floats.
    pub(crate) fn floats(&mut self, name: &str) -> Result<Tensor<f32>, Error> {
        let tensor = self.take(name, DataType::FLOAT, "32-bit floats", 4)?;
        let data = tensor.data.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        Ok(Tensor { shape: tensor.shape, data })
    }

    /// Takes a vector of 32-bit floats.
    pub(crate) fn vector(&mut self, name: &str, length: usize) -> Result<Vec<f32>, Error> {
        let tensor = self.floats(name)?;
        if tensor.data.len() != length {
            return Err(Error::Shape(name.to_owned()));
        }
        Ok(tensor.data)
    }

    /// Takes a matrix of signed bytes.
    pub(crate) fn byte_matrix(&mut self, name: &str) -> Result<([usize; 2], Vec<i8>), Error> {
        let tensor = self.take(name, DataType::INT8, "signed bytes", 1)?;
        let shape = tensor.shape.as_slice().try_into().map_err(|_| Error::Shape(name.to_owned()))?;
        Ok((shape, tensor.data.into_iter().map(u8::cast_signed).collect()))
    }

    /// Takes a tensor of 64-bit integers.
    pub(crate) fn integers(&mut self, name: &str) -> Result<Tensor<i64>, Error> {
        let tensor = self.take(name, DataType::INT64, "64-bit integers", 8)?;
        let data = tensor.data.as_chunks::<8>().0.iter().map(|bytes| i64::from_le_bytes(*bytes)).collect();
        Ok(Tensor { shape: tensor.shape, data })
    }

    /// Takes a tensor's bytes, `size` for each element.
    fn take(&mut self, name: &str, kind: DataType, words: &'static str, size: usize) -> Result<Tensor<u8>, Error> {
        let missing = || Error::Tensor { name: name.to_owned(), kind: words };
        let tensor = self.0.remove(name).ok_or_else(missing)?;
        let data = tensor.raw_data.filter(|_| tensor.data_type == Some(kind)).ok_or_else(missing)?.into_inner();
        let shape: Option<Vec<usize>> = tensor.dims.iter().map(|d| usize::try_from(*d).ok()).collect();
        let shape = shape.ok_or_else(|| Error::Shape(name.to_owned()))?;
        let elements = shape.iter().try_fold(size, |product, d| product.checked_mul(*d));
        if elements != Some(data.len()) {
            return Err(Error::Shape(name.to_owned()));
        }
        Ok(Tensor { shape, data })
    }
}
