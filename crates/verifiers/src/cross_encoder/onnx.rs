//! A network from an ONNX file, run by rten.

use std::sync::Arc;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use super::Network;
use super::pieces::Pieces;
use crate::Error;

/// The name of the file.
pub(crate) const FILE: &str = "model.onnx";

/// A graph with one input for each of its kinds of numbers.
pub(crate) struct Graph {
    model: Model,
    inputs: Vec<(NodeId, Input)>,
    logits: NodeId,
    /// A thread for each place. Operators share their work among the threads of the pool they run in; each here has one.
    pools: Vec<Arc<ThreadPool>>,
}

/// What an input is given.
#[derive(Clone, Copy)]
enum Input {
    Ids,
    Mask,
    Segments,
}

impl Graph {
    pub(crate) fn load(graph: Vec<u8>, external: Vec<(String, Vec<u8>)>, places: usize) -> Result<Self, Error> {
        let mut options = ModelOptions::with_all_ops();
        options.prepack_weights(true);
        for (name, bytes) in external {
            options.external_data(&name, bytes);
        }
        let model = options.load(graph).map_err(|error| Error::file(FILE, error))?;
        let name = |id: NodeId| model.node_info(id).and_then(|info| info.name()).unwrap_or_default();
        let input = |&id: &NodeId| match name(id) {
            "input_ids" => Ok((id, Input::Ids)),
            "attention_mask" => Ok((id, Input::Mask)),
            "token_type_ids" => Ok((id, Input::Segments)),
            other => Err(Error::file(FILE, format!("the input {other:?} is not one of a cross-encoder"))),
        };
        let inputs = model.input_ids().iter().map(input).collect::<Result<_, _>>()?;
        let logits = match model.output_ids() {
            &[only] => only,
            several => *several
                .iter()
                .find(|&&id| name(id) == "logits")
                .ok_or_else(|| Error::file(FILE, "none of its outputs is called \"logits\""))?,
        };
        let pools = (0..places).map(|_| Arc::new(ThreadPool::with_num_threads(1))).collect();
        Ok(Self { model, inputs, logits, pools })
    }
}

impl Network for Graph {
    fn logits(&self, place: usize, pieces: &Pieces) -> Result<Vec<f32>, String> {
        let row = |values: &[u32]| -> Result<ValueOrView<'static>, String> {
            // The runtime keeps 64-bit integers in 32 bits.
            let values: Result<Vec<i32>, _> = values.iter().map(|&value| i32::try_from(value)).collect();
            let values = values.map_err(|_| "the vocabulary is too large".to_owned())?;
            Ok(NdTensor::from_data([1, values.len()], values).into())
        };
        let mut inputs = Vec::with_capacity(self.inputs.len());
        for &(id, input) in &self.inputs {
            let value = match input {
                Input::Ids => row(&pieces.ids),
                Input::Mask => row(&vec![1; pieces.ids.len()]),
                Input::Segments => row(&pieces.segments),
            };
            inputs.push((id, value?));
        }
        let options = RunOptions::default().with_thread_pool(self.pools.get(place).cloned());
        let outputs = self.model.run(inputs, &[self.logits], Some(options)).map_err(|error| error.to_string())?;
        let output = outputs.into_iter().next().ok_or_else(|| "the model gave nothing".to_owned())?;
        let output: Tensor<f32> = output.try_into().map_err(|_| "its output is not of 32-bit floats".to_owned())?;
        Ok(output.to_vec())
    }
}
