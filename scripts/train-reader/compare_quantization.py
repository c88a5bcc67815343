"""What each way of quantizing costs against the float export: the same span, F1, sentence, size.

python export.py ... first; then
python compare_quantization.py --work DIR --base DIR --validation FILE [--judging DIR...] [--limit N]
"""

import argparse
import json
from pathlib import Path

import numpy as np
from transformers import AutoTokenizer

from evaluate import VALIDATION_GROUPS, measure, onnx_logits, read
from export import QUANTIZATIONS
from measured_questions import from_judging_set, from_validation


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--work', required=True, help='folder of model.onnx and the quantized ones')
    parser.add_argument('--base', required=True)
    parser.add_argument('--validation', required=True)
    parser.add_argument('--judging', nargs='*', default=[])
    parser.add_argument('--limit', type=int, default=300, help='questions of each set')
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    work = Path(options.work)
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    sets = {name: from_validation(options.validation, group, options.limit) for name, group in VALIDATION_GROUPS.items()}
    sets |= {Path(folder).name: from_judging_set(folder, options.limit) for folder in options.judging}
    everything = [item for items in sets.values() for item in items]
    expected = None
    for name in ('model', *QUANTIZATIONS):
        path = work / f'{name}.onnx'
        logits = onnx_logits(path, options.threads)
        spans = [read(logits, tokenizer, item) for item in everything]
        expected = expected or spans
        same = np.mean([a[:2] == b[:2] for a, b in zip(spans, expected)])
        drift = np.mean([abs(a[2] - b[2]) for a, b in zip(spans, expected)])
        figures = {
            'model': name,
            'MB': round(path.stat().st_size / 1e6, 1),
            'same_span': round(float(same), 4),
            'margin_drift': round(float(drift), 3),
        }
        print(json.dumps(figures), flush=True)
        for set_name, items in sets.items():
            print(json.dumps({'model': name, 'set': set_name, **measure(logits, tokenizer, items)}), flush=True)


if __name__ == '__main__':
    main()
