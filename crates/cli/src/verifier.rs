//! `--verifier PATH|URL`: reads the files, and what of the environment, a verifier needs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use coincide_check::Verifier;
use coincide_verifiers::{Chat, ChatOptions, CrossEncoder, Folder, Key, Weights};

use crate::exit::cannot;

/// The environment variable that has the key of a chat endpoint. It is its own, so that the key of one service is never sent
/// to another.
pub(crate) const KEY: &str = "COINCIDE_VERIFIER_KEY";

/// Where the weights may be, the first that is there.
const WEIGHTS: [&str; 3] = ["model.onnx", "onnx/model.onnx", "model.safetensors"];

/// What ONNX files call the file beside them that has their weights, if they are too large for one.
const EXTERNAL: [&str; 2] = ["model.onnx_data", "model.onnx.data"];

/// Opens the verifier that `what` names: a chat endpoint if it begins with `http://` or `https://`, else the folder of a
/// cross-encoder, which works on `threads` pairs at once.
///
/// Nothing is sent to an endpoint yet.
///
/// # Errors
///
/// Says which file is missing or wrong, or what is wrong with the URL.
pub(crate) fn open(what: &str, threads: usize) -> Result<Arc<dyn Verifier>> {
    if what.starts_with("http://") || what.starts_with("https://") {
        let key = match std::env::var(KEY) {
            Ok(key) if !key.is_empty() => Some(Key::from(key)),
            Ok(_) | Err(std::env::VarError::NotPresent) => None,
            Err(std::env::VarError::NotUnicode(_)) => bail!("{KEY} is not text"),
        };
        return Ok(Arc::new(Chat::new(what, ChatOptions { key, ..ChatOptions::default() })?));
    }
    let path = Path::new(what);
    let context = || format!("the verifier {}", path.display());
    let folder = read(path).with_context(context)?;
    Ok(Arc::new(CrossEncoder::new(folder, threads).with_context(context)?))
}

/// Reads the files of a folder.
fn read(path: &Path) -> Result<Folder> {
    if !path.is_dir() {
        bail!(if path.exists() { "a file; the folder it is in is needed" } else { "no such folder" });
    }
    let [config, tokenizer] = ["config.json", "tokenizer.json"].map(|name| path.join(name));
    for file in [&config, &tokenizer] {
        if !file.is_file() {
            bail!("the folder has no {}", file.strip_prefix(path).unwrap_or(file).display());
        }
    }
    let Some(weights) = WEIGHTS.iter().map(|name| path.join(name)).find(|file| file.is_file()) else {
        bail!("the folder has no weights: none of {}", WEIGHTS.join(", "));
    };
    let weights = if weights.extension().is_some_and(|ending| ending == "onnx") {
        let mut external = Vec::new();
        for name in EXTERNAL {
            let file = weights.with_file_name(name);
            if file.is_file() {
                external.push((name.to_owned(), bytes(&file)?));
            }
        }
        Weights::Onnx { graph: bytes(&weights)?, external }
    } else {
        Weights::Safetensors(bytes(&weights)?)
    };
    Ok(Folder { name: name(path), config: bytes(&config)?, tokenizer: bytes(&tokenizer)?, weights })
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(cannot("read", path))
}

/// The name of the folder, also where it is given as `.` or through a link.
fn name(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| PathBuf::from(path));
    let name = path.file_name().or_else(|| whole.file_name());
    name.map_or_else(|| "model".to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(what: &Path) -> String {
        format!("{:#}", open(&what.to_string_lossy(), 1).unwrap_err())
    }

    #[test]
    fn says_what_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert!(error(&path.join("nowhere")).ends_with("no such folder"));
        assert!(error(path).ends_with("the folder has no config.json"));
        std::fs::write(path.join("config.json"), r#"{"id2label": {"0": "x"}}"#).unwrap();
        assert!(error(&path.join("config.json")).ends_with("a file; the folder it is in is needed"));
        assert!(error(path).ends_with("the folder has no tokenizer.json"));
        std::fs::write(path.join("tokenizer.json"), "{}").unwrap();
        assert!(error(path).contains("none of model.onnx, onnx/model.onnx, model.safetensors"));
        std::fs::create_dir(path.join("onnx")).unwrap();
        std::fs::write(path.join("onnx/model.onnx"), "").unwrap();
        assert!(error(path).contains("tokenizer.json: "), "{}", error(path));
    }

    #[test]
    fn opens_a_folder_and_an_endpoint() {
        let sums = Path::new(env!("CARGO_MANIFEST_DIR")).join("../verifiers/tests/data/sums");
        assert!(open(&sums.to_string_lossy(), 1).unwrap().name().starts_with("sums@"));
        let endpoint = open("http://localhost:1/v1?model=tiny", 1).unwrap();
        assert_eq!(endpoint.name(), "http://localhost:1/v1/chat/completions tiny");
        assert!(open("http://", 1).is_err());
    }
}
