"""Step 3 of the recipe: fine-tunes the upper layers of MiniLM as a cross-encoder.

    python train.py --rows rows.jsonl --asked asked.jsonl --data DIR --base MODEL_FOLDER --out FOLDER [--limit N]

Reads the claims with their labels (`pairs.py`) and what the verifier is asked on each (`cargo run --example questions`):
every clause of a claim beside the passages that the program itself would show the model, and what the rules make of
them. Embeddings and the first two layers stay as they are and are shared with the encoder of sentences.

Every word piece of the claim speaks against it or not, and the claim as a whole by the logarithm of the sum of their
exponentials: one wrong word is enough. Where the error is known (`errors.py`), the pieces are learnt from one by one, which
tells far more than one label for a text. What the rules make of a pair speaks for it, from the weights of a logistic
regression on. A text of several clauses is supported if all of them are; one that is not blames the clause that is
supported least.

Resumes from `FOLDER/checkpoint.pt`; `FOLDER/verifier.pt` is there when it has ended. The same seed gives the same weights on the same machine and number of threads.
"""

import argparse
import json
import os
import random
import time
from collections import defaultdict

import numpy as np
import torch
import torch.nn.functional as F
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from tokenizers import Tokenizer
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

import encoder
import errors

SHARED_LAYERS = 2
LONGEST_CLAIM, LONGEST = 64, 144
# A text of more clauses says little of any one of them.
MOST_CLAUSES = 12
BATCH, DROP, SEED = 32, 0.1, 5
RATE, RATE_OF_HEAD = 1.5e-4, 1e-3
# What the word pieces weigh beside the texts, and the wrong ones beside the others.
PIECES, WRONG = 3.0, 4.0
FEATURES = 7
# The weights that are kept are a running mean of those learnt (Polyak and Juditsky 1992): how much of it stays at a step.
KEPT = 0.998

# How many texts of each kind of made claims are learnt from.
MADE = {
    "title": 5000, "title_*": 5000, "lead": 4000, "lead_*": 4000, "lead_only": 500, "other": 6000, "removed": 4000,
    "kept": 1500, "kept_*": 3000, "merged": 500, "mixed": 1000, "across": 300,
}


