//! A network from `model.safetensors`, built as `config.json` says and run by candle.

use candle_core::{DType, Device, IndexOp, Tensor};
use candle_nn::{Linear, Module, VarBuilder};
use candle_transformers::models::{bert, debertav2, modernbert, xlm_roberta};
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::Network;
use super::config::{self, Config};
use super::pieces::Pieces;
use crate::Error;

/// The name of the file.
pub(crate) const FILE: &str = "model.safetensors";

/// A network with a thread for each place. Operators share their work among the threads of the pool they are called in;
/// each here has one.
struct Transformer {
    kind: Kind,
    pools: Vec<ThreadPool>,
}

/// The architectures.
enum Kind {
    Bert {
        model: bert::BertModel,
        pooler: Linear,
        classifier: Linear,
    },
    Roberta(xlm_roberta::XLMRobertaForSequenceClassification),
    Deberta(Box<debertav2::DebertaV2SeqClassificationModel>),
    ModernBert {
        model: modernbert::ModernBert,
        mean: bool,
        dense: Linear,
        norm: candle_nn::LayerNorm,
        classifier: Linear,
    },
}

/// Builds the network that `config` names; `settings` is the content of `config.json`.
pub(crate) fn load(
    config: &Config,
    settings: &[u8],
    weights: Vec<u8>,
    outputs: usize,
    places: usize,
) -> Result<Box<dyn Network>, Error> {
    let build: fn(Value, VarBuilder<'_>, usize) -> Result<Kind, Error> = match &*config.model_type {
        "bert" => build_bert,
        "roberta" | "xlm-roberta" => build_roberta,
        "deberta-v2" => build_deberta,
        "modernbert" => build_modern_bert,
        other => {
            let known = "bert, roberta, xlm-roberta, deberta-v2 and modernbert are";
            return Err(Error::file(config::FILE, format!("the model type {other:?} is not known; {known}")));
        }
    };
    let settings = serde_json::from_slice(settings).map_err(|error| Error::file(config::FILE, error))?;
    let weights = VarBuilder::from_buffered_safetensors(weights, DType::F32, &Device::Cpu).map_err(wrong_weights)?;
    let pool = |_| ThreadPoolBuilder::new().num_threads(1).build();
    let pools = (0..places).map(pool).collect::<Result<_, _>>().map_err(|error| Error::file(FILE, error))?;
    Ok(Box::new(Transformer { kind: build(settings, weights, outputs)?, pools }))
}

fn build_bert(settings: Value, weights: VarBuilder<'_>, outputs: usize) -> Result<Kind, Error> {
    let defaults = json!({
        "hidden_act": "gelu", "hidden_dropout_prob": 0.1, "initializer_range": 0.02, "layer_norm_eps": 1e-12,
        "max_position_embeddings": 512, "pad_token_id": 0, "type_vocab_size": 2,
    });
    let size = size(&settings)?;
    let config: bert::Config = with_defaults(settings, defaults)?;
    let load = || {
        Ok(Kind::Bert {
            model: bert::BertModel::load(weights.pp("bert"), &config)?,
            pooler: candle_nn::linear(size, size, weights.pp("bert.pooler.dense"))?,
            classifier: candle_nn::linear(size, outputs, weights.pp("classifier"))?,
        })
    };
    load().map_err(wrong_weights)
}

fn build_roberta(settings: Value, weights: VarBuilder<'_>, outputs: usize) -> Result<Kind, Error> {
    let defaults = json!({
        "attention_probs_dropout_prob": 0.1, "hidden_act": "gelu", "hidden_dropout_prob": 0.1, "layer_norm_eps": 1e-5,
        "max_position_embeddings": 514, "pad_token_id": 1, "position_embedding_type": "absolute", "type_vocab_size": 1,
    });
    let config = with_defaults(settings, defaults)?;
    let model = xlm_roberta::XLMRobertaForSequenceClassification::new(outputs, &config, weights);
    Ok(Kind::Roberta(model.map_err(wrong_weights)?))
}

fn build_deberta(settings: Value, weights: VarBuilder<'_>, _outputs: usize) -> Result<Kind, Error> {
    let defaults = json!({
        "attention_probs_dropout_prob": 0.1, "hidden_act": "gelu", "hidden_dropout_prob": 0.1, "initializer_range": 0.02,
        "layer_norm_eps": 1e-7, "max_position_embeddings": 512, "max_relative_positions": -1, "pooler_dropout": 0.0,
        "pooler_hidden_act": "gelu", "pooler_hidden_size": size(&settings)?, "pos_att_type": [],
        "position_biased_input": true, "relative_attention": false, "type_vocab_size": 0,
    });
    let config = with_defaults(settings, defaults)?;
    let model = debertav2::DebertaV2SeqClassificationModel::load(weights.pp("deberta"), &config, None);
    Ok(Kind::Deberta(Box::new(model.map_err(wrong_weights)?)))
}

