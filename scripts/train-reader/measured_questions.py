"""Questions to measure on, as (question, passage, answers) with passages cut as the product cuts them."""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random

from changed_questions import Answered, NameFinder, changed_by
from close_passages import closest_by_words
from passages import holds_answer, joined_with
from sentences import sentence_spans

PASSAGE_WORDS = 120


@dataclass(frozen=True)
class Item:
    question: str
    passage: str
    answers: tuple  # texts; none where the passage does not answer
    title: str = ''  # of the passage's article, which the product reads before it


def passages_of(text):
    """(start, end) of runs of whole sentences of up to PASSAGE_WORDS words."""
    runs, words = [], 0
    for start, end in sentence_spans(text):
        count = len(text[start:end].split())
        if runs and words + count <= PASSAGE_WORDS:
            runs[-1], words = (runs[-1][0], end), words + count
        else:
            runs.append((start, end))
            words = count
    return runs


def from_judging_set(folder, limit=None, trained_titles=frozenset(), seed=1):
    """Gold passages of a flat BEIR-like set; for its unanswerable questions the paragraph's first passage.

    trained_titles: articles to leave out.
    """
    folder = Path(folder)
    rows = lambda name: [json.loads(line) for line in open(folder / name, encoding='utf-8')]
    documents = {row['id']: row for row in rows('corpus.jsonl')}
    texts = {id: row['text'] for id, row in documents.items()}
    questions = {row['id']: row['text'] for row in rows('queries.jsonl')}
    answers = [row for row in rows('answers.jsonl') if documents[row['doc']]['title'] not in trained_titles]
    if limit:
        answers = Random(seed).sample(answers, min(limit, len(answers)))
    items = []
    for row in answers:
        text = texts[row['doc']]
        pieces = [text[a:b] for a, b in passages_of(text)]
        if row.get('is_impossible'):
            items.append(Item(questions[row['id']], pieces[0], (), documents[row['doc']]['title']))
            continue
        holding = _holding(text, row)
        if holding is not None:
            items.append(Item(questions[row['id']], holding, tuple(row['answers']), documents[row['doc']]['title']))
    return items


def beside_close_passages(items, folder, closest=8):
    """Of each answered item a list: itself, and its question with the passages closest to it (BM25), the closest first.

    What holds the answer by chance counts as answering.
    """
    rows = [json.loads(line) for line in open(Path(folder) / 'corpus.jsonl', encoding='utf-8')]
    titles = {row['text'][a:b]: row['title'] for row in rows for a, b in passages_of(row['text'])}
    passages = list(titles)
    answered = [item for item in items if item.answers]
    lists = []
    for item, best in zip(answered, closest_by_words([item.question for item in answered], passages, closest)):
        others = [passages[i] for i in best if passages[i] != item.passage]
        answers = [item.answers if holds_answer(other, item.answers) else () for other in others]
        lists.append([item, *(Item(item.question, other, own, titles[other]) for other, own in zip(others, answers))])
    return lists


def with_closest(lists):
    """Of each list the item, and the closest that does not hold the answer."""
    return [item for first, *others in lists for item in (first, *[other for other in others if not other.answers][:1])]


def _holding(text, row):
    starts = row.get('answer_starts') or [text.find(answer) for answer in row['answers']]
    for start, answer in zip(starts, row['answers'] * len(starts)):
        for a, b in passages_of(text):
            if a <= start and start + len(answer) <= b:
                return text[a:b]
    return None


def from_validation(path, set_names, limit=None, seed=1):
    """Held-out questions of training sets; single sentences are joined with others of the set up to a passage."""
    random = Random(seed)
    rows = [row for row in map(json.loads, open(path, encoding='utf-8')) if row['set'] in set_names and row['answers']]
    sentences = list(dict.fromkeys(row['context'] for row in rows))
    if limit:
        rows = random.sample(rows, min(limit, len(rows)))
    items = []
    for row in rows:
        answers = tuple(answer for _, answer in row['answers'])
        if row['set'].startswith('qamr'):
            others = random.sample([s for s in sentences if s != row['context']], 8)
            passage = joined_with(row['context'], others, PASSAGE_WORDS - 20, random)[1]
        else:
            start = row['answers'][0][0]
            passage = next((row['context'][a:b] for a, b in passages_of(row['context']) if a <= start < b), None)
        if passage is not None and holds_answer(passage, answers):
            items.append(Item(row['question'], passage, answers, row['title']))
    return items


def with_changes(items, kind, seed=1):
    """Of the answered items those to which the change applies, and the changed ones, which have no answer."""
    random = Random(seed)
    finder = NameFinder([item.passage for item in items])
    paired = []
    for item in items:
        sentence = next((item.passage[a:b] for a, b in sentence_spans(item.passage) if holds_answer(item.passage[a:b], item.answers)), None)
        if sentence is None:
            continue
        close = [random.choice(items).passage for _ in range(4)]
        changed = changed_by(kind, Answered(item.question, item.passage, sentence, close, item.title), finder, random)
        if changed is not None and not changed.answers:
            paired += [item, Item(changed.question, changed.passage, (), item.title)]
    return paired
