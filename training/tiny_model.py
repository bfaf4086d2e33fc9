"""A tiny model of random weights for the tests of `crates/model`, with what onnxruntime and tokenizers make of it.

    python training/tiny_model.py crates/model/tests/data

writes `tiny.onnx`, `tiny_vocab.txt`, `tiny.json` (outputs), `tiny_pieces.json` (word pieces), `tiny_static.onnx` and
`tiny_static.json` (static vectors). The same versions of numpy, onnx, onnxruntime and tokenizers give the same bytes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import BertWordPieceTokenizer

import static_table
from onnx_graph import Head, build

WIDTH, HEADS, INNER, LAYERS, SHARED, PLACES = 16, 2, 32, 2, 1, 48
STANCES, FEATURES = 3, 2
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = "the ferry left harbour at noon no one was hurt said master warn".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
VOCABULARY = [*SPECIAL, *".,!?'\"-():;", *LETTERS, *("##" + c for c in LETTERS), *WORDS, "##ed", "##ing", "##s"]
#: Sequences of (piece, segment), invented; of three lengths, so that none is padded like another.
SEQUENCES = [
    [(2, 0), (88, 0), (89, 0), (90, 0), (3, 0), (91, 1), (92, 1), (3, 1)],
    [(2, 0), (60, 0), (3, 0)],
    [(2, 0), *((5 + 7 * i % 90, 0) for i in range(12)), (3, 0), *((9 + 5 * i % 90, 1) for i in range(20)), (3, 1)],
]
#: Invented texts; random ones of every kind of character are added.
TEXTS = [
    "The ferry left the harbour at noon.",
    "NO ONE was hurt, the harbour-master said (twice)!",
    "Àé ñ Å ﬁ ǅ ß İ ı ẞ e\u0301 \u0301 ferry\u0301s",
    "渡船は正午に出た 한국어 ไทย हिन्दी عربى",
    "tab\tnew\nline\rvertical\x0bform\x0cnull\x00next\x85nbsp\xa0zero\u200bwidth\u2028line\ufeffbom\ufffdlost",
    "“quoted” ‘single’ – — … • € £ $ ^ ` ~ + = < > | @ # % & * _ / \\ [ ] { } ' \"",
    "a" * 99,
    "a" * 100,
    "a" * 101 + " ferry",
    "e\u0301" * 100 + " " + "\u0301" * 300,
    "\u037e \u1fef \u0340 \u0f73 \u2f9f \uf900 \U0002f81a 😀 \U000e0001 \U0010ffff \ue000",
]


def random_texts(count: int) -> list[str]:
    """Texts of characters from every plane, mixed with the letters of the vocabulary."""
    random = np.random.default_rng(3)
    ranges = [(0x20, 0x7F), (0x80, 0x250), (0x250, 0x3000), (0x3000, 0xD800), (0xE000, 0x10000), (0x10000, 0x30000)]
    texts = []
    for _ in range(count):
        low, high = ranges[random.integers(len(ranges))]
        odd = [chr(c) for c in random.integers(low, high, 12)]
        plain = [LETTERS[c] for c in random.integers(0, len(LETTERS), 12)]
        texts.append("".join(random.permutation([*odd, *plain, " ", " "])))
    return texts


def weights(seed: int) -> dict[str, np.ndarray]:
    """Random weights of BERT's names and of about its spread, so that attention and GELU are not flat."""
    random = np.random.default_rng(seed)
    made: dict[str, np.ndarray] = {}

    def tensor(name: str, *shape: int, around: float = 0.0, spread: float = 0.4) -> None:
        made[name] = (around + spread * random.standard_normal(shape)).astype(np.float32)

    def norm(name: str) -> None:
        tensor(name + ".weight", WIDTH, around=1.0, spread=0.1)
        tensor(name + ".bias", WIDTH, spread=0.1)

    tensor("embeddings.word_embeddings.weight", len(VOCABULARY), WIDTH)
    tensor("embeddings.position_embeddings.weight", PLACES, WIDTH)
    tensor("embeddings.token_type_embeddings.weight", 2, WIDTH)
    norm("embeddings.LayerNorm")
    for index in range(LAYERS):
        at = f"encoder.layer.{index}."
        for part, shape in {
            "attention.self.query": (WIDTH, WIDTH),
            "attention.self.key": (WIDTH, WIDTH),
            "attention.self.value": (WIDTH, WIDTH),
            "attention.output.dense": (WIDTH, WIDTH),
            "intermediate.dense": (INNER, WIDTH),
            "output.dense": (WIDTH, INNER),
        }.items():
            tensor(f"{at}{part}.weight", *shape)
            tensor(f"{at}{part}.bias", shape[0])
        norm(at + "attention.output.LayerNorm")
        norm(at + "output.LayerNorm")
    return made


def main(folder: Path) -> None:
    random = np.random.default_rng(5)
    head = Head(
        random.standard_normal((STANCES - 1, WIDTH)).astype(np.float32), random.standard_normal(STANCES - 1).astype(np.float32),
        random.standard_normal(FEATURES).astype(np.float32), np.full(1, 0.5, np.float32), (2, 3),
    )
    model = build(weights(1), SHARED, weights(2), quantise=True, heads=HEADS, head=head)
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    answers = []
    for sequence in SEQUENCES:
        ids, segments = np.array(sequence, np.int64).T[:, None, :]
        features = np.array([[0.25, -1.5]], np.float32)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": segments, "features": features}
        hidden, pooled, logits = session.run(["hidden", "pooled", "logits"], feed)
        answers.append(
            {
                "ids": ids[0].tolist(),
                "segments": segments[0].tolist(),
                "hidden": [round(float(x), 5) for x in hidden.reshape(-1)],
                "features": features[0].tolist(),
                "pooled": [round(float(x), 5) for x in pooled.reshape(-1)],
                "logits": [round(float(x), 5) for x in logits.reshape(-1)],
            }
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tiny.onnx").write_bytes(model)
    (folder / "tiny_vocab.txt").write_text("\n".join(VOCABULARY) + "\n")
    (folder / "tiny.json").write_text(json.dumps(answers) + "\n")
    tokenizer = BertWordPieceTokenizer(str(folder / "tiny_vocab.txt"), lowercase=True)
    pieces = [{"text": t, "ids": tokenizer.encode(t, add_special_tokens=False).ids} for t in [*TEXTS, *random_texts(400)]]
    (folder / "tiny_pieces.json").write_text(json.dumps(pieces) + "\n")
    table = np.random.default_rng(4).standard_normal((len(VOCABULARY), static_table.WIDTH)).astype(np.float32)
    table_file = static_table.graph(table)
    (folder / "tiny_static.onnx").write_bytes(table_file)
    session = onnxruntime.InferenceSession(table_file, providers=["CPUExecutionProvider"])
    answers = []
    for text in TEXTS[:3]:
        ids = np.array([tokenizer.encode(text, add_special_tokens=False).ids], np.int64)
        vector = session.run(["vectors"], {"input_ids": ids})[0][0].sum(axis=0)
        answers.append({"text": text, "vector": [round(float(x), 5) for x in vector / np.linalg.norm(vector)]})
    (folder / "tiny_static.json").write_text(json.dumps(answers) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
