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
    """A reader over the encoder in folder `base`, or the reader itself that a package holds there.

    Over an encoder alone the span head starts from random weights.
    """
    config = BertConfig.from_pretrained(
        base, architectures=['BertForQuestionAnswering'], num_labels=2, attn_implementation='eager'
    )
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = 0.0
    model = BertForQuestionAnswering(config)
    weights = Path(base) / 'model.safetensors'
    state = load_file(weights) if weights.exists() else dequantized(Path(base) / 'onnx' / 'model_quantized.onnx')
    model.bert.load_state_dict({name: state[name] for name in model.bert.state_dict()}, strict=True)
    if 'qa_outputs.weight' in state:
        model.qa_outputs.load_state_dict({name: state[f'qa_outputs.{name}'] for name in ('weight', 'bias')})
    return model


def keep_layers(model, layers):
    """Leaves out all but these layers, by their numbers from 0; those that stay keep their weights."""
    model.bert.encoder.layer = torch.nn.ModuleList(model.bert.encoder.layer[number] for number in layers)
    model.config.num_hidden_layers = len(layers)
    return model


def saved_reader(checkpoint, base):
    """The reader that `train.py` saved, of as many layers as it has."""
    state = torch.load(checkpoint, map_location='cpu')['model']
    count = 1 + max(int(name.split('.')[3]) for name in state if name.startswith('bert.encoder.layer.'))
    model = keep_layers(new_reader(base), range(count))
    model.load_state_dict(state)
    return model


def dequantized(path):
    """Float weights, by their names in the encoder, of a dynamically quantized ONNX export of a BERT or of a reader."""
    graph = onnx.load(path).graph
    values = {i.name: numpy_helper.to_array(i) for i in graph.initializer}

    def restored(name):
        stem = name.removesuffix('_quantized')
        if stem == name:
            return values[name]
        return (values[name].astype(np.float32) - values[f'{stem}_zero_point'].astype(np.float32)) * values[f'{stem}_scale']

    weights = {name: value for name, value in values.items() if name.endswith(('.weight', '.bias'))}
    for name in values:
        if name.endswith('embeddings.weight_quantized'):
            weights[name.removesuffix('_quantized')] = restored(name)
    for node in graph.node:
        if node.op_type in ('MatMul', 'MatMulInteger') and node.input[1] in values:
            module = node.name.strip('/').split('/MatMul')[0].replace('/', '.')
            weights[f'{module}.weight'] = restored(node.input[1]).T
    weights = {name.removeprefix('model.').removeprefix('bert.'): value for name, value in weights.items()}
    joined = [node for node in graph.node if node.op_type == 'QAttention']
    for number, node in enumerate(joined):
        _take_apart(weights, number, restored(node.input[1]).T, values[node.input[2]])
    return {name: torch.from_numpy(value.copy()) for name, value in weights.items()}


def _take_apart(weights, number, attention, bias):
    """Names a layer's weights as they were before `export.py` joined its attention and set neurons apart."""
    layer = f'encoder.layer.{number}'
    for part, weight, shift in zip(('query', 'key', 'value'), np.split(attention, 3), np.split(bias, 3)):
        weights[f'{layer}.attention.self.{part}.weight'] = weight
        weights[f'{layer}.attention.self.{part}.bias'] = shift
    apart = f'{layer}.output.dense'
    if f'{apart}.inner.weight' not in weights:
        return
    taken = lambda names, axis: np.concatenate([weights.pop(f'{apart}.{name}') for name in names], axis)
    weights[f'{layer}.intermediate.dense.weight'] = taken(('inner.weight', 'inner_apart.weight'), 0)
    weights[f'{layer}.intermediate.dense.bias'] = taken(('inner.bias', 'inner_apart.bias'), 0)
    weights[f'{layer}.output.dense.weight'] = taken(('outer.weight', 'outlying.weight'), 1)
    weights[f'{layer}.output.dense.bias'] = weights.pop(f'{apart}.outer.bias')


def encode(model, ids, mask, types, dropout=0.0, frozen=0):
    """Last hidden states in bfloat16. The same function as model.bert, without autocast's conversions.

    frozen: so many layers, and what is below them, get no gradients.
    """
    layers, settings = model.bert.encoder.layer, (model.config.num_attention_heads, dropout)
    bias = _half((1 - mask[:, None, None, :]) * _MASKED)
    with torch.set_grad_enabled(torch.is_grad_enabled() and frozen == 0):
        hidden = _embedded(model.bert.embeddings, ids, types)
        for layer in layers[:frozen]:
            hidden = _layer(layer, hidden, bias, settings)
    for layer in layers[frozen:]:
        hidden = _layer(layer, hidden, bias, settings)
    return hidden


def _half(tensor):
    return tensor.to(torch.bfloat16)


def _embedded(embeddings, ids, types):
    positions = embeddings.position_embeddings.weight[: ids.shape[1]]
    summed = embeddings.word_embeddings(ids) + embeddings.token_type_embeddings(types) + positions
    return _half(embeddings.LayerNorm(summed))


def _layer(layer, hidden, bias, settings):
    heads, dropout = settings
    drop = lambda value: F.dropout(value, dropout) if dropout > 0 else value
    linear = lambda module, value: F.linear(value, _half(module.weight), _half(module.bias))
    norm = lambda module, value: F.layer_norm(value, value.shape[-1:], _half(module.weight), _half(module.bias), module.eps)
    attention = layer.attention
    batch, length, width = hidden.shape
    parts = (attention.self.query, attention.self.key, attention.self.value)
    joined = F.linear(hidden, _half(torch.cat([p.weight for p in parts])), _half(torch.cat([p.bias for p in parts])))
    query, key, value = joined.view(batch, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
    scores = torch.matmul(query * (width // heads) ** -0.5, key.transpose(2, 3)) + bias
    context = torch.matmul(torch.softmax(scores, -1), value).transpose(1, 2).reshape(batch, length, width)
    hidden = norm(attention.output.LayerNorm, hidden + drop(linear(attention.output.dense, context)))
    inner = linear(layer.output.dense, F.gelu(linear(layer.intermediate.dense, hidden)))
    return norm(layer.output.LayerNorm, hidden + drop(inner))


def span_logits(model, inputs, dropout=0.0, frozen=0):
    """Start and end logits in float32, very low where no span may lie.

    inputs: ids, mask, types, and where a span may lie.
    """
    *read, allowed = inputs
    logits = model.qa_outputs(encode(model, *read, dropout, frozen).float())
    return tuple(part.squeeze(-1).masked_fill(~allowed, _MASKED) for part in logits.split(1, -1))
