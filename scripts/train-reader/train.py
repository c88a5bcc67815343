"""Trains the reader, saving as it goes; the same command goes on from the last save.

python train.py --base DIR --work DIR [--steps N] [--start FILE --first-pass N]
"""

import argparse
import json
import time
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F

from reader_model import keep_layers, new_reader, saved_reader, span_logits

TOKENS_PER_BATCH = 3000
WEIGHT_DECAY = 0.01
GRADIENT_NORM = 1.0
BATCHES_SORTED_TOGETHER = 50
# Lengths are padded to a multiple of this, which matrix units are a little faster at.
LENGTH_STEP = 32


class Examples:
    def __init__(self, path):
        stored = np.load(path)
        self.tokens, self.lengths = stored['tokens'], stored['lengths']
        self.at = np.concatenate([[0], np.cumsum(self.lengths)])
        self.question_tokens, self.starts, self.ends = stored['question_tokens'], stored['starts'], stored['ends']

    def batches(self, seed):
        """Indices of one pass: batches of like length, of about TOKENS_PER_BATCH tokens, in random order."""
        random = Random(seed)
        order = list(range(len(self.lengths)))
        random.shuffle(order)
        group = BATCHES_SORTED_TOGETHER * TOKENS_PER_BATCH // int(self.lengths.mean())
        batches = []
        for start in range(0, len(order), group):
            rows = sorted(order[start : start + group], key=lambda i: self.lengths[i])
            batch = []
            for row in rows:
                if batch and (len(batch) + 1) * self.lengths[row] > TOKENS_PER_BATCH:
                    batches.append(batch)
                    batch = []
                batch.append(row)
            batches.append(batch)
        random.shuffle(batches)
        return batches

    def tensors(self, rows, device):
        width = -(-int(self.lengths[rows].max()) // LENGTH_STEP) * LENGTH_STEP
        ids = torch.zeros(len(rows), width, dtype=torch.long)
        types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
        for i, row in enumerate(rows):
            length = self.lengths[row]
            ids[i, :length] = torch.from_numpy(self.tokens[self.at[row] : self.at[row] + length].astype(np.int64))
            types[i, self.question_tokens[row] : length] = 1
            mask[i, :length] = 1
        starts, ends = (torch.from_numpy(part[rows].astype(np.int64)) for part in (self.starts, self.ends))
        return [tensor.to(device) for tensor in (ids, mask, types, starts, ends)]


def learning_rate(step, options):
    """Linear warm-up, then constant, then linear to zero over the last share of the steps."""
    decay_from = options.steps * (1 - options.decay_share)
    falling = 1 - (step - decay_from) / (options.steps - decay_from) if step > decay_from else 1.0
    return options.learning_rate * min(1.0, (step + 1) / options.warm_up) * max(falling, 0.0)


class Passes:
    """The batches of all passes, one file a pass; the same at each step however often the run was stopped."""

    def __init__(self, folder, seed, first_pass):
        self.folder, self.seed = Path(folder), seed
        self.number, self.first_step = first_pass - 1, 0
        self.examples, self.batches = None, []

    def batch(self, step, device):
        while step >= self.first_step + len(self.batches):
            self.first_step += len(self.batches)
            self.number += 1
            self.examples = Examples(self.folder / f'examples-{self.number}.npz')
            self.batches = self.examples.batches(self.seed + self.number)
        return self.examples.tensors(self.batches[step - self.first_step], device)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--base', required=True, help='folder of the encoder to start from')
    parser.add_argument('--work', required=True, help='folder of examples-N.npz, and of what is saved')
    parser.add_argument('--start', help='checkpoint whose weights to start from, in place of the encoder alone')
    parser.add_argument('--keep-layers', type=int, nargs='*', help='numbers of the layers to start with, from 0; all')
    parser.add_argument('--first-pass', type=int, default=1)
    parser.add_argument('--steps', type=int, default=1500)
    parser.add_argument('--decay-share', type=float, default=0.5)
    parser.add_argument('--warm-up', type=int, default=200, help='steps')
    parser.add_argument('--learning-rate', type=float, default=1e-4)
    parser.add_argument('--dropout', type=float, default=0.0, help="share of each layer's outputs left out")
    parser.add_argument('--frozen', type=int, default=0, help='leave the embeddings and so many layers as they are')
    parser.add_argument('--save-every', type=int, default=100)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=2)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    work = Path(options.work)
    passes = Passes(work, options.seed, options.first_pass)

    model = new_reader(options.base).to(device).train()
    if options.start:
        model = saved_reader(options.start, options.base).to(device).train()
    if options.keep_layers:
        keep_layers(model, options.keep_layers)
    trained = [*model.bert.encoder.layer[options.frozen :].parameters(), *model.qa_outputs.parameters()]
    if options.frozen == 0:
        trained += model.bert.embeddings.parameters()
    decayed = [p for p in trained if p.dim() > 1]
    plain = [p for p in trained if p.dim() <= 1]
    groups = [{'params': decayed, 'weight_decay': WEIGHT_DECAY}, {'params': plain, 'weight_decay': 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=options.learning_rate, fused=True)
    step, saved = 0, work / 'checkpoint.pt'
    if saved.exists():
        state = torch.load(saved, map_location=device)
        model.load_state_dict(state['model'])
        optimizer.load_state_dict(state['optimizer'])
        step = state['step']

    began, seen, losses = time.time(), 0, []
    while step < options.steps:
        rate = learning_rate(step, options)
        for group in optimizer.param_groups:
            group['lr'] = rate
        ids, mask, types, starts, ends = passes.batch(step, device)
        torch.manual_seed(options.seed + step)  # so that dropout, too, is the same after a stop
        start_logits, end_logits = span_logits(model, (ids, mask, types), options.dropout, options.frozen)
        loss = (F.cross_entropy(start_logits, starts) + F.cross_entropy(end_logits, ends)) / 2
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, GRADIENT_NORM)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        seen += len(ids)
        step += 1
        if step % options.save_every == 0 or step == options.steps:
            line = {
                'step': step,
                'loss': round(sum(losses) / len(losses), 4),
                'rate': rate,
                'examples_per_second': round(seen / (time.time() - began), 1),
            }
            print(json.dumps(line), flush=True)
            losses.clear()
            partial = saved.with_suffix('.partial')
            torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'step': step}, partial)
            partial.replace(saved)


if __name__ == '__main__':
    main()
