"""Exports a trained reader to ONNX, quantizes it and writes the package's files.

python export.py --checkpoint FILE --base DIR --work DIR --examples FILE [--package DIR]
"""

import argparse
import copy
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from prepare import MAX_TOKENS
from reader_model import saved_reader
from train import Examples

OPSET = 13
# Among what the feed-forward outputs of the lower layers read are a few neurons that reach 25, where the mean is 0.1:
# 256 steps over such a range resolve the others badly. So many of the widest are kept apart, in float.
OUTLYING_NEURONS = 32
CALIBRATION_EXAMPLES = 96
# Each way of quantizing that compare_quantization.py weighs, by its neurons in float; the first is the one that ships.
QUANTIZATIONS = {'outliers-apart': OUTLYING_NEURONS, 'every-matrix': 0}
_FLOAT_PART = 'outlying'


class _Outputs(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        outputs = self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        return outputs.start_logits, outputs.end_logits


class _FeedForward(torch.nn.Module):
    """The same function as a layer's feed-forward part, some of its neurons apart from the others."""

    def __init__(self, layer, apart):
        super().__init__()
        rest = torch.ones(layer.intermediate.dense.out_features, dtype=torch.bool)
        rest[apart] = False
        self.inner, self.outer = _part_of(layer, rest)
        self.inner_apart, outlying = _part_of(layer, ~rest)
        outlying.bias = None
        self.add_module(_FLOAT_PART, outlying)

    def forward(self, hidden):
        apart = self.get_submodule(_FLOAT_PART)(F.gelu(self.inner_apart(hidden)))
        return self.outer(F.gelu(self.inner(hidden))) + apart


def _part_of(layer, chosen):
    inner, outer = copy.deepcopy(layer.intermediate.dense), copy.deepcopy(layer.output.dense)
    inner.weight.data, inner.bias.data = inner.weight.data[chosen], inner.bias.data[chosen]
    outer.weight.data = outer.weight.data[:, chosen]
    return inner, outer


def set_outliers_apart(model, examples, count):
    """Sets apart the `count` neurons of each layer that reach furthest from 0 on some of the examples."""
    furthest = [torch.zeros(model.config.intermediate_size) for _ in model.bert.encoder.layer]
    ids, mask, types, _ = examples.tensors(np.arange(CALIBRATION_EXAMPLES), 'cpu').inputs

    def watch(number):
        def see(module, inputs, output):
            furthest[number] = inputs[0][mask.bool()].abs().amax(0)

        return see

    hooks = [layer.output.dense.register_forward_hook(watch(i)) for i, layer in enumerate(model.bert.encoder.layer)]
    with torch.no_grad():
        model(input_ids=ids, attention_mask=mask, token_type_ids=types)
    for hook in hooks:
        hook.remove()
    for layer, reach in zip(model.bert.encoder.layer, furthest):
        layer.output.dense = _FeedForward(layer, reach.topk(count).indices)
        layer.intermediate = torch.nn.Identity()


def export_float(model, path):
    """Writes the model, its operators joined to those that onnxruntime has kernels for (attention, GELU, layer norm)."""
    ids = torch.randint(1000, 2000, (2, 16))
    names = ['input_ids', 'attention_mask', 'token_type_ids']
    axes = {name: {0: 'batch', 1: 'tokens'} for name in [*names, 'start_logits', 'end_logits']}
    torch.onnx.export(
        _Outputs(model.eval()),
        (ids, torch.ones_like(ids), torch.zeros_like(ids)),
        str(path),
        input_names=names,
        output_names=['start_logits', 'end_logits'],
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
    joined = FusionOptions('bert')
    joined.enable_embed_layer_norm = False  # its int8 form is for tables of another layout
    sizes = {'num_heads': model.config.num_attention_heads, 'hidden_size': model.config.hidden_size}
    fused = optimize_model(str(path), model_type='bert', optimization_options=joined, opt_level=0, **sizes)
    assert fused.get_fused_operator_statistics()['Attention'] == model.config.num_hidden_layers
    fused.save_model_to_file(str(path))


def quantize(source, path):
    """Dynamic int8: weights stored in int8, activations quantized as they come, but for the neurons set apart."""
    left = [node.name for node in onnx.load(str(source)).graph.node if f'/{_FLOAT_PART}/' in node.name]
    quantize_dynamic(
        str(source),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        nodes_to_exclude=left,
        # What the joined operators give, which shape inference does not know.
        extra_options={'DefaultTensorType': onnx.TensorProto.FLOAT},
    )
    _drop_unused_operator_sets(path)


def _drop_unused_operator_sets(path):
    """The optimizer stamps the file with every set it knows, which an older runtime refuses."""
    model = onnx.load(str(path))
    used = {node.domain for node in model.graph.node}
    kept = [entry for entry in model.opset_import if entry.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)
    onnx.save(model, str(path))


def write_package(model, layers, base, package):
    package = Path(package)
    (package / 'onnx').mkdir(parents=True, exist_ok=True)
    shutil.copy(model, package / 'onnx' / 'model_quantized.onnx')
    shutil.copy(Path(base) / 'tokenizer.json', package / 'tokenizer.json')
    # Longer passages are read in windows of the length that it was trained on.
    tokenizer = json.loads((Path(base) / 'tokenizer_config.json').read_text()) | {'model_max_length': MAX_TOKENS}
    (package / 'tokenizer_config.json').write_text(json.dumps(tokenizer, indent=2) + '\n')
    config = json.loads((Path(base) / 'config.json').read_text())
    config |= {'architectures': ['BertForQuestionAnswering'], 'num_hidden_layers': layers}
    (package / 'config.json').write_text(json.dumps(config, indent=2) + '\n')
    files = ('config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx')
    sums = {name: hashlib.sha256((package / name).read_bytes()).hexdigest() for name in files}
    (package / 'checksums.json').write_text(json.dumps(sums, indent=2) + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--base', required=True)
    parser.add_argument('--work', required=True, help='folder for the float model and the ways of quantizing it')
    parser.add_argument('--examples', required=True, help='examples of a pass, to find the outliers with')
    parser.add_argument('--package', help='folder of the package to write')
    options = parser.parse_args()
    work = Path(options.work)
    export_float(saved_reader(options.checkpoint, options.base), work / 'model.onnx')
    for name, count in QUANTIZATIONS.items():
        model = saved_reader(options.checkpoint, options.base)
        if count > 0:
            set_outliers_apart(model.eval(), Examples(options.examples), count)
        export_float(model, work / f'{name}.float.onnx')
        quantize(work / f'{name}.float.onnx', work / f'{name}.onnx')
        (work / f'{name}.float.onnx').unlink()
    if options.package:
        shipped = next(iter(QUANTIZATIONS))
        write_package(work / f'{shipped}.onnx', model.config.num_hidden_layers, options.base, options.package)


if __name__ == '__main__':
    main()
