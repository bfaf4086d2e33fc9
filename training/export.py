"""Step 4 of the recipe: the file that ships.

    python export.py --verifier FOLDER/verifier.pt --base MODEL_FOLDER --out models/

Writes `coincide.onnx` (the base's encoder, and the cross-encoder's upper layers and head, at 8 bits) and `vocab.txt`, and
prints their SHA-256. The same weights give the same bytes.
"""

import argparse
import hashlib
import shutil
from pathlib import Path

import torch
from onnx_graph import Head, build
from safetensors.numpy import load_file
from train import SHARED_LAYERS

NAMES = {
    "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
    "output": "attention.output.dense", "norm": "attention.output.LayerNorm", "inner": "intermediate.dense",
    "outer": "output.dense", "last": "output.LayerNorm",
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--verifier", required=True)
    arguments.add_argument("--base", required=True)
    arguments.add_argument("--out", required=True)
    arguments = arguments.parse_args()
    base, out = Path(arguments.base), Path(arguments.out)
    state = torch.load(arguments.verifier)
    state = {name: value.float().numpy() for name, value in state.get("model", state).items()}
    cross = {}
    for name, value in state.items():
        parts = name.split(".")
        if name.startswith("encoder.layers.") and int(parts[2]) >= SHARED_LAYERS:
            cross[f"encoder.layer.{parts[2]}.{NAMES[parts[3]]}.{parts[4]}"] = value
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").splitlines()
    special = vocabulary.index("[CLS]"), vocabulary.index("[SEP]")
    head = Head(state["token.weight"], state["token.bias"], state["rules.weight"][0], state["rules.bias"], special)
    graph = build(load_file(base / "model.safetensors"), SHARED_LAYERS, cross, quantise=True, head=head)
    out.mkdir(parents=True, exist_ok=True)
    (out / "coincide.onnx").write_bytes(graph)
    shutil.copyfile(base / "vocab.txt", out / "vocab.txt")
    for name in ("coincide.onnx", "vocab.txt"):
        data = (out / name).read_bytes()
        print(f"{name} {len(data)} bytes sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
