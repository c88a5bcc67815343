"""From logits to a span, a sentence and a decision, as the product computes them."""

import numpy as np

LONGEST_ANSWER_TOKENS = 30


def best_span(starts, ends, allowed):
    """(first, last, score) of the best span over allowed tokens; score = start logit + end logit."""
    positions = np.flatnonzero(allowed)
    scores = starts[positions][:, None] + ends[positions][None, :]
    distance = positions[None, :] - positions[:, None]
    scores = np.where((distance >= 0) & (distance < LONGEST_ANSWER_TOKENS), scores, -np.inf)
    first, last = np.unravel_index(scores.argmax(), scores.shape)
    return positions[first], positions[last], scores[first, last]


def null_score(starts, ends):
    """The score of `not here`: the [CLS] token's."""
    return starts[0] + ends[0]
