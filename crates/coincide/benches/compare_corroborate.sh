#!/bin/sh
# Times a batch of coincide and the same drafts with corroborate 0.1.0 (PyPI, a checker of numbers, dates and quotations
# by regular expressions), one after the other, both on one thread.
#
#   sh crates/coincide/benches/compare_corroborate.sh PAIRS.jsonl COINCIDE PYTHON
#
# PAIRS.jsonl holds {"id", "text", "sources": [text, ...]} a line, as pairs.py beside this file makes them; COINCIDE is
# the program, PYTHON an interpreter with corroborate: `python3 -m venv venv && venv/bin/pip install corroborate==0.1.0`.
set -eu
pairs=$1 coincide=$2 python=$3
peer=$(mktemp)
trap 'rm -f "$peer"' EXIT
cat > "$peer" <<'PYTHON'
import json, sys
from corroborate import check_answer

for line in open(sys.argv[1], encoding="utf-8"):
    pair = json.loads(line)
    report = check_answer("", pair["sources"], pair["text"])
    print(pair["id"], len(report.findings))
PYTHON
for run in 1 2 3; do
    echo "run $run: coincide, then corroborate (CPU, user and system)"
    ( "$coincide" check --batch "$pairs" --jobs 1 --fail-on never --output /dev/null; times ) | tail -n 1
    ( "$python" "$peer" "$pairs" > /dev/null; times ) | tail -n 1
done
