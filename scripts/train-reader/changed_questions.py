"""Changes a question, or the sentence that answers it, so that the passage no longer answers: another name, year or
number, an opposite, exchanged roles, a negation, another question word (Rajpurkar, Jia and Liang 2018, table 3, and the
near misses that readers of news meet)."""

import re
from collections import Counter
from dataclasses import dataclass

_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:of |of the |de |van )?[A-Z][\w’'-]+)*")
_YEAR = re.compile(r'\b(?:1[0-9]|20)\d\d\b')
_NUMBER = re.compile(r'(?<![\w.,])\d{1,3}(?:[.,]\d+)*(?![\w,]|\.\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b')
_NUMBER_WORDS = ('two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten')
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|neither|nor|without|fail\w*|refus\w*|den(?:y|ied))\b|n['’]t\b", re.IGNORECASE)
_AUXILIARY = re.compile(r'\b(is|are|was|were|has|have|had|will|can|could|would|does|do|did) (\w+)', re.IGNORECASE)
_NEGATED = {'will': "won't", 'can': "can't"}
_REASON = re.compile(r'\b(?:because|due to|owing|since|reasons?|therefore|thus|caus\w*|so that|in order|to|for|after|as)\b', re.IGNORECASE)
_TIME = re.compile(
    r'\d|day\b|month|year|week|hour|morning|evening|night|centur|January|February|March|April|May|June|July|August'
    r'|September|October|November|December|when|today|later|earlier|ago|recent'
)
# Between two names that can be exchanged without another meaning.
_MUTUAL = re.compile(r"\b(?:and|or|between|with|both|meet|met|marri\w*|than|versus|vs)\b|'s\b|’s\b", re.IGNORECASE)
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
    ('above', 'below'),
    ('import', 'export'),
    ('imported', 'exported'),
    ('imports', 'exports'),
    ('buy', 'sell'),
    ('bought', 'sold'),
    ('open', 'close'),
    ('opened', 'closed'),
    ('rise', 'fall'),
    ('rose', 'fell'),
    ('arrive', 'leave'),
    ('arrived', 'left'),
    ('join', 'leave'),
    ('joined', 'left'),
    ('arrested', 'released'),
    ('accepted', 'rejected'),
    ('supported', 'opposed'),
    ('support', 'oppose'),
    ('lent', 'borrowed'),
    ('teacher', 'student'),
    ('father', 'mother'),
    ('husband', 'wife'),
    ('son', 'daughter'),
    ('brother', 'sister'),
    ('winner', 'loser'),
    ('injured', 'killed'),
    ('wounded', 'killed'),
)
# A word is part of a name where it is capitalized at least so many times as often as not.
_CAPITALIZED_TIMES = 4
_YEARS_AWAY = (1, 1, 1, 2, 2, 3, 4, 5, 7, 10, 20, 40)
# How often a name is taken from the passage itself, where it has another.
_NEAR_NAMES = 0.5
# Words that begin with the same letters count as one name ("Republican", "Republicans").
_ALIKE_LETTERS = 5


class NameFinder:
    """Names in text, told from first words of sentences by how the collection writes the word elsewhere."""

    def __init__(self, texts):
        self._counts = Counter(word for text in texts for word in re.findall(r"[\w’'-]+", text))

    def names(self, text):
        found = (match.group().removesuffix("'s").removesuffix('’s') for match in _NAME.finditer(text))
        return list(dict.fromkeys(name for name in found if self._is_name(name)))

    def base_of(self, past):
        """The verb of which this is the regular past, by what the collection writes; None for no known one."""
        stems = [past[:-2], past[:-1]]
        if len(past) > 5 and past[-3] == past[-4]:
            stems.append(past[:-3])
        if past.endswith('ied'):
            stems.append(past[:-3] + 'y')
        best = max(stems, key=lambda stem: self._counts[stem])
        return best if self._counts[best] >= _CAPITALIZED_TIMES else None

    def _is_name(self, name):
        first = name.split()[0]
        return len(name) > 2 and self._counts[first] >= _CAPITALIZED_TIMES * self._counts[first.lower()]