class Verifier(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.encoder = encoder.load(base)
        self.token = nn.Linear(encoder.WIDTH, 2)
        self.rules = nn.Linear(FEATURES, 1)
        nn.init.normal_(self.token.weight, std=0.02)
        nn.init.constant_(self.token.bias, -4.0)
        nn.init.zeros_(self.rules.weight)
        for part in [self.encoder.words, self.encoder.places, self.encoder.kinds, self.encoder.norm]:
            part.requires_grad_(False)
        self.encoder.layers[:SHARED_LAYERS].requires_grad_(False)

    def forward(self, ids, kinds, mask, features, claim):
        """The logits of each pair, and those of each of its word pieces."""
        seen = torch.where(mask[:, None, None, :], 0.0, -1e9)
        # In bfloat16, which newer processors multiply faster; sums and weights stay in 32 bits.
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                x = self.encoder.below(ids, kinds, seen, SHARED_LAYERS)
            x = self.encoder.above(x, seen, SHARED_LAYERS, DROP)
        pieces = self.token(F.dropout(x.float(), DROP, self.training))
        pooled = torch.logsumexp(pieces.masked_fill(~claim[:, :, None], -1e9), 1)
        return torch.cat([self.rules(features), pooled], 1), pieces


def texts(rows, asked, tokenizer, marked):
    """One item for each text: its kind, part, label and clauses as (word pieces, how many are the claim's, features, which
    of these are wrong or None if that is not known)."""
    found = []
    for row, asked in zip(open(rows, encoding="utf-8"), open(asked, encoding="utf-8")):
        row, asked = json.loads(row), json.loads(asked)
        assert row["id"] == asked["id"]
        kinds = [row["kind"]] * len(row["texts"]) if isinstance(row["kind"], str) else row["kind"]
        masks = errors.of_row(row, kinds, marked)
        for kind, label, text, mask, sentences in zip(kinds, row["labels"], row["texts"], masks, asked["texts"]):
            clauses = [clause for sentence in sentences for clause in sentence["clauses"]]
            pairs = [(it["text"], it["questions"][0]) for it in clauses if it["questions"]]
            if not pairs or len(pairs) > MOST_CLAUSES or len(pairs) < len(clauses) and label == 0:
                continue
            items, at = [], 0
            for claim, question in pairs:
                start = text.replace("\n", " ").find(claim.replace("\n", " "), at)
                known = mask is not None and start >= 0
                at = start if known else at
                own = mask[start : start + len(claim)] if known else None
                items.append((claim, " ".join(question["passages"]), question["features"], own))
            found.append({"kind": kind, "part": row["part"], "label": label, "document": row["document"], "items": items})
    claims = tokenizer.encode_batch([claim for it in found for claim, *_ in it["items"]])
    passages = tokenizer.encode_batch([passages for it in found for _, passages, *_ in it["items"]])
    pieces = zip(claims, passages)
    for it in found:
        made = []
        for _, _, features, own in it["items"]:
            claim, passages = next(pieces)
            ids, first = pair(claim.ids, passages.ids)
            wrong = None if own is None else [float(own[start:end].any()) for start, end in claim.offsets][:first]
            made.append((ids, first, features, wrong))
        it["items"] = made
    return found


def pair(claim, passages):
    """The word pieces of a claim and its passages, each ended by [SEP], and how many of them are the claim's."""
    claim = claim if len(claim) <= LONGEST_CLAIM else [*claim[: LONGEST_CLAIM - 1], claim[-1]]
    room = LONGEST - len(claim)
    passages = passages[1:] if len(passages) <= room + 1 else [*passages[1:room], passages[-1]]
    return claim + passages, len(claim)


def chosen(found):
    """What is learnt from, in the order in which it is."""
    dice = random.Random(SEED)
    by_kind = defaultdict(list)
    for it in found:
        if it["part"] == "training":
            planted = it["kind"].split("_")[0] in ("title", "lead", "kept") and "_" in it["kind"] and it["kind"] != "lead_only"
            by_kind[it["kind"].split("_")[0] + "_*" if planted else it["kind"]].append(it)
    learnt = []
    for kind, of_kind in sorted(by_kind.items()):
        dice.shuffle(of_kind)
        if kind in MADE:
            learnt += in_turn(of_kind)[: MADE[kind]]
        else:
            learnt += of_kind
            # The rarer label once more, twice where it is much rarer. More than that, and the model learns them by heart.
            supported = [it for it in of_kind if it["label"] == 0]
            others = [it for it in of_kind if it["label"] != 0]
            rarer, commoner = sorted([supported, others], key=len)
            learnt += rarer * max(0, min(2, len(commoner) // max(1, len(rarer)) - 1))
    dice.shuffle(learnt)
    # Texts of like length beside each other within a stretch, so that little is spent on padding.
    batches = []
    for at in range(0, len(learnt), 40 * BATCH):
        stretch = sorted(learnt[at : at + 40 * BATCH], key=lambda it: max(len(item[0]) for item in it["items"]))
        batch, made = [], []
        for it in stretch:
            batch.append(it)
            if sum(len(it["items"]) for it in batch) >= BATCH:
                made.append(batch)
                batch = []
        if batch:
            made.append(batch)
        dice.shuffle(made)
        batches += made
    return batches


def in_turn(texts):
    """The texts one of each kind after the other, so that the commonest error does not crowd out the rest."""
    by_kind = defaultdict(list)
    for it in texts:
        by_kind[it["kind"]].append(it)
    order = [(place, kind) for kind, of_kind in sorted(by_kind.items()) for place in range(len(of_kind))]
    return [by_kind[kind][place] for place, kind in sorted(order)]


def tensors(batch):
    items = [item for it in batch for item in it["items"]]
    longest = max(len(item[0]) for item in items)
    ids = torch.zeros(len(items), longest, dtype=torch.long)
    kinds = torch.zeros_like(ids)
    mask = torch.zeros(len(items), longest, dtype=torch.bool)
    claim, wrong = torch.zeros_like(mask), torch.full(mask.shape, -1.0)
    for row, (pieces, first, _, known) in enumerate(items):
        ids[row, : len(pieces)] = torch.tensor(pieces)
        kinds[row, first : len(pieces)] = 1
        mask[row, : len(pieces)] = True
        claim[row, 1 : first - 1] = True
        if known is not None:
            wrong[row, 1 : first - 1] = torch.tensor(known[1 : first - 1])
    return (ids, kinds, mask, torch.tensor([item[2] for item in items]), claim), wrong


def loss_of(logits, batch):
    total, at = 0.0, 0
    log = F.log_softmax(logits, -1)
    for it in batch:
        own = log[at : at + len(it["items"])]
        at += len(it["items"])
        least = own[own[:, 0].argmin()]
        if it["label"] == 0:
            total = total - own[:, 0].mean()
        elif it["label"] == -1:
            total = total - torch.logsumexp(least[1:], 0)
        else:
            total = total - least[it["label"]]
    return total / len(batch)


def loss_of_pieces(pieces, wrong):
    known = wrong >= 0
    if not known.any():
        return pieces.sum() * 0
    weight = torch.where(wrong[known] > 0, WRONG, 1.0)
    against = torch.logsumexp(pieces, -1)[known]
    return (F.binary_cross_entropy_with_logits(against, wrong[known], reduction="none") * weight).mean()


@torch.no_grad()
def probabilities(model, found):
    """For each text, the least probability of support among its clauses."""
    model.eval()
    out = [0.0] * len(found)
    order = sorted(range(len(found)), key=lambda at: max(len(item[0]) for item in found[at]["items"]))
    for start in range(0, len(order), 32):
        part = [found[at] for at in order[start : start + 32]]
        support = torch.softmax(model(*tensors(part)[0])[0], -1)[:, 0]
        at = 0
        for index, it in zip(order[start : start + 32], part):
            out[index] = float(support[at : at + len(it["items"])].min())
            at += len(it["items"])
    model.train()
    return np.array(out)


def held_out_slices(found, most):
    """Of each kind the first `most` texts of held-out documents; kinds of planted claims count with their true ones."""
    slices = defaultdict(list)
    for it in found:
        if it["part"] != "held-out":
            continue
        name = it["kind"]
        if name.startswith(("title", "lead", "kept")):
            name = name.split("_")[0] if name != "lead_only" else "lead"
        elif name in ("other", "removed", "merged", "mixed"):
            name = "silent/merged"
        if len(slices[name]) < most:
            slices[name].append(it)
    return dict(sorted(slices.items()))


def mean_of(by_name):
    """The mean over kinds; the domains of SummEdits are one kind, since each has few documents."""
    domains = [value for name, value in by_name.items() if name.startswith("summedits")]
    others = [value for name, value in by_name.items() if not name.startswith("summedits")]
    return float(np.nanmean([*others, np.nanmean(domains)])) if domains else float(np.nanmean(others))


def auc(found, scores):
    truth = [it["label"] == 0 for it in found]
    return roc_auc_score(truth, scores) if 0 < sum(truth) < len(truth) else float("nan")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", required=True)
    arguments.add_argument("--asked", required=True)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--base", required=True)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--limit", type=int, default=10**9)
    arguments = arguments.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    os.makedirs(arguments.out, exist_ok=True)
    tokenizer = Tokenizer.from_file(f"{arguments.base}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.no_padding()
    found = texts(arguments.rows, arguments.asked, tokenizer, errors.marked_by_readers(arguments.data))
    batches = chosen(found)[: arguments.limit]
    slices = held_out_slices(found, 150)
    model = Verifier(f"{arguments.base}/model.safetensors")
    # The rules' own logistic regression, on single sentences, is where the outputs begin.
    single = [it for batch in batches for it in batch if len(it["items"]) == 1]
    rules = LogisticRegression(C=1.0, class_weight="balanced").fit(
        [it["items"][0][2] for it in single], [it["label"] == 0 for it in single]
    )
    with torch.no_grad():
        model.rules.weight[0] = torch.tensor(rules.coef_[0], dtype=torch.float32)
        model.rules.bias[0] = float(rules.intercept_[0])
    of_rules = lambda of: [min(float(rules.decision_function([item[2]])[0]) for item in it["items"]) for it in of]
    print(f"{len(found)} texts, {len(batches)} batches; rules:", " ".join(
        f"{name} {auc(of, of_rules(of)):.3f}" for name, of in slices.items()), flush=True)
    learnt = [it for it in model.parameters() if it.requires_grad]
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(KEPT))
    named = [(name, it) for name, it in model.named_parameters() if it.requires_grad]
    optimiser = torch.optim.AdamW([
        {"params": [it for name, it in named if name.startswith("encoder")], "lr": RATE},
        {"params": [it for name, it in named if not name.startswith("encoder")], "lr": RATE_OF_HEAD},
    ], weight_decay=0.01)
    warm = max(1, len(batches) // 16)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (len(batches) - step) / (len(batches) - warm)))
    )
    begin, best, checkpoint = 0, 0.0, f"{arguments.out}/checkpoint.pt"
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        model.load_state_dict(saved["model"])
        mean.load_state_dict(saved["mean"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        torch.set_rng_state(saved["random"])
        begin, best = saved["step"], saved["best"]
    model.train()
    started, pairs, running = time.time(), 0, 0.0
    every = max(1, len(batches) // 8)
    for step in range(begin, len(batches)):
        batch = batches[step]
        inputs, wrong = tensors(batch)
        logits, pieces = model(*inputs)
        of_texts, of_pieces = loss_of(logits, batch), loss_of_pieces(pieces, wrong)
        loss = of_texts + PIECES * of_pieces
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(learnt, 1.0)
        optimiser.step()
        schedule.step()
        mean.update_parameters(model)
        pairs += sum(len(it["items"]) for it in batch)
        running = 0.98 * running + 0.02 * float(loss.detach()) if step > begin else float(loss.detach())
        if (step + 1) % 50 == 0:
            print(f"step {step + 1} loss {running:.3f} {pairs / (time.time() - started):.1f} pairs/s", flush=True)
        if (step + 1) % every == 0 or step + 1 == len(batches):
            found_by = {name: auc(of, probabilities(mean, of)) for name, of in slices.items()}
            of_all = mean_of(found_by)
            print(f"held out after {step + 1}: mean {of_all:.3f}", " ".join(
                f"{name} {value:.3f}" for name, value in found_by.items()), flush=True)
            # The best of these on the whole is what counts: a slice may turn while others still gain.
            if of_all > best:
                best = of_all
                torch.save(mean.module.state_dict(), f"{arguments.out}/best.pt")
        if (step + 1) % 200 == 0 or step + 1 == len(batches):
            torch.save({"model": model.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(),
                        "random": torch.get_rng_state(), "step": step + 1, "best": best}, checkpoint + ".new")
            os.replace(checkpoint + ".new", checkpoint)
    os.replace(f"{arguments.out}/best.pt", f"{arguments.out}/verifier.pt")


if __name__ == "__main__":
    main()
