"""Makes the training examples: questions with passages that answer them and close ones that do not.

One file of examples for each pass: other windows, other answers, other negatives.

python prepare.py --data DIR --judging DIR... [--labelled DIR] --base DIR --out DIR --number N [--embedding DIR]
"""

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
from transformers import AutoTokenizer

from changed_questions import Answered, NameFinder, changed_by, changed_question
from close_passages import closest_by_embedding, closest_by_words, embedder
from passages import holds_answer, joined_with, window_around, window_nearest, without_sentence_of
from questions import Question, kept_out_titles, read_labelled_set, read_questions, split_by_document, without_overlap
from sentences import sentence_spans


class Example(NamedTuple):
    """A pair as the network reads it; what is counted is counted in tokens."""

    ids: list
    question_tokens: int  # what stands before them is of the first type
    before_passage: int  # so many are the question's and the title's
    start: int  # of the answer; 0, with `end`, where there is none
    end: int
    group: int


@dataclass(frozen=True)
class PassRecipe:
    shares: dict  # how often the pass reads each set's questions, on average
    negatives: float  # unanswerable pairs for each answered question
    kinds: dict  # how often each kind of unanswerable pair is made
    titled: float = 0.0  # share of the questions whose passages are read with the titles of their articles
    seldom: float = 1.0  # so many times as often, with the change, where one of SELDOM_CHANGES applies


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
# The right passage beside close ones of the whole collection, and near misses of every kind, as the product reads them.
_CONTRAST_SHARES = {
    'squad_v2_dev': 1.5,
    'squad_train_pieces': 1.0,
    'squad_train_du44': 0.14,
    'squad_flan_eval': 0.14,
    'squadshifts_new_wiki': 0.14,
    'nq_qed_train': 0.35,
    'qamr_wikinews': 0.08,
    'fairytaleqa': 0.04,
}
_CONTRAST_KINDS = {'words': 0.25, 'embedding': 0.2, 'neighbour': 0.06, 'sentence removed': 0.04, 'question changed': 0.45}
PASSES = {
    1: PassRecipe(_FIRST_SHARES, 0.5, _FIRST_KINDS),
    2: PassRecipe(_LATER_SHARES, 0.5, _FIRST_KINDS),
    3: PassRecipe(_LATER_SHARES, 0.6, _LAST_KINDS),
    4: PassRecipe(_NEAR_MISS_SHARES, 0.8, _NEAR_MISS_KINDS),
    5: PassRecipe(_CONTRAST_SHARES, 1.05, _CONTRAST_KINDS, titled=0.75, seldom=3.0),
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
SELDOM_CHANGES = ('roles', 'year', 'number')
VALIDATION_SHARE = 0.04
SHORTEST_WORDS, LONGEST_WORDS = 40, 120
MAX_TOKENS = 256
CLOSEST = 8
LARGEST_GROUP = 5


@dataclass(frozen=True)
class _Group:
    """What the pairs made for one question have in common."""

    number: int
    question: Question
    close: dict  # numbers of contexts, the closest first, by how they were found
    words: int  # how long the passages are
    titled: bool
    passage: str  # the one that answers
    span: tuple  # where


class Preparation:
    def __init__(self, questions, tokenizer, recipe, random):
        self.tokenizer, self.recipe, self.random = tokenizer, recipe, random
        self.titles = {q.context: q.readable_title for q in questions}
        self.contexts = list(self.titles)
        self.neighbours, self.written = defaultdict(list), defaultdict(list)
        for context, document in {q.context: q.document for q in questions}.items():
            self.neighbours[document].append(context)
        for question in questions:
            if not question.answers:
                self.written[question.context].append(question.text)
        self.finder = NameFinder(self.contexts)
        self.examples = []
        self.made = Counter()

    def add_group(self, number, question, close):
        """A question with a passage that answers it, and the pairs beside it that do not answer, all about as long."""
        written = self.written[question.context]
        words = LONGEST_WORDS if written else self.random.randint(SHORTEST_WORDS, LONGEST_WORDS)
        titled = self.titles[question.context] != '' and self.random.random() < self.recipe.titled
        group = _Group(number, question, close, words, titled, *self.answered_passage(question, words))
        self.add('answered', group, (question.text, group.passage), group.span)
        if written:
            self.add('written', group, (self.random.choice(written), group.passage))
        if close and self.is_seldom(question):
            self.add_changed(group)
        for _ in range(times(self.recipe.negatives, self.random) if close else 0):
            self.add_unanswerable(group)

    def is_seldom(self, question):
        """Whether the recipe wants more of the questions to which a seldom change applies, and this is one."""
        if self.recipe.seldom == 1:
            return False
        answered = Answered(question.text, question.context, question.context, [], self.titles[question.context])
        return any(changed_by(kind, answered, self.finder, Random(question.id)) for kind in SELDOM_CHANGES)

    def share_of(self, question):
        """How often the pass reads the question, on average."""
        share = self.recipe.shares.get(question.set, 0.0)
        return share * self.recipe.seldom if share > 0 and self.is_seldom(question) else share

    def answered_passage(self, question, words):
        """(passage, where one of the question's answers stands in it)."""
        start, answer = self.random.choice(question.answers)
        if question.set in SINGLE_SENTENCE_SETS:
            offset, passage = joined_with(question.context, self.others_of(question), words, self.random)
            start += offset
        else:
            offset, passage = window_around(question.context, start, start + len(answer), words, self.random)
            start -= offset
        return passage, (start, start + len(answer))

    def others_of(self, question):
        """Other contexts of the same document, in random order."""
        others = [c for c in self.neighbours[question.document] if c != question.context]
        self.random.shuffle(others)
        return others

    def add_unanswerable(self, group):
        """A pair of a kind drawn by its share; one with a close passage where that kind cannot be made."""
        kinds = {kind: share for kind, share in self.recipe.kinds.items() if kind in group.close or kind in MADE_FROM_ARTICLE}
        kind = self.random.choices(list(kinds), kinds.values())[0]
        added = self.add_changed(group) if kind == 'question changed' else self.add_other_passage(group, kind)
        if not added:
            self.add_other_passage(group, 'words')

    def add_other_passage(self, group, kind):
        question = group.question
        for candidate in self.candidates(group, kind):
            if len(candidate.split()) < 12 or candidate == question.context:
                continue
            title = self.titles.get(candidate)
            if group.titled and title == '':
                continue
            if question.set in SINGLE_SENTENCE_SETS:
                candidate = joined_with(candidate, self.others_of(question), group.words, self.random)[1]
            passage = window_nearest(candidate, question.text, group.words, self.random)
            if question.context not in passage and not holds_answer(passage, [a for _, a in question.answers]):
                return self.add(kind, group, (question.text, passage), title=title)
        return False

    def candidates(self, group, kind):
        if kind == 'sentence removed':
            start, answer = group.question.answers[0]
            return [without_sentence_of(group.question.context, start, start + len(answer))]
        if kind == 'neighbour':
            return self.others_of(group.question)
        closest = [self.contexts[i] for i in group.close[kind]]
        self.random.shuffle(closest)
        return closest

    def add_changed(self, group):
        """The passage that answers, or a question to it, changed so that it does not answer any more."""
        sentence = next(group.passage[a:b] for a, b in sentence_spans(group.passage) if b > group.span[0])
        close = [self.contexts[i] for i in group.close['words']]
        answered = Answered(group.question.text, group.passage, sentence, close, self.titles[group.question.context])
        changed = changed_question(answered, self.finder, self.random)
        if changed is None:
            return False
        return self.add(changed.kind, group, (changed.question, changed.passage), group.span if changed.answers else None)

    def add(self, kind, group, pair, span=None, title=None):
        """Whether the pair was added, and not there before.

        title: of the passage's article; the one of the question's own article when left out.
        """
        question, passage = pair
        if title is None:
            title = self.titles[group.question.context]
        before = f'{title} ' if group.titled else ''
        encoded = self.tokenizer(
            question, before + passage, truncation='only_second', max_length=MAX_TOKENS, return_offsets_mapping=True
        )
        types, offsets = encoded['token_type_ids'], encoded['offset_mapping']
        of_passage = [i for i, (a, b) in enumerate(offsets) if types[i] == 1 and b > a >= len(before)]
        first = last = 0
        if span is not None:
            start, end = (len(before) + place for place in span)
            inside = [i for i in of_passage if offsets[i][0] < end and offsets[i][1] > start]
            if not inside or offsets[inside[-1]][1] < end:
                return False
            first, last = inside[0], inside[-1]
        example = Example(encoded['input_ids'], types.index(1), of_passage[0], first, last, group.number)
        if example in self.examples[-LARGEST_GROUP:]:
            return False
        self.made[kind] += 1
        self.examples.append(example)
        return True


def times(share, random):
    """A whole number whose mean is `share`."""
    return int(share) + (random.random() < share % 1)


def save_examples(examples, path):
    columns = dict(zip(Example._fields, zip(*examples)))
    tokens = np.concatenate([np.array(ids, np.uint16) for ids in columns.pop('ids')])
    lengths = np.array([len(example.ids) for example in examples])
    np.savez(path, tokens=tokens, lengths=lengths, **{name: np.array(values) for name, values in columns.items()})


def save_validation(questions, path):
    with open(path, 'w', encoding='utf-8') as out:
        for q in questions:
            out.write(
                json.dumps(
                    {
                        'id': q.id,
                        'set': q.set,
                        'question': q.text,
                        'context': q.context,
                        'title': q.readable_title,
                        'answers': q.answers,
                    }
                )
                + '\n'
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', required=True, help='folder of the training sets (<name>.jsonl.gz)')
    parser.add_argument('--judging', nargs='*', default=[], help='sets (corpus.jsonl) that no training text may overlap')
    parser.add_argument('--labelled', nargs='*', default=[], help='labelled sets to train on; a third of the articles is kept out')
    parser.add_argument('--base', required=True, help='folder of the encoder: config, tokenizer and weights')
    parser.add_argument('--out', required=True)
    parser.add_argument('--number', type=int, choices=PASSES, default=1, help='number of the pass, which is also its seed')
    parser.add_argument('--embedding', help='folder of an embedding model: negatives close by it too')
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
    preparation = Preparation(training, tokenizer, recipe, random)
    answered = [q for q in training if q.answers for _ in range(times(preparation.share_of(q), random))]
    with_negatives = [q for q in answered if q.set in WITH_NEGATIVES]
    texts = [q.text for q in with_negatives]
    close = {'words': closest_by_words(texts, preparation.contexts, CLOSEST)}
    if options.embedding:
        close['embedding'] = closest_by_embedding(texts, preparation.contexts, CLOSEST, embedder(options.embedding))
    print('closest passages found', flush=True)
    close_of = {q.id: {kind: best[row] for kind, best in close.items()} for row, q in enumerate(with_negatives)}
    random.shuffle(answered)
    for number, question in enumerate(answered):
        preparation.add_group(number, question, close_of.get(question.id))
    print(f'{len(answered)} questions, {len(preparation.examples)} examples: {dict(preparation.made)}')
    save_examples(preparation.examples, out / f'examples-{options.number}.npz')


if __name__ == '__main__':
    main()