@dataclass(frozen=True)
class Answered:
    question: str
    passage: str
    sentence: str  # the part of the passage that answers
    close: list  # texts close to the passage, to take other names from
    title: str = ''  # of the passage's article

    @property
    def read(self):
        """What a reader reads."""
        return f'{self.title} {self.passage}'


@dataclass(frozen=True)
class Changed:
    kind: str
    question: str
    passage: str
    answers: bool = False  # so does a passage whose answer the change leaves true


def changed_question(answered, finder, random):
    """The question about something else, or None where no change is known; the kinds that seldom apply come first."""
    order = sorted(_CHANGES, key=lambda kind: random.random() ** (1 / _CHANGES[kind][1]), reverse=True)
    return next(filter(None, (changed_by(kind, answered, finder, random) for kind in order)), None)


def changed_by(kind, answered, finder, random):
    """The change of one kind, or None where it does not apply."""
    result = _CHANGES[kind][0](answered, finder, random)
    if result is None:
        return None
    return result if isinstance(result, Changed) else Changed(kind, result, answered.passage)


def _other_name(answered, finder, random):
    inside = [name for name in finder.names(answered.read) if _has(answered.question, name)]
    if not inside:
        return None
    name = random.choice(inside)
    known = f'{answered.question} {answered.sentence}'
    fits = lambda other: other.count(' ') == name.count(' ') and not any(
        _has_start(known, word[:_ALIKE_LETTERS]) for word in other.split()
    )
    near, far = (
        [other for text in texts for other in finder.names(text) if fits(other)] for texts in ([answered.passage], answered.close)
    )
    candidates = near if near and random.random() < _NEAR_NAMES else near + far
    return _replaced(answered.question, name, random.choice(candidates)) if candidates else None


def _other_year(answered, finder, random):
    years = [year for year in _YEAR.findall(answered.question) if year in answered.passage]
    if not years:
        return None
    year = random.choice(years)
    other = str(int(year) + random.choice((-1, 1)) * random.choice(_YEARS_AWAY))
    return None if other in answered.passage else _replaced(answered.question, year, other)


def _other_number(answered, finder, random):
    numbers = [n for n in _NUMBER.findall(_YEAR.sub('', answered.question)) if n in answered.passage]
    if not numbers:
        return None
    number = random.choice(numbers)
    if number in _NUMBER_WORDS:
        other = random.choice([word for word in _NUMBER_WORDS if word != number])
    else:
        digits = [i for i, character in enumerate(number) if character.isdigit()]
        at = random.choice(digits)
        other = number[:at] + random.choice([d for d in '123456789' if d != number[at]]) + number[at + 1 :]
    return None if _has(answered.passage, other) else _replaced(answered.question, number, other)


def _added_year(answered, finder, random):
    """The question of a year that the passage does not speak of; as often, of the year that its sentence names."""
    question = answered.question.rstrip(' ?')
    years = set(_YEAR.findall(answered.sentence))
    if len(years) != 1 or _YEAR.search(question) or re.match(r'(?:when|what (?:year|date)|which year)\b', question, re.IGNORECASE):
        return None
    year = years.pop()
    if random.random() < 0.5:
        return Changed('added year', f'{question} in {year}?', answered.passage, answers=True)
    other = str(int(year) + random.choice((-1, 1)) * random.choice(_YEARS_AWAY))
    return None if other in answered.passage else f'{question} in {other}?'


def _exchanged_roles(answered, finder, random):
    """Two names of the question change places, or who did it and to whom."""
    active = re.fullmatch(r'Who (\w+ed) (.+?)\s*\?', answered.question)
    names = [name for name in finder.names(answered.question) if _has(answered.passage, name)]
    if answered.question.islower():
        names = [name.lower() for name in finder.names(answered.read) if _has(answered.question, name)]
    if active and names and active[2].startswith(names[0]):
        verb = finder.base_of(active[1])
        return verb and f'Who did {active[2]} {verb}?'
    if len(names) != 2 or any(one in other for one, other in (names, names[::-1])):
        return None
    places = [answered.question.find(name) for name in names]
    if min(places) < 0:
        return None
    (first, start), (second, end) = sorted(zip(names, places), key=lambda pair: pair[1])
    between = answered.question[start + len(first) : end]
    if _MUTUAL.search(between) or not re.search(r'[a-z]{3}', between):
        return None
    return answered.question[:start] + second + between + first + answered.question[end + len(second) :]


