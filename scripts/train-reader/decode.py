"""From logits to a sentence, a span and a decision, as the product computes them."""

import numpy as np

LONGEST_ANSWER_TOKENS = 30


def best_sentence(starts, ends, sentences):
    """(margin, first, last): how surely the answer lies in the best sentence, and the best span of its tokens.

    sentences: for each sentence the positions of its tokens. The margin is the log odds of the answer's start in the
    sentence plus those of its end, each against [CLS], "not here".
    """
    null = starts[0] + ends[0]
    margins = [_log_sum_exp(starts[tokens]) + _log_sum_exp(ends[tokens]) - null for tokens in sentences]
    best = int(np.argmax(margins))
    return margins[best], *_best_span(starts, ends, sentences[best])


def _best_span(starts, ends, tokens):
    scores = starts[tokens][:, None] + ends[tokens][None, :]
    length = np.arange(len(tokens))[None, :] - np.arange(len(tokens))[:, None]
    scores = np.where((length >= 0) & (length < LONGEST_ANSWER_TOKENS), scores, -np.inf)
    first, last = np.unravel_index(scores.argmax(), scores.shape)
    return tokens[first], tokens[last]


def _log_sum_exp(values):
    largest = values.max()
    return float(largest + np.log(np.exp(values - largest).sum()))
