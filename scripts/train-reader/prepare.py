"""Makes the training examples: questions with passages that answer them and close ones that do not.

One file of examples for each pass: other windows, other answers, other negatives.

python prepare.py --data DIR --judging DIR... [--labelled DIR] --base DIR --out DIR --number N [--embedding]
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from transformers import AutoTokenizer

from changed_questions import Answered, NameFinder, changed_question
from close_passages import closest_by_embedding, closest_by_words, mean_embedder
from passages import holds_answer, joined_with, window_anywhere, window_around, without_sentence_of
from questions import kept_out_titles, read_labelled_set, read_questions, split_by_document, without_overlap
from reader_model import encode, new_reader
from sentences import sentence_spans


@dataclass(frozen=True)
class PassRecipe:
    shares: dict  # how often the pass reads each set's questions, on average
    negatives: float  # unanswerable pairs for each answered question
    kinds: dict  # how often each kind of unanswerable pair is made


_FIRST_SHARES = {
    'squad_train_du44': 1.0,
    'squad_flan_eval': 1.0,
    'squad_train_pieces': 1.0,
    'squadshifts_new_wiki': 1.0,
    'nq_qed_train': 1.0,
    'qamr_wikinews': 0.4,
    'qamr_wikipedia': 0.25,
    'fairytaleqa': 0.4,
    'policyqa': 0.15,
    'friendsqa': 0.15,
    'molweni': 0.15,
}
# What the first pass left weakest, people's search questions, twice in windows of their own.
_LATER_SHARES = _FIRST_SHARES | {
    'nq_qed_train': 2.0,
    'qamr_wikinews': 0.25,
    'qamr_wikipedia': 0.1,
    'fairytaleqa': 0.2,
    'policyqa': 0.05,
    'friendsqa': 0.05,
    'molweni': 0.05,
}
_FIRST_KINDS = {'words': 0.4, 'neighbour': 0.25, 'sentence removed': 0.2, 'embedding': 0.15}
_LAST_KINDS = {'words': 0.35, 'neighbour': 0.15, 'sentence removed': 0.15, 'question changed': 0.35}
# Near misses of every kind, most of all those that people wrote and those made by a change; of the rest enough to lose none of it.
_NEAR_MISS_SHARES = {
    'squad_v2_dev': 2.0,
    'squad_train_pieces': 2.0,
    'squad_train_du44': 0.12,
    'squad_flan_eval': 0.12,
    'squadshifts_new_wiki': 0.12,
    'nq_qed_train': 0.35,
    'qamr_wikinews': 0.12,
    'qamr_wikipedia': 0.02,
    'fairytaleqa': 0.05,
    'policyqa': 0.01,
    'friendsqa': 0.01,
    'molweni': 0.01,
}
_NEAR_MISS_KINDS = {'words': 0.2, 'neighbour': 0.08, 'sentence removed': 0.08, 'question changed': 0.64}
PASSES = {
    1: PassRecipe(_FIRST_SHARES, 0.5, _FIRST_KINDS),
    2: PassRecipe(_LATER_SHARES, 0.5, _FIRST_KINDS),
    3: PassRecipe(_LATER_SHARES, 0.6, _LAST_KINDS),
    4: PassRecipe(_NEAR_MISS_SHARES, 0.8, _NEAR_MISS_KINDS),
}
SINGLE_SENTENCE_SETS = ('qamr_wikinews', 'qamr_wikipedia')
WITH_NEGATIVES = (
    'squad_v2_dev',
    'squad_train_du44',
    'squad_flan_eval',
    'squad_train_pieces',
    'squadshifts_new_wiki',
    'nq_qed_train',
    *SINGLE_SENTENCE_SETS,
)
MADE_FROM_ARTICLE = ('neighbour', 'sentence removed', 'question changed')
VALIDATION_SHARE = 0.04
SHORTEST_WORDS, LONGEST_WORDS = 40, 120
MAX_TOKENS = 256
CLOSEST = 8


class Preparation:
    def __init__(self, questions, tokenizer, kinds, random):
        self.questions, self.tokenizer, self.kinds, self.random = questions, tokenizer, kinds, random
        self.contexts = list(dict.fromkeys(q.context for q in questions))
        self.neighbours = defaultdict(list)
        for context, document in {q.context: q.document for q in questions}.items():
            self.neighbours[document].append(context)
        self.finder = NameFinder(self.contexts)
        self.examples = []
        self.changes = Counter()

    def words(self):
        return self.random.randint(SHORTEST_WORDS, LONGEST_WORDS)

    def others_of(self, question):
        """Other contexts of the same document, in random order; of single sentences, of the set where it has too few."""
        others = [c for c in self.neighbours[question.document] if c != question.context]
        self.random.shuffle(others)
        return others

    def answered_passage(self, question):
        """(answer, its start in the passage, passage) of one of the question's answers."""
        start, answer = self.random.choice(question.answers)
        if question.set in SINGLE_SENTENCE_SETS:
            offset, passage = joined_with(question.context, self.others_of(question), self.words(), self.random)
            return answer, start + offset, passage
        offset, passage = window_around(question.context, start, start + len(answer), self.words(), self.random)
        return answer, start - offset, passage

    def add_answered(self, question):
        answer, start, passage = self.answered_passage(question)
        self.add(question, passage, (start, start + len(answer)))

    def add_unanswerable(self, question, close):
        kinds = {kind: share for kind, share in self.kinds.items() if kind in close or kind in MADE_FROM_ARTICLE}
        kind = self.random.choices(list(kinds), kinds.values())[0]
        if kind == 'question changed':
            return self.add_changed(question, [self.contexts[i] for i in close['words']])
        if kind == 'sentence removed':
            candidates = [without_sentence_of(question.context, s, s + len(a)) for s, a in question.answers[:1]]
        elif kind == 'neighbour':
            candidates = self.others_of(question)
        else:
            candidates = [self.contexts[i] for i in close[kind]]
            self.random.shuffle(candidates)
        for candidate in candidates:
            if len(candidate.split()) < 12 or candidate == question.context:
                continue
            if question.set in SINGLE_SENTENCE_SETS:
                candidate = joined_with(candidate, self.others_of(question), self.words(), self.random)[1]
            passage = window_anywhere(candidate, self.words(), self.random)
            if question.context not in passage and not holds_answer(passage, [a for _, a in question.answers]):
                return self.add(question, passage, None)

    def add_changed(self, question, close):
        """The passage that answers, or a question to it, changed so that it does not answer any more."""
        answer, start, passage = self.answered_passage(question)
        sentence = next(passage[a:b] for a, b in sentence_spans(passage) if b > start)
        changed = changed_question(Answered(question.text, passage, sentence, close), self.finder, self.random)
        if changed is not None:
            self.changes[changed.kind] += 1
            span = (start, start + len(answer)) if changed.answers else None
            self.add(replace(question, text=changed.question), changed.passage, span)

    def add(self, question, passage, span):
        encoded = self.tokenizer(
            question.text, passage, truncation='only_second', max_length=MAX_TOKENS, return_offsets_mapping=True
        )
        types, offsets = encoded['token_type_ids'], encoded['offset_mapping']
        first = last = 0
        if span is not None:
            inside = [i for i, (a, b) in enumerate(offsets) if types[i] == 1 and b > a and a < span[1] and b > span[0]]
            if not inside or offsets[inside[-1]][1] < span[1]:
                return
            first, last = inside[0], inside[-1]
        self.examples.append((encoded['input_ids'], types.index(1), first, last))


