//! A classifier of pairs of texts, from the files of a folder.

mod config;
mod labels;
mod onnx;
mod pieces;
#[cfg(feature = "safetensors")]
mod safetensors;

use std::fmt::{self, Write as _};

use coincide_check::{Pair, Stances, Unanswered, Verifier};
use sha2::{Digest, Sha256};

use self::config::Config;
use self::labels::Labels;
use self::pieces::{Pieces, Tokens};
use crate::Error;
use crate::places::Places;

/// The files of a cross-encoder in the layout that models are published in, each by its content.
#[derive(Clone)]
pub struct Folder {
    /// What to call the model: the name of the folder.
    pub name: String,
    /// `config.json`: the architecture, and in `id2label` what each output means.
    pub config: Vec<u8>,
    /// `tokenizer.json`.
    pub tokenizer: Vec<u8>,
    /// The weights.
    pub weights: Weights,
}

/// The weights of a model.
#[derive(Clone)]
pub enum Weights {
    /// `model.onnx`, which is the whole network.
    Onnx {
        /// The file.
        graph: Vec<u8>,
        /// Files beside it that it takes weights from, by the names it calls them.
        external: Vec<(String, Vec<u8>)>,
    },
    /// `model.safetensors`; the network is told by `config.json`. Needs the feature `safetensors`.
    Safetensors(Vec<u8>),
}

/// A cross-encoder: reads passages and clause together, the passages as premise and the clause as hypothesis, as models of
/// natural language inference are trained.
///
/// Each pair is computed by itself, on one thread and without padding, so its answer is the same bits whatever it is asked
/// together with and for every number of threads.
pub struct CrossEncoder {
    name: String,
    tokens: Tokens,
    labels: Labels,
    network: Box<dyn Network>,
    places: Places,
}

/// What computes the outputs.
trait Network: Send + Sync {
    /// The outputs for a pair, one a label, before any softmax; or what went wrong. `place` is below the number of places
    /// the network was made for, and no two calls at once have the same.
    fn logits(&self, place: usize, pieces: &Pieces) -> Result<Vec<f32>, String>;
}

impl CrossEncoder {
    /// Loads the model, to work on `threads` pairs at once, and runs it once to see that it gives what its labels ask for.
    ///
    /// # Errors
    ///
    /// [`Error::File`] names the file that is not as it should be: labels that are not known, a tokeniser that cannot be
    /// read, a graph with other inputs. [`Error::Feature`] if the build lacks the runtime for the weights.
    pub fn new(folder: Folder, threads: usize) -> Result<Self, Error> {
        let config = Config::read(&folder.config)?;
        let labels = Labels::of(&config)?;
        let tokens = Tokens::new(&folder.tokenizer, config.longest())?;
        let name = format!("{}@{}", folder.name, digest(&folder.weights));
        let places = Places::new(threads);
        let (file, network): (_, Box<dyn Network>) = match folder.weights {
            Weights::Onnx { graph, external } => {
                (onnx::FILE, Box::new(onnx::Graph::load(graph, external, places.count())?))
            }
            #[cfg(feature = "safetensors")]
            Weights::Safetensors(weights) => {
                let outputs = labels.count();
                (safetensors::FILE, safetensors::load(&config, &folder.config, weights, outputs, places.count())?)
            }
            #[cfg(not(feature = "safetensors"))]
            Weights::Safetensors(_) => {
                return Err(Error::Feature { what: "a model in `model.safetensors`", feature: "safetensors" });
            }
        };
        let model = Self { name, tokens, labels, network, places };
        let pieces = model.tokens.pieces("a", "a").map_err(|reason| Error::file("tokenizer.json", reason))?;
        model.answer(0, &pieces).map_err(|reason| Error::file(file, reason))?;
        Ok(model)
    }

    fn answer(&self, place: usize, pieces: &Pieces) -> Result<Stances, String> {
        self.labels.stances(&self.network.logits(place, pieces)?)
    }
}

impl Verifier for CrossEncoder {
    fn name(&self) -> &str {
        &self.name
    }

    fn verify(&self, pairs: &[Pair<'_>]) -> Vec<Result<Stances, Unanswered>> {
        let premises: Vec<String> = pairs.iter().map(|pair| pair.passages.join(" ")).collect();
        // The longest first, so that no thread is left with a long one at the end.
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by_key(|&index| std::cmp::Reverse(premises[index].len() + pairs[index].claim.len()));
        let answers = self.places.map(&order, |place, index| {
            let pieces = self.tokens.pieces(&premises[index], pairs[index].claim)?;
            self.answer(place, &pieces)
        });
        let early = || Err("the model stopped on this pair".to_owned());
        answers.into_iter().map(|answer| answer.unwrap_or_else(early).map_err(Unanswered)).collect()
    }
}

impl fmt::Debug for CrossEncoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CrossEncoder").field("name", &self.name).field("labels", &self.labels).finish_non_exhaustive()
    }
}

/// The first twelve hexadecimal digits of the SHA-256 of the weights.
fn digest(weights: &Weights) -> String {
    let mut hash = Sha256::new();
    match weights {
        Weights::Onnx { graph, external } => {
            hash.update(graph);
            external.iter().for_each(|(_, bytes)| hash.update(bytes));
        }
        Weights::Safetensors(bytes) => hash.update(bytes),
    }
    hash.finalize().iter().take(6).fold(String::new(), |mut digits, byte| {
        // Writing to a string does not fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
