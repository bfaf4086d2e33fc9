"""A table of static vectors, one for each word piece, distilled from the encoder.

    python training/static_table.py --weights model.safetensors --vocabulary vocab.txt --data DIR --out static.onnx

Each word piece alone goes through the encoder (`[CLS] piece [SEP]`, mean of the three states). The vectors are centred
and turned onto their 128 first principal components, and each is scaled by its smooth inverse frequency
a / (a + p(piece)) in the news articles of `DIR` (Arora, Liang and Ma 2017, "A simple but tough-to-beat baseline for sentence
embeddings"), so that the sum over a text's pieces is led by its rare words. The vector of a text is that sum, of length 1.

The file is an ONNX graph that looks vectors up (int8, a scale for each row), so that any runtime reads it. It is
deterministic: the same weights, text and versions give the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto, checker, helper, numpy_helper
from tokenizers import BertWordPieceTokenizer

import encoder
from onnx_graph import OPSET, quantise_rows
from sets import read

#: Numbers of a vector; `crates/model/src/static_embedding.rs` has the same.
WIDTH = 128
#: The `a` of the weight; the paper finds 1e-3 to 1e-4 to do best.
SMOOTHING = 1e-3
BATCH = 512


def vectors(weights: Path, pieces: int, start: int, separator: int) -> np.ndarray:
    """The mean state of each word piece between the two special ones, [pieces, 384]."""
    model = encoder.load(weights).eval()
    made = []
    with torch.no_grad():
        for low in range(0, pieces, BATCH):
            ids = torch.arange(low, min(low + BATCH, pieces))
            ids = torch.stack([torch.full_like(ids, start), ids, torch.full_like(ids, separator)], dim=1)
            states = model.below(ids, torch.zeros_like(ids), None, len(model.layers))
            made.append(states.mean(dim=1).numpy())
    return np.concatenate(made).astype(np.float64)


def frequencies(tokenizer: BertWordPieceTokenizer, texts: list[str], pieces: int) -> np.ndarray:
    """How often each word piece is met in `texts`, one added to each, as shares of all."""
    counts = np.ones(pieces)
    for text in texts:
        np.add.at(counts, tokenizer.encode(text, add_special_tokens=False).ids, 1)
    return counts / counts.sum()


def principal(rows: np.ndarray, width: int) -> np.ndarray:
    """`rows`, centred, on their first `width` principal components. Each component's largest part is made positive."""
    centred = rows - rows.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :width]
    axes *= np.sign(axes[np.abs(axes).argmax(axis=0), np.arange(width)])
    return centred @ axes


def graph(table: np.ndarray) -> bytes:
    """An ONNX file: `input_ids` [batch, length] to `vectors` [batch, length, WIDTH]."""
    quantised, scale = quantise_rows(table.astype(np.float32))
    nodes = [
        helper.make_node("Gather", ["words.table", "input_ids"], ["bytes"]),
        helper.make_node("Cast", ["bytes"], ["floats"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["words.row_scale", "input_ids"], ["scales"]),
        helper.make_node("Mul", ["floats", "scales"], ["vectors"]),
    ]
    inputs = [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])]
    outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["batch", "length", table.shape[1]])]
    tensors = [numpy_helper.from_array(quantised, "words.table"), numpy_helper.from_array(scale, "words.row_scale")]
    made = helper.make_graph(nodes, "coincide-static", inputs, outputs, tensors)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="coincide")
    model.ir_version = 9
    checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, required=True, help="the encoder's model.safetensors")
    parser.add_argument("--vocabulary", type=Path, required=True, help="its vocab.txt")
    parser.add_argument("--data", type=Path, required=True, help="the folder of the sets, of whose articles words are counted")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.use_deterministic_algorithms(True)
    tokenizer = BertWordPieceTokenizer(str(options.vocabulary), lowercase=True)
    pieces = tokenizer.get_vocab_size()
    special = (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]"))
    articles = read(options.data, "stories/load.jsonl.gz")
    texts = [it["text"].replace("\n", " ") + "\n" for it in articles if it.get("lang", "en") == "en"]
    shares = frequencies(tokenizer, texts, pieces)
    table = principal(vectors(options.weights, pieces, *special), WIDTH)
    options.out.write_bytes(graph(table * (SMOOTHING / (SMOOTHING + shares))[:, None]))


if __name__ == "__main__":
    main()
