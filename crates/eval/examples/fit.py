"""Fits the constants of coincide_check::probability.

Usage: cargo run --release -p coincide-eval --example features -- drafts DRAFTS model > drafts.jsonl
       cargo run --release -p coincide-eval --example features -- claims SET model > set.jsonl     (for each set)
       python3 fit.py drafts.jsonl set.jsonl...

Needs numpy, scipy and scikit-learn. Logistic regression, weights at or above nought, L2 penalty, both labels of a set
weighing the same, drafts as much as all sets together. A text scores as its lowest clause.

Prints how the rules do on each set when fitted without it, and on drafts leaving a story of two out; their weights; and,
where the lines have what a verifier says (`model` above), how each weight of its odds does on documents that it was not
trained on, and what makes a probability of the sum (Platt 1999).
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize
from sklearn.metrics import roc_auc_score

NAMES = ["words", "anywhere", "pairs", "names", "numbers", "order", "neighbours"]
# Which features of the sentence and of the clause have a weight, by their places.
SENTENCE, CLAUSE = [0, 1, 2, 3, 4, 5, 6], [0, 3, 4]
PENALTY = 0.03
# The logarithm of the odds of support where no passage has enough of a clause to be asked about.
SILENT = -2.0


class Set:
    """Labelled texts: for each its clauses as rows of features, and what the verifier says of them."""

    def __init__(self, path):
        self.name = path.split("/")[-1].removesuffix(".jsonl")
        self.supported, self.held_out, self.groups, self.clauses, self.odds, lowest = [], [], [], [], [], []
        for item in map(json.loads, open(path)):
            sentences = [(it["sentence"], clause, odds) for it in item["sentences"]
                         for clause, odds in zip(it["clauses"] or [it["sentence"]], it["verified"] or [None])]
            sentence = np.array([it for it, _, _ in sentences])[:, SENTENCE]
            clause = np.array([it for _, it, _ in sentences])[:, CLAUSE]
            self.clauses.append(np.hstack([sentence, clause]))
            self.odds.append([SILENT if it is None else it for _, _, it in sentences])
            lowest.append(self.clauses[-1].min(axis=0))
            self.supported.append(item["supported"])
            self.held_out.append(item["held_out"])
            self.groups.append(item["group"])
        self.supported, self.held_out, self.groups = map(np.array, (self.supported, self.held_out, self.groups))
        self.lowest = np.array(lowest)
        self.is_verified = any(it != SILENT for odds in self.odds for it in odds)

    def scores(self, b, weight=0.0):
        """For each text the least of what the rules and `weight` times the verifier make of its clauses."""
        return np.array([(x @ b[1:] + b[0] + weight * np.array(odds)).min() for x, odds in zip(self.clauses, self.odds)])

    def auc(self, scores, which):
        y = self.supported[which]
        return roc_auc_score(y, scores[which]) if 0 < y.sum() < len(y) else float("nan")


def fit(parts):
    """Constant and weights; `parts` are rows, labels and how much they weigh together."""
    whole = sum(weight for _, _, weight in parts)
    columns = parts[0][0].shape[1]

    def loss(b):
        value, slope = PENALTY / 2 * (b[1:] @ b[1:]), np.r_[0, PENALTY * b[1:]]
        for x, y, weight in parts:
            p = 1 / (1 + np.exp(-(x @ b[1:] + b[0])))
            each = weight / whole * np.where(y, 0.5 / y.mean(), 0.5 / (~y).mean()) / len(y)
            value -= (each * np.where(y, np.log(p + 1e-12), np.log(1 - p + 1e-12))).sum()
            slope += np.r_[(each * (p - y)).sum(), (each * (p - y)) @ x]
        return value, slope

    bounds = [(None, None)] + [(0, None)] * columns
    return minimize(loss, np.zeros(columns + 1), jac=True, bounds=bounds).x


def platt(sets, scores):
    """What makes probabilities of scores: scale and shift. The first set weighs as much as all others."""

    def loss(b):
        total = 0.0
        for number, (it, of_set) in enumerate(zip(sets, scores)):
            p = 1 / (1 + np.exp(-(b[0] * of_set + b[1])))[it.held_out]
            y = it.supported[it.held_out]
            total -= np.where(y, np.log(p + 1e-9), np.log(1 - p + 1e-9)).mean() * (len(sets) - 1 if number == 0 else 1)
        return total

    return minimize(loss, [1.0, 0.0]).x


def calibration_error(it, scores, b, bins=10):
    p = 1 / (1 + np.exp(-(b[0] * scores + b[1])))[it.held_out]
    y = it.supported[it.held_out]
    parts = np.array_split(np.argsort(p, kind="stable"), bins)
    return sum(len(part) * abs(p[part].mean() - y[part].mean()) for part in parts if len(part)) / len(p)


def main():
    sets = [Set(path) for path in sys.argv[1:]]
    drafts, others = sets[0], sets[1:]
    parts = {it.name: (it.lowest, it.supported, len(others) if it is drafts else 1) for it in sets}
    print("rules, each set by what is fitted without it")
    everywhere = {it.name: np.ones(len(it.supported), bool) for it in sets}
    found = []
    for it in sets:
        b = fit([part for name, part in parts.items() if name != it.name])
        found.append(it.auc(it.scores(b), everywhere[it.name]))
        print(f"  {found[-1]:.3f} {it.name}")
    out = np.zeros(len(drafts.supported))
    for story in set(drafts.groups // 2):
        kept = drafts.groups // 2 != story
        b = fit([parts[it.name] for it in others] + [(drafts.lowest[kept], drafts.supported[kept], len(others))])
        out[~kept] = drafts.scores(b)[~kept]
    print(f"  {np.mean(found):.3f} mean; drafts, leaving a story out: {roc_auc_score(drafts.supported, out):.3f}")
    b = fit(list(parts.values()))
    everything = [it.scores(b) for it in sets]
    for it in sets:
        it.held_out, it.kept = np.ones_like(it.held_out), it.held_out
    scale, shift = platt(sets, everything)
    b = b * scale
    b[0] += shift
    print("constant %.2f" % b[0])
    print("sentence", {NAMES[at]: round(weight, 2) for at, weight in zip(SENTENCE, b[1:])})
    print("clause  ", {NAMES[at]: round(weight, 2) for at, weight in zip(CLAUSE, b[1 + len(SENTENCE) :])})
    out = drafts.scores(b)
    for threshold in np.arange(-1, 1.01, 0.25):
        print("  threshold %+.2f: accuracy on drafts %.3f" % (threshold, ((out >= threshold) == drafts.supported).mean()))
    for it in sets:
        it.held_out = it.kept
    if not drafts.is_verified:
        return
    print("with the verifier, on documents that it was not trained on")
    print("  weight", " ".join(it.name[-9:].rjust(9) for it in sets), "     mean  scale  shift  calibration error, mean and drafts")
    for weight in (0, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3):
        scores = [it.scores(b, weight) for it in sets]
        of = [it.auc(of_set, it.held_out) for it, of_set in zip(sets, scores)]
        made = platt(sets, scores)
        errors = [calibration_error(it, of_set, made) for it, of_set in zip(sets, scores)]
        print(f"  {weight:6}", " ".join(f"{value:9.3f}" for value in of),
              f"{np.nanmean(of):9.3f} {made[0]:6.2f} {made[1]:+6.2f}  {np.mean(errors):.3f} {errors[0]:.3f}")


main()
