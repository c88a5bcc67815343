"""Exports a trained reader to ONNX, quantizes it and writes the package's files.

python export.py --checkpoint FILE --base DIR --work DIR [--package DIR]
"""

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from prepare import MAX_TOKENS
from reader_model import new_reader

OPSET = 13
# Their inputs have outliers (up to 25, where the mean is 0.1), which 256 steps for a whole tensor resolve badly.
LAYERS_WITH_OUTLIERS = range(7)
OUTLIERS = [f'/model/bert/encoder/layer.{layer}/output/dense/MatMul' for layer in LAYERS_WITH_OUTLIERS]
# Each way of quantizing that compare_quantization.py weighs; the first is the one that ships.
QUANTIZATIONS = {
    'outliers-float': {'per_channel': True, 'reduce_range': True, 'nodes_to_exclude': OUTLIERS},
    'per-channel-reduced': {'per_channel': True, 'reduce_range': True},
    'per-channel': {'per_channel': True, 'reduce_range': False},
    'per-tensor-reduced': {'per_channel': False, 'reduce_range': True},
}


class _Outputs(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        outputs = self.model(input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids)
        return outputs.start_logits, outputs.end_logits


def export_float(checkpoint, base, path):
    model = new_reader(base)
    model.load_state_dict(torch.load(checkpoint, map_location='cpu')['model'])
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


def quantize(source, path, settings):
    """Dynamic int8: weights stored in int8, activations quantized as they come."""
    prepared = Path(path).with_suffix('.prepared.onnx')
    quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(str(prepared), str(path), weight_type=QuantType.QInt8, **settings)
    prepared.unlink()
    _drop_unused_operator_sets(path)


def _drop_unused_operator_sets(path):
    """The optimizer stamps the file with every set it knows, which an older runtime refuses."""
    model = onnx.load(str(path))
    used = {node.domain for node in model.graph.node}
    kept = [entry for entry in model.opset_import if entry.domain in used]
    del model.opset_import[:]
    model.opset_import.extend(kept)
    onnx.save(model, str(path))


def write_package(model, base, package):
    package = Path(package)
    (package / 'onnx').mkdir(parents=True, exist_ok=True)
    shutil.copy(model, package / 'onnx' / 'model_quantized.onnx')
    shutil.copy(Path(base) / 'tokenizer.json', package / 'tokenizer.json')
    # Longer passages are read in windows of the length that it was trained on.
    tokenizer = json.loads((Path(base) / 'tokenizer_config.json').read_text()) | {'model_max_length': MAX_TOKENS}
    (package / 'tokenizer_config.json').write_text(json.dumps(tokenizer, indent=2) + '\n')
    config = json.loads((Path(base) / 'config.json').read_text())
    config['architectures'] = ['BertForQuestionAnswering']
    (package / 'config.json').write_text(json.dumps(config, indent=2) + '\n')
    files = ('config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx')
    sums = {name: hashlib.sha256((package / name).read_bytes()).hexdigest() for name in files}
    (package / 'checksums.json').write_text(json.dumps(sums, indent=2) + '\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--checkpoint', required=True)
    parser.add_argument('--base', required=True)
    parser.add_argument('--work', required=True, help='folder for the float model and the ways of quantizing it')
    parser.add_argument('--package', help='folder of the package to write')
    parser.add_argument('--all', action='store_true', help='write every way of quantizing, to compare them')
    options = parser.parse_args()
    work = Path(options.work)
    export_float(options.checkpoint, options.base, work / 'model.onnx')
    shipped = next(iter(QUANTIZATIONS))
    for name in QUANTIZATIONS if options.all else [shipped]:
        quantize(work / 'model.onnx', work / f'{name}.onnx', QUANTIZATIONS[name])
    if options.package:
        write_package(work / f'{shipped}.onnx', options.base, options.package)


if __name__ == '__main__':
    main()
