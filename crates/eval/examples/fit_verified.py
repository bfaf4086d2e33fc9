"""Shows how the verifier's odds go with the rules' in coincide_check::probability, for choosing WEIGHT_OF_VERIFIER, SCALE and SHIFT.

Usage: cargo run --release -p coincide-eval --example features -- drafts DRAFTS model > drafts.jsonl
       cargo run --release -p coincide-eval --example features -- claims SET model > set.jsonl     (of held-out documents)
       python3 fit_verified.py drafts.jsonl set.jsonl...

Needs numpy, scipy and scikit-learn. The first file weighs as much as all others. For each weight of the verifier's odds it
prints the area under the ROC curve of every set, then what makes a probability of the sum (Platt 1999).
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

# Those of coincide_check::features.
CONSTANT, SENTENCE, CLAUSE, SILENT = -5.15, [1.0, 0.9, 0.95, 0.4, 1.85], [0.85, 0.0, 0.0, 0.7, 0.0], -2.0


def load(path):
    """For each text whether it is supported, and for each clause the rules' log-odds and the verifier's."""
    texts = []
    for line in open(path):
        item = json.loads(line)
        clauses = [
            (CONSTANT + np.dot(it["sentence"], SENTENCE) + np.dot(clause, CLAUSE), SILENT if odds is None else odds)
            for it in item["sentences"]
            for clause, odds in zip(it["clauses"], it["verified"])
        ]
        if clauses:
            texts.append((item["supported"], np.array(clauses)))
    return np.array([it for it, _ in texts]), [it for _, it in texts]


def scores(clauses, weight):
    return np.array([(it[:, 0] + weight * it[:, 1]).min() for it in clauses])


sets = {path: load(path) for path in sys.argv[1:]}
for weight in (0, 0.2, 0.3, 0.5, 0.7, 1, 1.5):
    print("weight", weight)
    for path, (supported, clauses) in sets.items():
        if 0 < supported.sum() < len(supported):
            print(f"  {roc_auc_score(supported, scores(clauses, weight)):.3f} {path}")

    def loss(b):
        total = 0.0
        for number, (supported, clauses) in enumerate(sets.values()):
            p = 1 / (1 + np.exp(-(b[0] * scores(clauses, weight) + b[1])))
            likelihood = np.where(supported, np.log(p + 1e-9), np.log(1 - p + 1e-9)).mean()
            total -= likelihood * (max(1, len(sets) - 1) if number == 0 else 1)
        return total

    scale, shift = minimize(loss, [1.0, 0.0]).x
    print(f"  scale {scale:.2f} shift {shift:+.2f}")
