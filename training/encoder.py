"""The MiniLM encoder in plain PyTorch: 6 layers, 384 wide, 12 heads, post-norm (BERT, Devlin and others 2019)."""

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output, self.norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, 1e-12)
        self.inner, self.outer, self.last = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask, drop=0.0):
        batch, length, _ = x.shape
        heads = [it(x).view(batch, length, HEADS, -1).transpose(1, 2) for it in (self.query, self.key, self.value)]
        seen = F.scaled_dot_product_attention(*heads, attn_mask=mask, dropout_p=drop)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm(x + F.dropout(self.output(seen), drop, self.training))
        return self.last(x + F.dropout(self.outer(F.gelu(self.inner(x))), drop, self.training))


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.places, self.kinds = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def below(self, ids, kinds, mask, layers):
        """What the embeddings and the first `layers` layers make of word pieces."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]] + self.kinds(kinds))
        for layer in self.layers[:layers]:
            x = layer(x, mask)
        return x

    def above(self, x, mask, layers, drop=0.0):
        """What the layers from `layers` on make of it."""
        for layer in self.layers[layers:]:
            x = layer(x, mask, drop if self.training else 0.0)
        return x


def load(path):
    """The encoder with the base weights in the usual names."""
    names = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "output", "attention.output.LayerNorm": "norm", "intermediate.dense": "inner",
        "output.dense": "outer", "output.LayerNorm": "last",
    }
    top = {"word_embeddings": "words", "position_embeddings": "places", "token_type_embeddings": "kinds", "LayerNorm": "norm"}
    state = {}
    for name, value in load_file(path).items():
        parts = name.split(".")
        if parts[0] == "embeddings" and parts[1] in top:
            state[f"{top[parts[1]]}.{parts[2]}"] = value
        elif parts[0] == "encoder":
            state[f"layers.{parts[2]}.{names['.'.join(parts[3:-1])]}.{parts[-1]}"] = value
    encoder = Encoder()
    encoder.load_state_dict(state)
    return encoder