fn build_modern_bert(mut settings: Value, weights: VarBuilder<'_>, outputs: usize) -> Result<Kind, Error> {
    let size = size(&settings)?;
    // Newer files give the bases of the rotations and the kinds of the layers in another form.
    let base = |kind: &str| settings["rope_parameters"][kind]["rope_theta"].as_f64();
    let global = |(_, kind): &(usize, &Value)| kind.as_str() == Some("full_attention");
    let period = settings["layer_types"]
        .as_array()
        .map(|kinds| kinds.iter().enumerate().skip(1).find(global).map_or(kinds.len(), |(at, _)| at));
    let eps = settings["norm_eps"].as_f64().unwrap_or(1e-5);
    let defaults = json!({
        "global_attn_every_n_layers": period.unwrap_or(3), "global_rope_theta": base("full_attention").unwrap_or(160_000.0),
        "layer_norm_eps": eps, "local_attention": 128, "local_rope_theta": base("sliding_attention").unwrap_or(10_000.0),
        "max_position_embeddings": 8192, "pad_token_id": 50283,
    });
    let mean = settings["classifier_pooling"].as_str() == Some("mean");
    // The labels are read elsewhere; here they would be asked for in one form.
    if let Some(settings) = settings.as_object_mut() {
        ["id2label", "label2id", "classifier_pooling"].iter().for_each(|&name| drop(settings.remove(name)));
    }
    let config: modernbert::Config = with_defaults(settings, defaults)?;
    let load = || {
        Ok(Kind::ModernBert {
            model: modernbert::ModernBert::load(weights.clone(), &config)?,
            mean,
            dense: candle_nn::linear_no_bias(size, size, weights.pp("head.dense"))?,
            norm: candle_nn::layer_norm_no_bias(size, eps, weights.pp("head.norm"))?,
            classifier: candle_nn::linear(size, outputs, weights.pp("classifier"))?,
        })
    };
    load().map_err(wrong_weights)
}

impl Transformer {
    fn outputs(&self, pieces: &Pieces) -> candle_core::Result<Vec<f32>> {
        let row = |values: &[u32]| Tensor::new(values, &Device::Cpu)?.unsqueeze(0);
        let (ids, segments) = (row(&pieces.ids)?, row(&pieces.segments)?);
        let mask = ids.ones_like()?;
        let logits = match &self.kind {
            Kind::Bert { model, pooler, classifier } => {
                let first = model.forward(&ids, &segments, None)?.i((.., 0))?.contiguous()?;
                classifier.forward(&pooler.forward(&first)?.tanh()?)?
            }
            Kind::Roberta(model) => model.forward(&ids, &mask, &segments)?,
            Kind::Deberta(model) => model.forward(&ids, Some(segments), Some(mask))?,
            Kind::ModernBert { model, mean, dense, norm, classifier } => {
                let all = model.forward(&ids, &mask)?;
                let pooled = if *mean { all.mean(1)? } else { all.i((.., 0))?.contiguous()? };
                classifier.forward(&norm.forward(&dense.forward(&pooled)?.gelu_erf()?)?)?
            }
        };
        logits.flatten_all()?.to_vec1()
    }
}

impl Network for Transformer {
    fn logits(&self, place: usize, pieces: &Pieces) -> Result<Vec<f32>, String> {
        let pool = self.pools.get(place).ok_or_else(|| "there is no such place".to_owned())?;
        pool.install(|| self.outputs(pieces)).map_err(|error| error.to_string())
    }
}

/// The configuration of an architecture: what the file says over what the reference implementation assumes.
fn with_defaults<C: DeserializeOwned>(settings: Value, mut defaults: Value) -> Result<C, Error> {
    if let (Value::Object(all), Value::Object(given)) = (&mut defaults, settings) {
        let given: Map<String, Value> = given.into_iter().filter(|(_, value)| !value.is_null()).collect();
        all.extend(given);
    }
    serde_json::from_value(defaults).map_err(|error| Error::file(config::FILE, error))
}

/// The size of the vectors.
fn size(settings: &Value) -> Result<usize, Error> {
    let size = settings["hidden_size"].as_u64().and_then(|size| usize::try_from(size).ok());
    size.ok_or_else(|| Error::file(config::FILE, "there is no `hidden_size`"))
}

fn wrong_weights(error: candle_core::Error) -> Error {
    Error::file(FILE, error)
}
