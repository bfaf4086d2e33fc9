"""The model as an ONNX graph: a BERT encoder and, beside it, a cross-encoder that shares its embeddings and lower layers.

Inputs, all int64 `[batch, length]`: `input_ids`, `attention_mask` (1 for a word piece, 0 for padding), `token_type_ids`.
Outputs: `hidden` `[batch, length, width]`, the encoder's last layer; and if there is a cross-encoder, `pooled` `[batch,
stances - 1]`, how strongly the claim speaks for each stance but the first: a linear layer over every word piece after the
cross-encoder's own upper layers, and of the claim's (segment 0, without the special ones) the logarithm of the sum of the
exponentials; and `logits` `[batch, stances]`, the first a linear layer over a further input, `features` float32 `[batch,
features]`, the others `pooled`.

Quantised, each linear layer has weights of 7 bits with a scale for each output column, and its input is quantised to 8
bits with a scale and a zero point for each word piece (row). So the numbers of one text depend on nothing else in its
batch, which one scale for the whole tensor (`DynamicQuantizeLinear`) would break. Seven bits, because processors with
AVX2 and without VNNI add pairs of products in 16 bits: 2 * 255 * 64 still fits, 2 * 255 * 127 would saturate, and results
would differ between machines. The table of word pieces is int8 with a scale for each row. LayerNorm, softmax and GELU stay in float.

The same weights give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

#: The largest magnitude of a quantised weight; see above.
WEIGHT_LIMIT = 64
LAYER_NORM_EPSILON = 1e-12
OPSET = 17


def quantise_columns(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """`weight` [in, out] -> int8 [in, out] and the scale of each column [out]."""
    scale = np.abs(weight).max(axis=0) / WEIGHT_LIMIT
    scale = np.where(scale == 0, 1.0, scale).astype(np.float32)
    return np.rint(weight / scale).astype(np.int8), scale


def quantise_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """`table` [rows, width] -> int8 [rows, width] and the scale of each row [rows, 1]."""
    scale = np.abs(table).max(axis=1, keepdims=True) / 127
    scale = np.where(scale == 0, 1.0, scale).astype(np.float32)
    return np.rint(table / scale).astype(np.int8), scale


def layer_count(weights: dict[str, np.ndarray]) -> int:
    """One more than the highest layer that `weights` names."""
    prefix = "encoder.layer."
    return 1 + max(int(name[len(prefix) :].split(".")[0]) for name in weights if name.startswith(prefix))


class Graph:
    """Nodes and initialisers in the order they are added; values are referred to by name."""

    def __init__(self, quantise: bool, heads: int):
        self.quantise = quantise
        self.heads = heads
        self.nodes: list = []
        self.initialisers: dict[str, np.ndarray] = {}
        #: Values that `rows_to_bytes` has been through.
        self.quantised: set[str] = set()

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initialisers.setdefault(name, value)
        return name

    def add(self, operator: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def scalar(self, value: float) -> str:
        return self.constant(f"scalar_{value!r}", np.array(value, np.float32))

    def axes(self, *values: int) -> str:
        return self.constant("axes_" + "_".join(map(str, values)), np.array(values, np.int64))

    def rows_to_bytes(self, x: str) -> None:
        """Quantises `x` [rows, width]: `x.bytes`, and for each row `x.zero` (int32) and `x.step` (its scale), [rows, 1].

        Zero is always in a row's range and stays exactly zero.
        """
        self.quantised.add(x)
        low = self.add("ReduceMin", [x], f"{x}.smallest", axes=[-1], keepdims=1)
        low = self.add("Min", [low, self.scalar(0.0)], f"{x}.low")
        high = self.add("ReduceMax", [x], f"{x}.largest", axes=[-1], keepdims=1)
        high = self.add("Max", [high, self.scalar(0.0)], f"{x}.high")
        # A row of zeros has no range: a small floor keeps 0 / 0 out of it.
        span = self.add("Max", [self.add("Sub", [high, low], f"{x}.span"), self.scalar(1e-12)], f"{x}.range")
        self.add("Mul", [span, self.scalar(1 / 255)], f"{x}.step")
        inverse = self.add("Div", [self.scalar(255.0), span], f"{x}.inverse")
        zero = self.add("Mul", [self.add("Neg", [low], f"{x}.neg"), inverse], f"{x}.zero_at")
        zero = self.add("Round", [zero], f"{x}.zero_round")
        self.add("Cast", [zero], f"{x}.zero", to=TensorProto.INT32)
        steps = self.add("Round", [self.add("Mul", [x, inverse], f"{x}.scaled")], f"{x}.round")
        shifted = self.add("Add", [steps, zero], f"{x}.shift")
        shifted = self.add("Clip", [shifted, self.scalar(0.0), self.scalar(255.0)], f"{x}.clip")
        self.add("Cast", [shifted], f"{x}.bytes", to=TensorProto.UINT8)

    def linear(self, x: str, weights: list[np.ndarray], biases: list[np.ndarray], name: str) -> str:
        """`x` [rows, in] through linear layers whose outputs are put side by side. PyTorch keeps weights [out, in]."""
        weight = np.concatenate([w.T for w in weights], axis=1).astype(np.float32)
        bias = self.constant(f"{name}.bias", np.concatenate(biases).astype(np.float32))
        if not self.quantise:
            product = self.add("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.product")
            return self.add("Add", [product, bias], name)
        quantised, column_scale = quantise_columns(weight)
        # Attention's three projections read the same input, and so may two branches: quantise it once.
        if x not in self.quantised:
            self.rows_to_bytes(x)
        sums = self.add("MatMulInteger", [f"{x}.bytes", self.constant(f"{name}.weight", quantised)], f"{name}.integer")
        # The zero points' part of each sum: runtimes want one zero point for the tensor, not one for each row.
        columns = self.constant(f"{name}.column_sum", quantised.astype(np.int32).sum(axis=0, dtype=np.int32))
        sums = self.add("Sub", [sums, self.add("Mul", [f"{x}.zero", columns], f"{name}.offset")], f"{name}.shifted")
        sums = self.add("Cast", [sums], f"{name}.float", to=TensorProto.FLOAT)
        scaled = self.add("Mul", [sums, self.constant(f"{name}.column_scale", column_scale)], f"{name}.columns")
        scaled = self.add("Mul", [scaled, f"{x}.step"], f"{name}.rows")
        return self.add("Add", [scaled, bias], name)

    def layer_norm(self, x: str, scale: np.ndarray, bias: np.ndarray, name: str) -> str:
        inputs = [x, self.constant(f"{name}.gamma", scale.astype(np.float32))]
        inputs.append(self.constant(f"{name}.beta", bias.astype(np.float32)))
        return self.add("LayerNormalization", inputs, name, axis=-1, epsilon=LAYER_NORM_EPSILON)

    def gelu(self, x: str) -> str:
        erf = self.add("Erf", [self.add("Div", [x, self.scalar(float(np.sqrt(np.float32(2))))], f"{x}.over")], f"{x}.erf")
        product = self.add("Mul", [x, self.add("Add", [erf, self.scalar(1.0)], f"{x}.plus")], f"{x}.twice")
        return self.add("Mul", [product, self.scalar(0.5)], f"{x}.gelu")

    def split_heads(self, x: str, rows: str, width: int, name: str) -> str:
        """[batch * length, width] -> [batch, heads, length, width / heads]."""
        shape = self.constant("heads_shape", np.array([self.heads, width // self.heads], np.int64))
        shape = self.add("Concat", [rows, shape], f"{name}.shape", axis=0)
        return self.add("Transpose", [self.add("Reshape", [x, shape], f"{name}.split")], name, perm=[0, 2, 1, 3])

    def layer(self, x: str, w: dict[str, np.ndarray], index: int, branch: str) -> str:
        """One transformer layer over `x` [batch * length, width]."""
        at = f"encoder.layer.{index}."
        name = f"{branch}.{index}"
        width = w[at + "attention.self.query.weight"].shape[0]
        parts = [at + f"attention.self.{p}" for p in ("query", "key", "value")]
        three = self.linear(x, [w[p + ".weight"] for p in parts], [w[p + ".bias"] for p in parts], f"{name}.qkv")
        self.split_columns(three, [width] * 3, [f"{name}.query", f"{name}.key", f"{name}.value"])
        q = self.split_heads(f"{name}.query", "batch_by_length", width, f"{name}.q")
        k = self.split_heads(f"{name}.key", "batch_by_length", width, f"{name}.k")
        v = self.split_heads(f"{name}.value", "batch_by_length", width, f"{name}.v")
        k = self.add("Transpose", [k], f"{name}.kt", perm=[0, 1, 3, 2])
        scores = self.add("MatMul", [q, k], f"{name}.scores")
        scores = self.add("Mul", [scores, self.scalar(float((width // self.heads) ** -0.5))], f"{name}.scaled")
        shares = self.add("Softmax", [self.add("Add", [scores, "mask"], f"{name}.masked")], f"{name}.shares", axis=-1)
        mixed = self.add("Transpose", [self.add("MatMul", [shares, v], f"{name}.mixed")], f"{name}.merged", perm=[0, 2, 1, 3])
        flat = self.constant("flat_shape", np.array([-1, width], np.int64))
        mixed = self.add("Reshape", [mixed, flat], f"{name}.context")

        def linear(x: str, part: str, to: str) -> str:
            return self.linear(x, [w[at + part + ".weight"]], [w[at + part + ".bias"]], f"{name}.{to}")

        def norm(x: str, part: str, to: str) -> str:
            return self.layer_norm(x, w[at + part + ".weight"], w[at + part + ".bias"], f"{name}.{to}")

        attended = linear(mixed, "attention.output.dense", "projected")
        attended = norm(self.add("Add", [attended, x], f"{name}.residual"), "attention.output.LayerNorm", "attended")
        inner = self.gelu(linear(attended, "intermediate.dense", "inner"))
        outer = linear(inner, "output.dense", "outer")
        return norm(self.add("Add", [outer, attended], f"{name}.sum"), "output.LayerNorm", "out")

    def split_columns(self, x: str, widths: list[int], outputs: list[str]) -> None:
        sizes = self.constant("split_" + "_".join(map(str, widths)), np.array(widths, np.int64))
        self.nodes.append(helper.make_node("Split", [x, sizes], outputs, name=outputs[0] + ".of", axis=1))

    def head(self, x: str, head: Head) -> None:
        """`pooled` and `logits` from `x` [batch * length, width]."""
        stances = len(head.bias)
        weight, bias = self.constant("head.weight", head.weight), self.constant("head.bias", head.bias)
        pieces = self.add("Gemm", [x, weight, bias], "head.rows", transB=1)
        shape = self.add("Concat", ["text_dimensions", self.axes(stances)], "head.shape", axis=0)
        pieces = self.add("Reshape", [pieces, shape], "head.pieces")
        out = self.add("Cast", [self.add("Sub", [self.constant("one", np.array(1, np.int64)), "attention_mask"], "padding")], "out.0", to=TensorProto.BOOL)
        others = [self.add("Cast", ["token_type_ids"], "out.1", to=TensorProto.BOOL)]
        for number, piece in enumerate(head.special):
            piece = self.constant(f"special_{number}", np.array(piece, np.int64))
            others.append(self.add("Equal", ["input_ids", piece], f"out.special_{number}"))
        for number, other in enumerate(others):
            out = self.add("Or", [out, other], f"out.any_{number}")
        low = self.add("Unsqueeze", [out, self.axes(2)], "out")
        pieces = self.add("Where", [low, self.scalar(-1e9), pieces], "head.claim")
        self.add("ReduceLogSumExp", [pieces], "pooled", axes=[1], keepdims=0)
        rules, constant = self.constant("rules.weight", head.features[None]), self.constant("rules.bias", head.constant)
        first = self.add("Gemm", ["features", rules, constant], "rules", transB=1)
        self.add("Concat", [first, "pooled"], "logits", axis=1)

    def embeddings(self, w: dict[str, np.ndarray]) -> str:
        """The three embeddings added and normalised, [batch * length, width]."""
        table = w["embeddings.word_embeddings.weight"].astype(np.float32)
        width = table.shape[1]
        if self.quantise:
            quantised, scale = quantise_rows(table)
            words = self.add("Gather", [self.constant("words.table", quantised), "input_ids"], "words.bytes")
            words = self.add("Cast", [words], "words.float", to=TensorProto.FLOAT)
            scale = self.add("Gather", [self.constant("words.row_scale", scale), "input_ids"], "words.scale")
            words = self.add("Mul", [words, scale], "words")
        else:
            words = self.add("Gather", [self.constant("words.table", table), "input_ids"], "words")
        types = self.constant("types.table", w["embeddings.token_type_embeddings.weight"].astype(np.float32))
        types = self.add("Gather", [types, "token_type_ids"], "types")
        length = self.add("Gather", ["text_dimensions", self.axes(1)], "length")
        places = self.constant("places.table", w["embeddings.position_embeddings.weight"].astype(np.float32))
        places = self.add("Slice", [places, self.axes(0), length, self.axes(0)], "places")
        x = self.add("Add", [self.add("Add", [words, types], "words_types"), places], "embedded")
        flat = self.constant("flat_shape", np.array([-1, width], np.int64))
        x = self.add("Reshape", [x, flat], "embedded_rows")
        return self.layer_norm(x, w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"], "embeddings")

    def frame(self, width: int) -> None:
        """What every layer refers to: shapes and the mask."""
        self.add("Shape", ["input_ids"], "text_dimensions")
        self.add("Concat", ["text_dimensions", self.axes(width)], "text_shape", axis=0)
        self.add("Identity", ["text_dimensions"], "batch_by_length")
        kept = self.add("Cast", ["attention_mask"], "mask.float", to=TensorProto.FLOAT)
        hidden = self.add("Sub", [self.scalar(1.0), kept], "mask.hidden")
        hidden = self.add("Mul", [hidden, self.scalar(-1e9)], "mask.low")
        self.add("Unsqueeze", [hidden, self.axes(1, 2)], "mask")


@dataclass
class Head:
    """What makes logits: see the top of this file."""

    weight: np.ndarray  # [stances - 1, width], of word pieces
    bias: np.ndarray  # [stances - 1]
    features: np.ndarray  # [features]
    constant: np.ndarray  # [1]
    special: tuple[int, int]  # the word pieces that begin and end a text


def build(
    weights: dict[str, np.ndarray],
    shared_layers: int,
    cross: dict[str, np.ndarray] | None,
    quantise: bool,
    heads: int = 12,
    head: Head | None = None,
) -> bytes:
    """The graph as the bytes of an ONNX file.

    `weights` are the encoder's by the names of a BERT checkpoint (`embeddings.word_embeddings.weight`,
    `encoder.layer.0.attention.self.query.weight`, ...; linear weights [out, in]). `cross`, by the same names, has the
    layers of the cross-encoder from `shared_layers` on; its embeddings and lower layers are the encoder's, so tensors
    for those are ignored. `heads` is the number of attention heads, which no tensor's shape tells. `head` goes with
    `cross`.
    """
    width = weights["embeddings.word_embeddings.weight"].shape[1]
    g = Graph(quantise, heads)
    g.frame(width)
    x = g.embeddings(weights)
    at_fork = x
    layers = layer_count(weights)
    for index in range(layers):
        if index == shared_layers:
            at_fork = x
        x = g.layer(x, weights, index, "encoder")
    if shared_layers == layers:
        at_fork = x
    g.add("Reshape", [x, "text_shape"], "hidden")
    outputs = [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ["batch", "length", width])]
    if cross is not None:
        count = layer_count(cross)
        if count <= shared_layers:
            raise ValueError(f"the cross-encoder has no layer of its own above the {shared_layers} shared ones")
        x = at_fork
        for index in range(shared_layers, count):
            x = g.layer(x, cross, index, "cross")
        g.head(x, head)
        outputs.append(helper.make_tensor_value_info("pooled", TensorProto.FLOAT, ["batch", len(head.bias)]))
        outputs.append(helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", len(head.bias) + 1]))
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "length"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    if cross is not None:
        inputs.append(helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", len(head.features)]))
    initialisers = [numpy_helper.from_array(np.asarray(v, order="C"), k) for k, v in g.initialisers.items()]
    graph = helper.make_graph(g.nodes, "coincide", inputs, outputs, initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="coincide")
    model.ir_version = 9
    checker.check_model(model)
    return model.SerializeToString(deterministic=True)