def _negated(answered, finder, random):
    """A question of what did not happen, or a sentence that says that it did not; both together still answer."""
    if _NEGATION.search(answered.question) or _NEGATION.search(answered.sentence):
        return None
    question, sentence = _negated_question(answered, random), _negated_sentence(answered, finder)
    if sentence is None:
        return None if question is None or random.random() < 0.5 else question
    passage = answered.passage.replace(answered.sentence, sentence, 1)
    return Changed('negation', answered.question, passage)


def _negated_question(answered, random):
    match = re.search(r'\b(is|are|was|were|has|have|had|will|can|could|would|does|do|did)\b', answered.question)
    if match is None:
        return None
    word = match[1]
    # "Who was not", but not "When did not".
    may_stand_apart = re.match(r'(?:who|which|what)\b', answered.question, re.IGNORECASE) and not word.startswith('d')
    negated = f'{word} not' if may_stand_apart and random.random() < 0.5 else _NEGATED.get(word, f"{word}n't")
    return answered.question[: match.start()] + negated + answered.question[match.end() :]


def _negated_sentence(answered, finder):
    """`not` before a verb that the question shares with the sentence."""
    asked = {word[:_ALIKE_LETTERS].lower() for word in re.findall(r'\w{4,}', answered.question)}
    shared = lambda word: len(word) > 3 and word[:_ALIKE_LETTERS].lower() in asked
    for match in _AUXILIARY.finditer(answered.sentence):
        if shared(match[2]):
            return answered.sentence[: match.end(1)] + ' not' + answered.sentence[match.end(1) :]
    for match in re.finditer(r'(?<=[a-z] )[a-z]+ed\b', answered.sentence):
        base = finder.base_of(match.group())
        before = answered.sentence[: match.start()].split()[-1]
        if base and shared(match.group()) and not _AUXILIARY.fullmatch(f'{before} x') and before not in ('be', 'been', 'being', 'by', 'and'):
            return f'{answered.sentence[: match.start()]}did not {base}{answered.sentence[match.end() :]}'
    return None


def _other_question_word(answered, finder, random):
    """`Why` of what the passage tells no reason for, `when` of what it tells no time of."""
    match = re.match(r'(when|where|how) (did|was|were|is|are|does|do|has|have) ', answered.question, re.IGNORECASE)
    if match is None:
        return None
    word = match[1].lower()
    rest = answered.question[len(match[1]) :]
    if not _REASON.search(answered.sentence) and not re.search(r'\b(?:because|due to|reason|caus\w+|so that)\b', answered.passage):
        return f'Why{rest}'
    return f'When{rest}' if word != 'when' and not _TIME.search(answered.passage) else None


def _opposite(answered, finder, random):
    written = re.findall(r'\w+', answered.question)
    pairs = [pair for one, other in _OPPOSITES for pair in ((one, other), (other, one)) if pair[0] in written]
    pairs = [(word, opposite) for word, opposite in pairs if not _has(answered.passage, opposite)]
    return _replaced(answered.question, *random.choice(pairs)) if pairs else None


def _has(text, name):
    return re.search(rf'\b{re.escape(name)}\b', text, re.IGNORECASE) is not None


def _has_start(text, letters):
    return re.search(rf'\b{re.escape(letters)}', text, re.IGNORECASE) is not None


def _replaced(text, name, other):
    return re.sub(rf'\b{re.escape(name)}\b', lambda _: other, text, count=1, flags=re.IGNORECASE)


# Each kind with how strongly it is wanted where several apply.
_CHANGES = {
    'roles': (_exchanged_roles, 12),
    'number': (_other_number, 6),
    'opposite': (_opposite, 2),
    'year': (_other_year, 5),
    'name': (_other_name, 4),
    'added year': (_added_year, 1),
    'negation': (_negated, 0.25),
    'question word': (_other_question_word, 0.6),
}
KINDS_OF_CHANGE = tuple(_CHANGES)
