"""Changes a question so that its passage no longer answers it, as SQuAD 2.0's writers did: another name, another year, an
opposite (Rajpurkar, Jia and Liang 2018, table 3: entity swaps and antonyms)."""

import re
from collections import Counter
from dataclasses import dataclass

_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:of |of the |de |van )?[A-Z][\w’'-]+)*")
_YEAR = re.compile(r'\b(?:1[0-9]|20)\d\d\b')
_OPPOSITES = (
    ('first', 'last'),
    ('before', 'after'),
    ('largest', 'smallest'),
    ('biggest', 'smallest'),
    ('highest', 'lowest'),
    ('most', 'least'),
    ('more', 'less'),
    ('oldest', 'youngest'),
    ('longest', 'shortest'),
    ('north', 'south'),
    ('northern', 'southern'),
    ('east', 'west'),
    ('eastern', 'western'),
    ('begin', 'end'),
    ('began', 'ended'),
    ('start', 'end'),
    ('started', 'ended'),
    ('increase', 'decrease'),
    ('increased', 'decreased'),
    ('win', 'lose'),
    ('won', 'lost'),
    ('early', 'late'),
    ('minimum', 'maximum'),
    ('male', 'female'),
    ('born', 'buried'),
)
# A word is part of a name where it is capitalized at least so many times as often as not.
_CAPITALIZED_TIMES = 4
_YEARS_AWAY = 40
# Words that begin with the same letters count as one name ("Republican", "Republicans").
_ALIKE_LETTERS = 5


class NameFinder:
    """Names in text, told from first words of sentences by how the collection writes the word elsewhere."""

    def __init__(self, texts):
        self._counts = Counter(word for text in texts for word in re.findall(r"[\w’'-]+", text))

    def names(self, text):
        found = (match.group().removesuffix("'s").removesuffix('’s') for match in _NAME.finditer(text))
        return list(dict.fromkeys(name for name in found if self._is_name(name)))

    def _is_name(self, name):
        first = name.split()[0]
        return len(name) > 2 and self._counts[first] >= _CAPITALIZED_TIMES * self._counts[first.lower()]


@dataclass(frozen=True)
class Answered:
    question: str
    passage: str
    sentence: str  # the part of the passage that answers
    close: list  # texts close to the passage, to take other names from


def changed_question(answered, finder, random):
    """The question about something else, or None where no change is known."""
    changes = [_other_name, _other_year, _opposite]
    random.shuffle(changes)
    return next(filter(None, (change(answered, finder, random) for change in changes)), None)


def _other_name(answered, finder, random):
    inside = [name for name in finder.names(answered.passage) if _has(answered.question, name)]
    if not inside:
        return None
    name = random.choice(inside)
    others = [
        other
        for text in (answered.passage, *answered.close)
        for other in finder.names(text)
        if other.count(' ') == name.count(' ')
    ]
    known = f'{answered.question} {answered.sentence}'
    candidates = [o for o in others if not any(_has_start(known, word[:_ALIKE_LETTERS]) for word in o.split())]
    return _replaced(answered.question, name, random.choice(candidates)) if candidates else None


def _other_year(answered, finder, random):
    years = [year for year in _YEAR.findall(answered.question) if year in answered.passage]
    if not years:
        return None
    year = random.choice(years)
    other = str(int(year) + random.choice((-1, 1)) * random.randint(1, _YEARS_AWAY))
    return None if other in answered.passage else _replaced(answered.question, year, other)


def _opposite(answered, finder, random):
    pairs = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one)) if _has(answered.question, pair[0])]
    pairs = [(word, opposite) for word, opposite in pairs if not _has(answered.passage, opposite)]
    return _replaced(answered.question, *random.choice(pairs)) if pairs else None


def _has(text, name):
    return re.search(rf'\b{re.escape(name)}\b', text, re.IGNORECASE) is not None


def _has_start(text, letters):
    return re.search(rf'\b{re.escape(letters)}', text, re.IGNORECASE) is not None


def _replaced(text, name, other):
    return re.sub(rf'\b{re.escape(name)}\b', lambda _: other, text, count=1, flags=re.IGNORECASE)
