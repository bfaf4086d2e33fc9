"""Fits the weights of coincide_check::probability.

Usage: cargo run -p coincide-eval --example features -- claims CLAIMS > claims.jsonl
       cargo run -p coincide-eval --example features -- drafts DRAFTS > drafts.jsonl
       python3 fit.py claims.jsonl drafts.jsonl

Needs numpy, scipy and scikit-learn. Logistic regression, weights at or above nought, L2 penalty, both labels of a set
weighing the same, claims half as much as drafts. Prints how it does on drafts it has not seen (fitted on claims alone;
and one story of two drafts left out at a time), then the weights fitted on all.
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

SENTENCE, CLAUSE = [0, 1, 2, 3, 4], [0, 3]


def load(path):
    rows, supported, groups = [], [], []
    for line in open(path):
        item = json.loads(line)
        sentence = np.min([it["sentence"] for it in item["sentences"]], axis=0)
        clause = np.min([clause for it in item["sentences"] for clause in it["clauses"] or [it["sentence"]]], axis=0)
        rows.append(np.concatenate([sentence[SENTENCE], clause[CLAUSE]]))
        supported.append(item["supported"])
        groups.append(item["group"])
    return np.array(rows), np.array(supported), np.array(groups)


def balanced(y):
    return np.where(y, 0.5 / y.mean(), 0.5 / (~y).mean())


def fit(x, y, weight, penalty=0.5):
    def loss(b):
        p = 1 / (1 + np.exp(-(x @ b[1:] + b[0])))
        likelihood = np.where(y, np.log(p + 1e-9), np.log(1 - p + 1e-9))
        return -(weight * likelihood).sum() + penalty * (b[1:] ** 2).sum()

    bounds = [(None, None)] + [(0, None)] * x.shape[1]
    return minimize(loss, np.zeros(x.shape[1] + 1), bounds=bounds).x


def logits(b, x):
    return x @ b[1:] + b[0]


cx, cy, _ = load(sys.argv[1])
dx, dy, dg = load(sys.argv[2])
b = fit(cx, cy, balanced(cy))
print("claims alone, on drafts: AUC %.3f" % roc_auc_score(dy, logits(b, dx)))
out = np.zeros(len(dy))
for story in set(dg // 2):
    kept = dg // 2 != story
    x, y = np.vstack([cx, dx[kept]]), np.concatenate([cy, dy[kept]])
    weight = np.concatenate([balanced(cy) / 2, balanced(dy[kept])])
    out[~kept] = logits(fit(x, y, weight), dx[~kept])
print("leaving a story out:     AUC %.3f" % roc_auc_score(dy, out))
for shift in (-0.5, 0, 0.25, 0.5, 0.75, 1):
    print("  threshold %+.2f: accuracy %.3f" % (shift, ((out >= shift) == dy).mean()))
b = fit(np.vstack([cx, dx]), np.concatenate([cy, dy]), np.concatenate([balanced(cy) / 2, balanced(dy)]))
print("constant %.2f" % b[0])
print("sentence", np.round(b[1 : 1 + len(SENTENCE)], 2), "of features", SENTENCE)
print("clause  ", np.round(b[1 + len(SENTENCE) :], 2), "of features", CLAUSE)
