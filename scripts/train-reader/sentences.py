"""Cuts text into sentences by rule; offsets are Python string indices."""

import re

_ABBREVIATIONS = frozenset(
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt st no nos vs etc jr sr inc co corp ltd jan feb mar apr jun jul aug '
    'sep sept oct nov dec u.s u.k e.g i.e a.m p.m fig al approx'.split()
)
_BOUNDARY = re.compile(r'[.!?][\'")\]”’]*\s+(?=[\'"(\[“‘]?[A-Z0-9])|\n+')


def sentence_spans(text):
    """Half-open (start, end) of each sentence, surrounding white space left out."""
    cuts = [match.end() for match in _BOUNDARY.finditer(text) if not _inside_abbreviation(text, match)]
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(text)]):
        piece = text[start:end]
        if piece.strip():
            spans.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
    return spans


def _inside_abbreviation(text, match):
    if text[match.start()] != '.':
        return False
    word = re.search(r'[\w.]*$', text[max(0, match.start() - 12) : match.start()]).group().lower()
    return word in _ABBREVIATIONS or len(word) == 1
