"""Which layers a reader can best do without: leaves out, one after another, the one whose loss changes its logits least.

python choose_layers.py --base DIR [--checkpoint FILE] --examples FILE [--layers N]
"""

import argparse
import json

import torch
import torch.nn.functional as F

from reader_model import new_reader, saved_reader, span_logits
from train import Examples

EXAMPLES = 72


def divergence(logits, expected):
    """Kullback-Leibler, in nats, the mean of starts and ends."""
    parts = [
        F.kl_div(own.log_softmax(-1), given.log_softmax(-1), reduction='batchmean', log_target=True)
        for own, given in zip(logits, expected)
    ]
    return sum(part.item() for part in parts) / len(parts)


@torch.no_grad()
def logits_with(model, layers, inputs):
    model.bert.encoder.layer = torch.nn.ModuleList(layers)
    return span_logits(model, inputs)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--base', required=True)
    parser.add_argument('--checkpoint', help='of train.py; the reader in `base` when left out')
    parser.add_argument('--examples', required=True, help='examples of a pass')
    parser.add_argument('--layers', type=int, default=6, help='how many to come down to')
    options = parser.parse_args()
    model = (saved_reader(options.checkpoint, options.base) if options.checkpoint else new_reader(options.base)).eval()
    examples = Examples(options.examples)
    batch = examples.tensors(examples.lengths.argsort()[:: len(examples.lengths) // EXAMPLES], 'cpu')
    every = dict(enumerate(model.bert.encoder.layer))
    expected = logits_with(model, every.values(), batch.inputs)
    kept = list(every)
    while len(kept) > options.layers:
        lost = {
            out: divergence(logits_with(model, [every[i] for i in kept if i != out], batch.inputs), expected)
            for out in kept
        }
        kept.remove(min(lost, key=lost.get))
        print(json.dumps({'layers': kept, 'divergence': round(min(lost.values()), 3)}), flush=True)


if __name__ == '__main__':
    main()
