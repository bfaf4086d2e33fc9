"""The model beside its peers, on the same sentences, in one run.

    cargo build --release -p coincide-model --example throughput
    python benches/compare.py --program target/release/examples/throughput \
        --model MODEL.onnx --vocabulary VOCAB.txt --sentences SENTENCES.txt

Peers, which the person who runs this installs in an environment of their own: numpy, onnxruntime, tokenizers, torch.

* onnxruntime runs the same file, and, with `--dynamic FILE`, a file that its own `quantize_dynamic` made of the same weights;
  each with batches of 1, 8 and 32 sorted by length, of which the fastest counts. Tokenising is in the time, as it is in
  that of the program.
* An encoder-decoder of the size of Flan-T5-large (770 M parameters, random weights, float32) reads claim and passages and
  decodes one token, as verifiers of this kind do (Tang, Laban and Durrett 2024, MiniCheck, arXiv:2404.10774). It is timed
  on a few questions, since it is slow.

What runs at the same time disturbs all of them; each figure is the fastest of some rounds, the rounds of all in turn.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time

import numpy as np
import onnxruntime
from tokenizers import BertWordPieceTokenizer

ROUNDS = 3
PIECES = 256


class Onnxruntime:
    """An encoder in onnxruntime."""

    def __init__(self, path: str, tokenizer: BertWordPieceTokenizer, threads: int, batch: int):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        # Asked for even where the output that reads them is not.
        self.features = next((it.shape[1] for it in self.session.get_inputs() if it.name == "features"), None)
        self.tokenizer = tokenizer
        self.batch = batch

    def seconds(self, sentences: list[str]) -> float:
        start = time.perf_counter()
        encoded = sorted((e.ids[:PIECES] for e in self.tokenizer.encode_batch(sentences)), key=len)
        for low in range(0, len(encoded), self.batch):
            rows = encoded[low : low + self.batch]
            ids = np.zeros((len(rows), max(map(len, rows))), np.int64)
            mask = np.zeros_like(ids)
            for place, row in enumerate(rows):
                ids[place, : len(row)] = row
                mask[place, : len(row)] = 1
            feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            if self.features:
                feed["features"] = np.zeros((len(rows), self.features), np.float32)
            hidden = self.session.run(["hidden"], feed)[0]
            mean = (hidden * mask[..., None]).sum(axis=1)
            mean / np.linalg.norm(mean, axis=1, keepdims=True)
        return time.perf_counter() - start


def encoder_decoder(threads: int, lengths: list[int]) -> float:
    """Seconds that a model of Flan-T5-large's size takes for questions of these lengths, one decoded token each."""
    import torch
    from torch import nn

    torch.set_num_threads(threads)
    width, heads, inner, layers = 1024, 16, 2816, 24

    class Attention(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.query, self.key, self.value, self.out = (nn.Linear(width, width, bias=False) for _ in range(4))

        def forward(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
            batch = x.shape[0]
            q, k, v = (
                part(it).view(batch, -1, heads, width // heads).transpose(1, 2)
                for part, it in ((self.query, x), (self.key, y), (self.value, y))
            )
            seen = nn.functional.scaled_dot_product_attention(q, k, v)
            return self.out(seen.transpose(1, 2).reshape(batch, -1, width))

    class Block(nn.Module):
        def __init__(self, crossed: bool) -> None:
            super().__init__()
            self.own, self.cross = Attention(), Attention() if crossed else None
            self.gate, self.up, self.down = (
                nn.Linear(a, b, bias=False) for a, b in ((width, inner), (width, inner), (inner, width))
            )
            self.norms = nn.ModuleList(nn.RMSNorm(width) for _ in range(3))

        def forward(self, x: torch.Tensor, memory: torch.Tensor | None = None) -> torch.Tensor:
            y = self.norms[0](x)
            x = x + self.own(y, y)
            if self.cross is not None:
                x = x + self.cross(self.norms[1](x), memory)
            y = self.norms[2](x)
            return x + self.down(nn.functional.gelu(self.gate(y), approximate="tanh") * self.up(y))

    torch.manual_seed(1)
    encoder = nn.ModuleList(Block(False) for _ in range(layers)).eval()
    decoder = nn.ModuleList(Block(True) for _ in range(layers)).eval()
    head = nn.Linear(width, 32128, bias=False)
    start = time.perf_counter()
    with torch.no_grad():
        for length in lengths:
            memory = torch.randn(1, length, width)
            for block in encoder:
                memory = block(memory)
            x = torch.randn(1, 1, width)
            for block in decoder:
                x = block(x, memory)
            head(x)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the example throughput of crates/model")
    parser.add_argument("--model", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--sentences", required=True, help="UTF-8, one sentence a line")
    parser.add_argument("--dynamic", help="the encoder, quantised by onnxruntime's quantize_dynamic")
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--large", type=int, default=4, help="questions asked of the large model; 0 leaves it out")
    options = parser.parse_args()
    with open(options.sentences, encoding="utf-8") as lines:
        sentences = lines.read().splitlines()
    tokenizer = BertWordPieceTokenizer(options.vocabulary, lowercase=True)
    for threads in options.threads:
        files = {"same file": options.model} | ({"quantize_dynamic": options.dynamic} if options.dynamic else {})
        peers = {
            f"onnxruntime, {name}, batch {batch}": Onnxruntime(path, tokenizer, threads, batch)
            for name, path in files.items()
            for batch in (1, 8, 32)
        }
        best = dict.fromkeys(peers, float("inf"))
        ours: dict = {}
        for _ in range(ROUNDS):
            command = [options.program, options.model, options.vocabulary, options.sentences, str(threads), "1"]
            run = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            ours = {k: v if v is None else min(v, ours.get(k, v)) for k, v in run.items()}
            for name, peer in peers.items():
                best[name] = min(best[name], peer.seconds(sentences))
        print(f"\n{threads} threads, {len(sentences)} sentences; loaded in {1000 * ours['load']:.0f} ms")
        print(f"{'coincide-model':44} {len(sentences) / ours['encode']:7.0f} sentences/s")
        for name, seconds in best.items():
            ratio = seconds / ours["encode"]
            print(f"{name:44} {len(sentences) / seconds:7.0f} sentences/s, coincide-model is {ratio:.2f} times as fast")
        if options.large and ours["ask"] is not None:
            pieces = [len(tokenizer.encode(" ".join(sentences[i : i + 3])).ids) for i in range(len(sentences) - 2)]
            step = max(1, len(pieces) // options.large)
            lengths = sorted(pieces)[step // 2 :: step][: options.large]
            large = len(lengths) / encoder_decoder(threads, lengths)
            claims = ours["questions"] / ours["ask"]
            print(f"{'coincide-model, claims with two passages':44} {claims:7.0f} claims/s")
            print(f"{'encoder-decoder of 770 M parameters':44} {large:7.2f} claims/s, {claims / large:.0f} times fewer")


if __name__ == "__main__":
    main()
