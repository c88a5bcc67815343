"""Measures a reader: span, sentence, and the decision that a passage does not hold the answer.

python evaluate.py --model FILE.onnx|checkpoint.pt --base DIR [--judging DIR...] [--trained-on DIR] [--validation FILE]
  [--limit N]
"""

import argparse
import json
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score
from transformers import AutoTokenizer

from changed_questions import KINDS_OF_CHANGE
from decode import best_sentence
from measured_questions import beside_close_passages, from_judging_set, from_validation, with_changes, with_closest
from passages import holds_answer, normalize
from prepare import MAX_TOKENS
from questions import trained_titles
from sentences import sentence_spans

VALIDATION_GROUPS = {
    'validation, encyclopaedia': ('squad_train_du44', 'squad_flan_eval', 'squadshifts_new_wiki'),
    'validation, search questions': ('nq_qed_train',),
    'validation, news': ('qamr_wikinews',),
}


def onnx_logits(path, threads=1):
    import onnxruntime

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), settings)
    names = ('input_ids', 'attention_mask', 'token_type_ids')

    def logits(encoded):
        starts, ends = session.run(['start_logits', 'end_logits'], {n: np.array([encoded[n]], np.int64) for n in names})
        return starts[0], ends[0]

    return logits


def checkpoint_logits(path, base):
    import torch

    from reader_model import encode, saved_reader

    model = saved_reader(path, base).eval()

    def logits(encoded):
        ids, mask, types = (torch.tensor([encoded[n]]) for n in ('input_ids', 'attention_mask', 'token_type_ids'))
        with torch.no_grad():
            values = model.qa_outputs(encode(model, ids, mask, types).float())[0]
        return values[:, 0].numpy(), values[:, 1].numpy()

    return logits


@cache
def read(logits, tokenizer, item):
    """(start, end, margin): the best span of the best sentence, and how surely that sentence holds the answer."""
    before = f'{item.title} ' if item.title else ''
    encoded = tokenizer(
        item.question, before + item.passage, truncation='only_second', max_length=MAX_TOKENS, return_offsets_mapping=True
    )
    starts, ends = logits(encoded)
    offsets = [(a - len(before), b - len(before)) for a, b in encoded['offset_mapping']]
    words = [i for i, (a, b) in enumerate(offsets) if encoded['token_type_ids'][i] == 1 and b > a >= 0]
    sentences = [np.array([i for i in words if a <= offsets[i][0] < b]) for a, b in sentence_spans(item.passage)]
    margin, first, last = best_sentence(starts, ends, [tokens for tokens in sentences if len(tokens)])
    return offsets[first][0], offsets[last][1], margin


def sentence_at(passage, start):
    return next(passage[a:b] for a, b in sentence_spans(passage) if b > start)


def f1(prediction, answer):
    predicted, expected = normalize(prediction).split(), normalize(answer).split()
    common = sum((Counter(predicted) & Counter(expected)).values())
    return 2 * common / (len(predicted) + len(expected)) if common else float(predicted == expected)


def measure(logits, tokenizer, items):
    held, exact, overlaps, words, margins, answerable = [], [], [], [], [], []
    for item in items:
        start, end, margin = read(logits, tokenizer, item)
        margins.append(margin)
        answerable.append(bool(item.answers))
        if not item.answers:
            continue
        sentence = sentence_at(item.passage, start)
        span = item.passage[start:end]
        held.append(holds_answer(sentence, item.answers))
        exact.append(any(normalize(span) == normalize(a) for a in item.answers))
        overlaps.append(max(f1(span, a) for a in item.answers))
        words.append(len(sentence.split()))
    mean = lambda values: round(float(np.mean(values)), 4)
    figures = {'questions': len(held), 'sentence': mean(held), 'exact': mean(exact), 'f1': mean(overlaps), 'words': mean(words)}
    if not all(answerable):
        figures['unanswerable'] = answerable.count(False)
        figures['auc'] = round(float(roc_auc_score(answerable, margins)), 4)
    return figures


def measure_first(logits, tokenizer, lists):
    """How often the sentence with the greatest margin of all passages of a list holds the answer."""
    held = []
    for items in lists:
        readings = [(read(logits, tokenizer, item), item) for item in items]
        (start, *_), best = max(readings, key=lambda reading: reading[0][2])
        held.append(holds_answer(sentence_at(best.passage, start), items[0].answers))
    return {'questions': len(held), 'first': round(float(np.mean(held)), 4)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    parser.add_argument('--base', required=True)
    parser.add_argument('--judging', nargs='*', default=[])
    parser.add_argument('--validation')
    parser.add_argument('--trained-on', help='labelled set that was trained on but for a third of its articles')
    parser.add_argument('--limit', type=int)
    parser.add_argument('--changed', type=int, default=100, help='questions changed by each rule')
    parser.add_argument('--close', type=int, default=100, help='questions of each set measured among close passages')
    options = parser.parse_args()
    is_onnx = options.model.endswith('.onnx')
    logits = onnx_logits(options.model) if is_onnx else checkpoint_logits(options.model, options.base)
    tokenizer = AutoTokenizer.from_pretrained(options.base)
    trained = trained_titles(options.trained_on) if options.trained_on else frozenset()
    folders = {Path(folder).name: folder for folder in options.judging}
    sets = {name: from_judging_set(folder, options.limit, trained) for name, folder in folders.items()}
    among = {name: beside_close_passages(sets[name], folder) for name, folder in folders.items()}
    sets |= {f'{name}, closest passage': with_closest(lists) for name, lists in among.items()}
    if options.validation:
        sets |= {name: from_validation(options.validation, group, options.limit) for name, group in VALIDATION_GROUPS.items()}
        everything = [item for group in VALIDATION_GROUPS.values() for item in from_validation(options.validation, group)]
        for kind in KINDS_OF_CHANGE:
            sets[f'validation, changed: {kind}'] = with_changes(everything, kind)[: 2 * options.changed]
    for name, items in sets.items():
        print(json.dumps({'set': name, **measure(logits, tokenizer, items)}), flush=True)
    for name, lists in among.items():
        figures = measure_first(logits, tokenizer, lists[: options.close])
        print(json.dumps({'set': f'{name}, among close passages', **figures}), flush=True)


if __name__ == '__main__':
    main()
