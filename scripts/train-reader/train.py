"""Trains the reader, saving as it goes; the same command goes on from the last save.

python train.py --base DIR --work DIR [--steps N] [--start FILE --first-pass N]
"""

import argparse
import json
import math
import time
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import NamedTuple

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


class Batch(NamedTuple):
    inputs: tuple  # ids, mask, types, and where a span may lie: on the passage, and on [CLS] for "not here"
    starts: torch.Tensor
    ends: torch.Tensor
    groups: torch.Tensor  # pairs made for one question have one number


class Examples:
    def __init__(self, path):
        stored = np.load(path)
        self.tokens, self.lengths = stored['tokens'], stored['lengths']
        self.at = np.concatenate([[0], np.cumsum(self.lengths)])
        self.question_tokens, self.before_passage = stored['question_tokens'], stored['before_passage']
        self.starts, self.ends, self.groups = stored['start'], stored['end'], stored['group']

    def batches(self, seed, grouped):
        """Indices of one pass: batches of like length, of about TOKENS_PER_BATCH tokens, in random order.

        grouped: pairs made for one question stay together.
        """
        random = Random(seed)
        units = defaultdict(list)
        for row, group in enumerate(self.groups):
            units[group if grouped else row].append(row)
        order = list(units.values())
        random.shuffle(order)
        tokens_of = lambda rows: int(self.lengths[rows].max())
        together = BATCHES_SORTED_TOGETHER * TOKENS_PER_BATCH * len(order) // int(self.lengths.sum())
        batches = []
        for start in range(0, len(order), together):
            batch = []
            for rows in sorted(order[start : start + together], key=tokens_of):
                if batch and (len(batch) + len(rows)) * max(tokens_of(batch), tokens_of(rows)) > TOKENS_PER_BATCH:
                    batches.append(batch)
                    batch = []
                batch = batch + rows
            batches.append(batch)
        random.shuffle(batches)
        return batches

    def tensors(self, rows, device):
        width = -(-int(self.lengths[rows].max()) // LENGTH_STEP) * LENGTH_STEP
        ids = torch.zeros(len(rows), width, dtype=torch.long)
        types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
        allowed = torch.zeros_like(ids, dtype=torch.bool)
        allowed[:, 0] = True
        for i, row in enumerate(rows):
            length = self.lengths[row]
            ids[i, :length] = torch.from_numpy(self.tokens[self.at[row] : self.at[row] + length].astype(np.int64))
            types[i, self.question_tokens[row] : length] = 1
            mask[i, :length] = 1
            allowed[i, self.before_passage[row] : length - 1] = True
        labels = (torch.from_numpy(part[rows]).to(device) for part in (self.starts, self.ends, self.groups))
        return Batch(tuple(tensor.to(device) for tensor in (ids, mask, types, allowed)), *labels)


def contrast(start_logits, end_logits, batch):
    """How far from sure it is which pair made for a question has the answer: cross-entropy, over those that do.

    Of each pair counts half the margin by which the product ranks passages: the mean log odds of a start and of an end.
    """
    odds = [torch.logsumexp(logits[:, 1:], 1) - logits[:, 0] for logits in (start_logits, end_logits)]
    margins = sum(odds) / 2
    answered = batch.starts > 0
    same = batch.groups[:, None] == batch.groups[None, :]
    total = lambda chosen: torch.logsumexp(margins.masked_fill(~chosen, -torch.inf), 1)
    return (total(same) - total(same & answered))[answered].sum() / len(answered)


def learning_rate(step, done, options):
    """Linear warm-up, then constant, then linear to zero over the last share of the way, of which `done` is done."""
    falling = min(1.0, (1 - done) / options.decay_share) if options.decay_share > 0 else 1.0
    return options.learning_rate * min(1.0, (step + 1) / options.warm_up) * max(falling, 0.0)


class Passes:
    """The batches of all passes, one file a pass; the same at each step however often the run was stopped."""

    def __init__(self, folder, seed, first_pass, grouped):
        self.folder, self.seed, self.grouped = Path(folder), seed, grouped
        self.number, self.first_step = first_pass - 1, 0
        self.examples, self.batches = None, []

    def batch(self, step, device):
        while step >= self.first_step + len(self.batches):
            self.first_step += len(self.batches)
            self.number += 1
            self.examples = Examples(self.folder / f'examples-{self.number}.npz')
            self.batches = self.examples.batches(self.seed + self.number, self.grouped)
        return self.examples.tensors(self.batches[step - self.first_step], device)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--base', required=True, help='folder of the encoder to start from')
    parser.add_argument('--work', required=True, help='folder of examples-N.npz, and of what is saved')
    parser.add_argument('--start', help='checkpoint whose weights to start from, in place of the encoder alone')
    parser.add_argument('--keep-layers', type=int, nargs='*', help='numbers of the layers to start with, from 0; all')
    parser.add_argument('--first-pass', type=int, default=1)
    parser.add_argument('--steps', type=int, default=1500)
    parser.add_argument('--minutes', type=float, help='end after so long, where the steps take longer; the rate falls by the time')
    parser.add_argument('--contrast', type=float, default=0.0, help="weight of the loss over the pairs of each question; 0: none")
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
    passes = Passes(work, options.seed, options.first_pass, options.contrast > 0)

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
    step, spent, saved = 0, 0.0, work / 'checkpoint.pt'
    if saved.exists():
        state = torch.load(saved, map_location=device)
        model.load_state_dict(state['model'])
        optimizer.load_state_dict(state['optimizer'])
        step, spent = state['step'], state['seconds']

    began, seen, losses, contrasts = time.time() - spent, 0, [], []
    share_done = lambda: max(step / options.steps, (time.time() - began) / 60 / (options.minutes or math.inf))
    while (done := share_done()) < 1:
        rate = learning_rate(step, done, options)
        for group in optimizer.param_groups:
            group['lr'] = rate
        batch = passes.batch(step, device)
        torch.manual_seed(options.seed + step)  # so that dropout, too, is the same after a stop
        start_logits, end_logits = span_logits(model, batch.inputs, options.dropout, options.frozen)
        loss = (F.cross_entropy(start_logits, batch.starts) + F.cross_entropy(end_logits, batch.ends)) / 2
        losses.append(loss.item())
        if options.contrast > 0:
            term = contrast(start_logits, end_logits, batch)
            contrasts.append(term.item())
            loss = loss + options.contrast * term
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, GRADIENT_NORM)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        seen += len(batch.starts)
        step += 1
        if step % options.save_every == 0 or share_done() >= 1:
            line = {
                'step': step,
                'loss': round(sum(losses) / len(losses), 4),
                'contrast': round(sum(contrasts) / max(len(contrasts), 1), 4),
                'rate': rate,
                'examples': seen,
                'examples_per_second': round(seen / (time.time() - began - spent), 1),
            }
            print(json.dumps(line), flush=True)
            losses.clear()
            contrasts.clear()
            partial = saved.with_suffix('.partial')
            state = {'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'step': step}
            torch.save(state | {'seconds': time.time() - began}, partial)
            partial.replace(saved)


if __name__ == '__main__':
    main()
