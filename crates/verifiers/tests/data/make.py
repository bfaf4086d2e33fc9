"""Writes the tiny models that the tests of this crate load, and what the reference implementation makes of them.

    python make.py [FOLDER]

Needs torch 2, transformers 5, tokenizers, safetensors and onnx. Weights are random from a fixed seed: the models know
nothing, they only have to be computed alike. Every folder has the layout of a published model:

    config.json  tokenizer.json  model.safetensors     (and model.onnx in `bert` and in `sums`)
    expected.json      pairs of premise and hypothesis with their word pieces and the logits of transformers, in f32

`sums` is no transformer: its logits are sums over the pieces that can be made by hand, and they tell the segments
apart, so that a test sees which of the texts was the premise.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
import transformers as t
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

WORDS = "the harbour ferry left mayor said never sailed closed bridge opened old on rain at noon port not was and".split()
PAIRS = [
    ("The ferry left the harbour at noon.", "The ferry sailed."),
    ("The mayor said the bridge was closed.", "The bridge opened"),
    ("Rain.", "The old port was closed and the ferry never left the harbour"),
    ("The ferry left. The mayor said the old bridge was not closed. " * 5, "Rain at noon"),
]
LABELS = {0: "contradiction", 1: "Entailment", 2: "NEUTRAL"}
LONGEST = 40


def tokenizer(kind):
    if kind == "roberta":
        special = ["<s>", "<pad>", "</s>", "<unk>"]
        unknown, start, end, pair = "<unk>", "<s>", "</s>", "<s> $A </s> </s> $B:1 </s>:1"
        # RoBERTa has one kind of segment.
        pair = pair.replace(":1", "")
    else:
        special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
        unknown, start, end, pair = "[UNK]", "[CLS]", "[SEP]", "[CLS] $A [SEP] $B:1 [SEP]:1"
    pieces = special + WORDS + [".", "##s", "##ed", "s"]
    result = Tokenizer(models.WordPiece({piece: i for i, piece in enumerate(pieces)}, unk_token=unknown))
    result.normalizer = normalizers.BertNormalizer(lowercase=True)
    result.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    result.add_special_tokens(special)
    result.post_processor = processors.TemplateProcessing(
        single=f"{start} $A {end}",
        pair=pair,
        special_tokens=[(start, pieces.index(start)), (end, pieces.index(end))],
    )
    return result


def sizes(vocabulary):
    return dict(
        vocab_size=vocabulary, hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=12,
        max_position_embeddings=LONGEST, id2label=LABELS, label2id={v: k for k, v in LABELS.items()},
    )


def network(kind, vocabulary):
    size = sizes(vocabulary)
    if kind == "bert":
        return t.BertForSequenceClassification(t.BertConfig(**size))
    if kind == "roberta":
        size["max_position_embeddings"] = LONGEST + 2
        return t.RobertaForSequenceClassification(t.RobertaConfig(type_vocab_size=1, pad_token_id=1, **size))
    if kind == "deberta-v2":
        return t.DebertaV2ForSequenceClassification(
            t.DebertaV2Config(
                relative_attention=True, position_buckets=8, norm_rel_ebd="layer_norm", share_att_key=True,
                pos_att_type="p2c|c2p", position_biased_input=False, type_vocab_size=0, layer_norm_eps=1e-7, **size,
            )
        )
    return t.ModernBertForSequenceClassification(
        t.ModernBertConfig(
            pad_token_id=0, bos_token_id=2, eos_token_id=3, cls_token_id=2, sep_token_id=3, local_attention=8,
            global_attn_every_n_layers=2, classifier_pooling="mean", attn_implementation="eager", **size,
        )
    )


def transformer(kind, folder):
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(7)
    pieces = tokenizer(kind)
    model = network(kind, pieces.get_vocab_size()).eval()
    with torch.no_grad():
        # The usual start has such small weights that all pairs would get nearly the same logits.
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.4)
    model.save_pretrained(folder)
    pieces.save(str(folder / "tokenizer.json"), pretty=False)
    pieces.enable_truncation(LONGEST, strategy="only_first")
    expected = []
    for premise, hypothesis in PAIRS:
        encoding = pieces.encode(premise, hypothesis)
        ids = torch.tensor([encoding.ids])
        inputs = dict(input_ids=ids, attention_mask=torch.ones_like(ids))
        if kind == "bert":
            inputs["token_type_ids"] = torch.tensor([encoding.type_ids])
        with torch.no_grad():
            logits = model(**inputs).logits[0].tolist()
        expected.append(dict(premise=premise, hypothesis=hypothesis, ids=encoding.ids, logits=logits))
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")
    if kind == "bert":
        names = ["input_ids", "attention_mask", "token_type_ids"]
        example = torch.tensor([[2, 5, 6, 3, 5, 3]])
        torch.onnx.export(
            model, (example, torch.ones_like(example), torch.tensor([[0, 0, 0, 0, 1, 1]])), folder / "model.onnx",
            input_names=names, output_names=["logits"], opset_version=17, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "pieces"} for name in names} | {"logits": {0: "batch"}},
        )


def sums(folder):
    """For each label the sum over the pieces of the weight of the piece, ten times that in the second segment."""
    folder.mkdir(parents=True, exist_ok=True)
    pieces = tokenizer("bert")
    pieces.save(str(folder / "tokenizer.json"), pretty=False)
    weights = np.zeros((pieces.get_vocab_size(), 3), np.float32)
    weights[pieces.token_to_id("ferry"), 0] = 0.25
    weights[pieces.token_to_id("never"), 1] = 0.25
    weights[pieces.token_to_id("rain"), 2] = 0.25
    whole = dict(elem_type=TensorProto.INT64, shape=["batch", "pieces"])
    constants = dict(
        weights=weights, ten=np.array(9, np.float32), one=np.array(1, np.float32),
        last=np.array([2], np.int64), along=np.array([1], np.int64),
    )
    nodes = [
        helper.make_node("Gather", ["weights", "input_ids"], ["each"]),
        helper.make_node("Cast", ["token_type_ids"], ["types"], to=TensorProto.FLOAT),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["types", "ten"], ["nine"]),
        helper.make_node("Add", ["nine", "one"], ["factor"]),
        helper.make_node("Mul", ["factor", "mask"], ["masked"]),
        helper.make_node("Unsqueeze", ["masked", "last"], ["column"]),
        helper.make_node("Mul", ["each", "column"], ["weighted"]),
        helper.make_node("ReduceSum", ["weighted", "along"], ["logits"], keepdims=0),
    ]
    graph = helper.make_graph(
        nodes, "sums",
        [helper.make_tensor_value_info(name, **whole) for name in ["input_ids", "attention_mask", "token_type_ids"]],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, folder / "model.onnx")
    labels = {"0": "ENTAILMENT", "1": "CONTRADICTION", "2": "NEUTRAL"}
    config = dict(model_type="bert", max_position_embeddings=LONGEST, id2label=labels)
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    sums(target / "sums")
    for name in ["bert", "roberta", "deberta-v2", "modernbert"]:
        transformer(name, target / name)