def times(share, random):
    """A whole number whose mean is `share`."""
    return int(share) + (random.random() < share % 1)


def save_examples(examples, path):
    lengths = np.array([len(ids) for ids, *_ in examples])
    tokens = np.concatenate([np.array(ids, np.uint16) for ids, *_ in examples])
    question_tokens, starts, ends = (np.array([e[i] for e in examples], np.int16) for i in (1, 2, 3))
    np.savez(path, tokens=tokens, lengths=lengths, question_tokens=question_tokens, starts=starts, ends=ends)


def save_validation(questions, path):
    with open(path, 'w', encoding='utf-8') as out:
        for q in questions:
            out.write(
                json.dumps({'id': q.id, 'set': q.set, 'question': q.text, 'context': q.context, 'answers': q.answers}) + '\n'
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', required=True, help='folder of the training sets (<name>.jsonl.gz)')
    parser.add_argument('--judging', nargs='*', default=[], help='sets (corpus.jsonl) that no training text may overlap')
    parser.add_argument('--labelled', nargs='*', default=[], help='labelled sets to train on; a third of the articles is kept out')
    parser.add_argument('--base', required=True, help='folder of the encoder: config, tokenizer and weights')
    parser.add_argument('--out', required=True)
    parser.add_argument('--number', type=int, choices=PASSES, default=1, help='number of the pass, which is also its seed')
    parser.add_argument('--embedding', action='store_true', help='negatives close by embedding too (slow on a CPU)')
    options = parser.parse_args()
    out, random = Path(options.out), Random(options.number)
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(options.base)

    everything = read_questions(options.data)
    kept = without_overlap(everything, options.judging)
    training, validation = split_by_document(kept, VALIDATION_SHARE)
    print(f'{len(everything)} questions, {len(kept)} without overlap, {len(validation)} for validation', flush=True)
    for folder in options.labelled:
        labelled = read_labelled_set(folder)
        kept_out = kept_out_titles(q.title for q in labelled)
        training += [q for q in labelled if q.title not in kept_out]
        print(f'{Path(folder).name}: kept out {sorted(kept_out)}', flush=True)
    save_validation(validation, out / 'validation.jsonl')

    recipe = PASSES[options.number]
    preparation = Preparation(training, tokenizer, recipe.kinds, random)
    chosen = [q for q in training for _ in range(times(recipe.shares.get(q.set, 0.0), random))]
    answered = [q for q in chosen if q.answers]
    negatives = [q for q in answered if q.set in WITH_NEGATIVES and random.random() < recipe.negatives]
    texts = [q.text for q in negatives]
    close = {'words': closest_by_words(texts, preparation.contexts, CLOSEST)}
    if options.embedding:
        embed = mean_embedder(new_reader(options.base), tokenizer, encode)
        close['embedding'] = closest_by_embedding(texts, preparation.contexts, CLOSEST, embed)
    print('closest passages found', flush=True)
    for question in answered:
        preparation.add_answered(question)
    positives = len(preparation.examples)
    for question in chosen:
        if not question.answers:
            preparation.add(question, window_anywhere(question.context, LONGEST_WORDS, random), None)
    for row, question in enumerate(negatives):
        preparation.add_unanswerable(question, {kind: best[row] for kind, best in close.items()})
    print(f'{positives} answered, {len(preparation.examples) - positives} unanswerable examples or changed ones; changes: {dict(preparation.changes)}')
    random.shuffle(preparation.examples)
    save_examples(preparation.examples, out / f'examples-{options.number}.npz')


if __name__ == '__main__':
    main()
