"""Reads the labelled questions, drops what overlaps the sets that judge, and splits by article."""

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

# Sets whose licences allow their use for weights that ship.
TRAINING_SETS = (
    'squad_train_du44',
    'squad_flan_eval',
    'squad_train_pieces',
    'squadshifts_new_wiki',
    'nq_qed_train',
    'qamr_wikinews',
    'qamr_wikipedia',
    'fairytaleqa',
    'policyqa',
    'friendsqa',
    'molweni',
)
# Those whose `title` is one that people read, and not an identifier.
TITLED_SETS = ('squad_train_du44', 'squad_train_pieces', 'squadshifts_new_wiki', 'nq_qed_train')
_SHINGLE_WORDS = 12
# One article in so many of a labelled set that is trained on is kept for measuring.
KEPT_OUT_OF = 3


@dataclass(frozen=True)
class Question:
    id: str
    set: str
    text: str
    context: str
    answers: tuple  # of (start, text)
    title: str
    readable_title: str = ''

    @property
    def document(self):
        """What must stay on one side of a split: the article, or the context where no article is named."""
        return f'{self.set}:{self.title or self.context}'


def read_questions(folder, sets=TRAINING_SETS):
    questions = []
    for name in sets:
        with gzip.open(Path(folder) / f'{name}.jsonl.gz', 'rt', encoding='utf-8') as lines:
            for row in map(json.loads, lines):
                answers = tuple(dict.fromkeys(zip(row['starts'], row['answers'])))
                title = row['title'].replace('_', ' ') if name in TITLED_SETS else ''
                questions.append(Question(row['id'], name, row['question'].strip(), row['context'], answers, row['title'], title))
    return questions


def read_labelled_set(folder):
    """The questions of a labelled set (corpus, queries, answers) whose answers its document holds, and those without one."""
    folder = Path(folder)
    rows = lambda name: [json.loads(line) for line in open(folder / name, encoding='utf-8')]
    documents = {row['id']: row for row in rows('corpus.jsonl')}
    texts = {row['id']: row['text'] for row in rows('queries.jsonl')}
    questions = []
    for row in rows('answers.jsonl'):
        document = documents[row['doc']]
        found = () if row.get('is_impossible') else tuple((document['text'].find(a), a) for a in dict.fromkeys(row['answers']))
        found = tuple((start, answer) for start, answer in found if start >= 0)
        if found or row.get('is_impossible'):
            text, title = texts[row['id']].strip(), document['title']
            questions.append(Question(row['id'], folder.name, text, document['text'], found, title, title))
    return questions


def kept_out_titles(titles):
    """Of the articles of a labelled set that is trained on, a third, for measuring; which ones follows from the names."""
    ordered = sorted(set(titles), key=lambda title: hashlib.sha256(title.encode()).hexdigest())
    return frozenset(ordered[: len(ordered) // KEPT_OUT_OF])


def trained_titles(folder):
    """The titles of the other articles of a labelled set."""
    titles = {json.loads(line)['title'] for line in open(Path(folder) / 'corpus.jsonl', encoding='utf-8')}
    return titles - kept_out_titles(titles)


def without_overlap(questions, judging_folders):
    """Leaves out every document that shares twelve words in a row, or its title, with a judging set."""
    shingles, titles = set(), set()
    for folder in judging_folders:
        for line in open(Path(folder) / 'corpus.jsonl', encoding='utf-8'):
            row = json.loads(line)
            shingles |= _shingles(row['text'])
            titles.add(_normal_title(row['title']))
    contexts = {question.context: question.document for question in questions}
    overlapping = {document for context, document in contexts.items() if _shingles(context) & shingles}
    return [q for q in questions if q.document not in overlapping and _normal_title(q.title) not in titles]


def split_by_document(questions, validation_share):
    """(training, validation); a document's side follows from its name, so it is the same in every run."""
    training, validation = [], []
    for question in questions:
        digest = hashlib.sha256(question.document.encode()).digest()
        (validation if digest[0] / 256 < validation_share else training).append(question)
    return training, validation


def _shingles(text):
    words = re.findall(r'\w+', text.lower())
    return {' '.join(words[i : i + _SHINGLE_WORDS]) for i in range(len(words) - _SHINGLE_WORDS + 1)}


def _normal_title(title):
    return re.sub(r'\W+', ' ', title).strip().lower() or None
