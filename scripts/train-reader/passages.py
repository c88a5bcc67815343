"""Cuts windows of whole sentences, as the product cuts its passages."""

import re

from sentences import sentence_spans


def normalize(text):
    """Lower case, no punctuation or articles, single spaces: the comparison the SQuAD metrics use."""
    text = re.sub(r'[^\w\s]', '', text.lower())
    return ' '.join(re.sub(r'\b(a|an|the)\b', ' ', text).split())


def holds_answer(text, answers):
    padded = f' {normalize(text)} '
    return any(f' {normalize(answer)} ' in padded for answer in answers if normalize(answer))


def window_around(context, start, end, words, random):
    """(offset, text) of a run of whole sentences that holds context[start:end] and reaches `words` words."""
    spans = sentence_spans(context)
    first = max((i for i, span in enumerate(spans) if span[0] <= start), default=0)
    last = next((i for i in range(first, len(spans)) if spans[i][1] >= end), len(spans) - 1)
    return _grown(context, spans, first, last, words, random)


def window_nearest(context, question, words, random):
    """Such a run around the sentence that shares most words with the question."""
    spans = sentence_spans(context)
    asked = set(normalize(question).split())
    shared = [len(asked & set(normalize(context[a:b]).split())) for a, b in spans]
    first = shared.index(max(shared))
    return _grown(context, spans, first, first, words, random)[1]


def _grown(context, spans, first, last, words, random):
    count = lambda: len(context[spans[first][0] : spans[last][1]].split())
    while count() < words and (first > 0 or last < len(spans) - 1):
        leftwards = last == len(spans) - 1 or (first > 0 and random.random() < 0.5)
        first, last = (first - 1, last) if leftwards else (first, last + 1)
    return spans[first][0], context[spans[first][0] : spans[last][1]]


def without_sentence_of(context, start, end):
    """The context less the sentences that touch context[start:end]."""
    return ' '.join(context[a:b] for a, b in sentence_spans(context) if b <= start or a >= end)


def joined_with(sentence, others, words, random):
    """(offset of the sentence, passage): the sentence among others, in random order, up to `words` words."""
    chosen, count = [], len(sentence.split())
    for other in others:
        if count >= words:
            break
        chosen.append(other)
        count += len(other.split())
    position = random.randrange(len(chosen) + 1)
    before = ' '.join(chosen[:position])
    offset = len(before) + 1 if before else 0
    return offset, ' '.join([*chosen[:position], sentence, *chosen[position:]])
