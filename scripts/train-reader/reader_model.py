"""The network: a BERT with start and end logits, its first weights, and a forward pass quick on CPUs."""

from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from safetensors.torch import load_file
from transformers import BertConfig, BertForQuestionAnswering

_MASKED = -1e4


def new_reader(base):
    """A reader over the encoder in folder `base`; its span head starts from random weights."""
    config = BertConfig.from_pretrained(
        base, architectures=['BertForQuestionAnswering'], num_labels=2, attn_implementation='eager'
    )
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    model = BertForQuestionAnswering(config)
    weights = Path(base) / 'model.safetensors'
    state = load_file(weights) if weights.exists() else dequantized(Path(base) / 'onnx' / 'model_quantized.onnx')
    result = model.bert.load_state_dict({name: state[name] for name in model.bert.state_dict()}, strict=True)
    assert not result.missing_keys
    return model


def dequantized(path):
    """Float weights by name from a dynamically quantized ONNX export of a BERT encoder."""
    graph = onnx.load(path).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    weights = {name: torch.from_numpy(value.copy()) for name, value in values.items() if name.endswith(('.weight', '.bias'))}

    def restore(name):
        stem = name.removesuffix('_quantized')
        return (values[name].astype(np.float32) - values[f'{stem}_zero_point'].astype(np.float32)) * values[f'{stem}_scale']

    for name in values:
        if name.startswith('embeddings.') and name.endswith('_quantized'):
            weights[name.removesuffix('_quantized')] = torch.from_numpy(restore(name))
    for node in graph.node:
        if node.op_type == 'MatMulInteger' and node.input[1] in values:
            module = node.name.strip('/').split('/MatMul')[0].replace('/', '.')
            weights[f'{module}.weight'] = torch.from_numpy(restore(node.input[1]).T.copy())
    return weights


def encode(model, ids, mask, types, dropout=0.0):
    """Last hidden states in bfloat16. The same function as model.bert, without autocast's conversions."""
    bert, heads = model.bert, model.config.num_attention_heads
    half = lambda tensor: tensor.to(torch.bfloat16)
    embeddings = bert.embeddings
    length = ids.shape[1]
    hidden = (
        embeddings.word_embeddings(ids) + embeddings.token_type_embeddings(types) + embeddings.position_embeddings.weight[:length]
    )
    hidden = half(embeddings.LayerNorm(hidden))
    bias = half((1 - mask[:, None, None, :]) * _MASKED)
    for layer in bert.encoder.layer:
        hidden = _layer(layer, hidden, bias, (heads, half, dropout))
    return hidden


def _layer(layer, hidden, bias, settings):
    heads, half, dropout = settings
    drop = lambda value: F.dropout(value, dropout) if dropout > 0 else value
    linear = lambda module, value: F.linear(value, half(module.weight), half(module.bias))
    norm = lambda module, value: F.layer_norm(value, value.shape[-1:], half(module.weight), half(module.bias), module.eps)
    attention = layer.attention
    batch, length, width = hidden.shape
    parts = (attention.self.query, attention.self.key, attention.self.value)
    joined = F.linear(hidden, half(torch.cat([p.weight for p in parts])), half(torch.cat([p.bias for p in parts])))
    query, key, value = joined.view(batch, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
    scores = torch.matmul(query * (width // heads) ** -0.5, key.transpose(2, 3)) + bias
    context = torch.matmul(torch.softmax(scores, -1), value).transpose(1, 2).reshape(batch, length, width)
    hidden = norm(attention.output.LayerNorm, hidden + drop(linear(attention.output.dense, context)))
    inner = linear(layer.output.dense, F.gelu(linear(layer.intermediate.dense, hidden)))
    return norm(layer.output.LayerNorm, hidden + drop(inner))


def span_logits(model, inputs, dropout=0.0):
    """Start and end logits in float32, very low where no span may lie: on the question and on separators.

    inputs: ids, mask and types.
    """
    logits = model.qa_outputs(encode(model, *inputs, dropout).float())
    allowed = allowed_positions(*inputs)
    return tuple(part.squeeze(-1).masked_fill(~allowed, _MASKED) for part in logits.split(1, -1))


def allowed_positions(ids, mask, types, separator=102):
    """The passage's tokens, and [CLS] for `not here`."""
    allowed = (types == 1) & (mask == 1) & (ids != separator)
    allowed[:, 0] = True
    return allowed
