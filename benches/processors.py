"""How far the model's numbers differ between processors with and without vector instructions.

    cargo build --release -p coincide-model --example states
    python benches/processors.py --program target/release/examples/states --qemu qemu-x86_64 \
        --model MODEL.onnx --vocabulary VOCAB.txt --sentences SENTENCES.txt

runs the program on this processor and, by QEMU's user emulation (Debian: qemu-user), on one with AVX2 and without AVX-512
(`Haswell`) and on one with neither (`Nehalem`), and prints the largest difference of a number and the least cosine of a
vector. Emulation is some hundred times slower, so a dozen sentences are enough.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess

PROCESSORS = ["Haswell", "Nehalem"]


def states(command: list[str]) -> list[dict]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("program", "model", "vocabulary", "sentences"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--qemu", default="qemu-x86_64")
    options = parser.parse_args()
    command = [options.program, options.model, options.vocabulary, options.sentences]
    here = states(command)
    for processor in PROCESSORS:
        there = states([options.qemu, "-cpu", processor, *command])
        for kind in ("text", "pooled"):
            pairs = [(a[kind], b[kind]) for a, b in zip(here, there, strict=True) if a[kind] is not None]
            if not pairs:
                continue
            furthest = max(abs(x - y) for a, b in pairs for x, y in zip(a, b, strict=True))
            cosine = min(sum(x * y for x, y in zip(a, b)) / math.hypot(*a) / math.hypot(*b) for a, b in pairs)
            print(f"{processor:8} {kind:6} {len(pairs)} vectors: furthest {furthest:.2e}, least cosine {cosine:.7f}")


if __name__ == "__main__":
    main()
