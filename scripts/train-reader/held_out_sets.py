"""Writes the questions held out of training as labelled sets, for `npm run measure:reader` and `footnote eval`.

Search questions: a document for each passage of the set, held out or not. News: the sentences of an article joined. Of a
labelled set that was trained on: the questions of the articles kept out, over all its documents.

python held_out_sets.py --data DIR --judging DIR... [--labelled DIR...] --out DIR
"""

import argparse
import json
import shutil
from pathlib import Path

from prepare import VALIDATION_SHARE
from questions import read_questions, split_by_document, trained_titles, without_overlap


def by_passage(questions):
    """(id, title, contexts) of a document for each context."""
    titles = {q.context: q.title for q in questions}
    return [(str(number), title, [context]) for number, (context, title) in enumerate(titles.items())]


def by_article(questions):
    """The same, with all contexts of an article in one; the set's titles are ids, so none is given."""
    contexts = {}
    for q in questions:
        contexts.setdefault(q.title, {})[q.context] = None
    return [(title, None, list(held)) for title, held in contexts.items()]


SETS = {'search': ('nq_qed_train', by_passage), 'news': ('qamr_wikinews', by_article)}


def places_of(document, contexts):
    """Of each context of a document: the document, and where in its text the context starts."""
    offset = 0
    for context in contexts:
        yield context, (document, offset)
        offset += len(context) + 1


def write_set(folder, documents, held_out):
    folder.mkdir(parents=True, exist_ok=True)
    places = {context: place for id, _, contexts in documents for context, place in places_of(id, contexts)}
    document_of = {context: id for context, (id, _) in places.items()}

    def answers(q):
        document, offset = places[q.context]
        starts = [offset + start for start, _ in q.answers]
        return {
            'id': q.id,
            'answers': [a for _, a in q.answers],
            'answer_starts': starts,
            'doc': document,
            'is_impossible': False,
        }

    write_rows(folder / 'corpus.jsonl', [{'id': id, 'title': title, 'text': ' '.join(texts)} for id, title, texts in documents])
    write_rows(folder / 'queries.jsonl', [{'id': q.id, 'text': q.text} for q in held_out])
    write_rows(folder / 'answers.jsonl', [answers(q) for q in held_out])
    (folder / 'qrels.tsv').write_text(''.join(f'{q.id}\t{document_of[q.context]}\t1\n' for q in held_out))


def write_kept_out(folder, out):
    """Copies a labelled set less the questions on articles that were trained on."""
    out.mkdir(parents=True, exist_ok=True)
    trained = trained_titles(folder)
    rows = lambda name: [json.loads(line) for line in open(folder / name, encoding='utf-8')]
    titles = {row['id']: row['title'] for row in rows('corpus.jsonl')}
    answers = [row for row in rows('answers.jsonl') if titles[row['doc']] not in trained]
    kept = {row['id'] for row in answers}
    shutil.copyfile(folder / 'corpus.jsonl', out / 'corpus.jsonl')
    write_rows(out / 'queries.jsonl', [row for row in rows('queries.jsonl') if row['id'] in kept])
    write_rows(out / 'answers.jsonl', answers)
    judged = (folder / 'qrels.tsv').read_text(encoding='utf-8').splitlines(keepends=True)
    (out / 'qrels.tsv').write_text(''.join(line for line in judged if line.split('\t')[0] in kept), encoding='utf-8')
    return len(kept)


def write_rows(path, rows):
    path.write_text(''.join(json.dumps(row, ensure_ascii=False) + '\n' for row in rows), encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--data', required=True)
    parser.add_argument('--judging', nargs='*', default=[])
    parser.add_argument('--labelled', nargs='*', default=[], help='labelled sets that were trained on')
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    kept = without_overlap(read_questions(options.data), options.judging)
    for name, (training_set, documents_of) in SETS.items():
        questions = [q for q in kept if q.set == training_set]
        held_out = [q for q in split_by_document(questions, VALIDATION_SHARE)[1] if q.answers]
        documents = documents_of(questions)
        write_set(Path(options.out) / name, documents, held_out)
        print(f'{name}: {len(documents)} documents, {len(held_out)} questions')
    for folder in map(Path, options.labelled):
        count = write_kept_out(folder, Path(options.out) / folder.name)
        print(f'{folder.name}: {count} questions kept out')


if __name__ == '__main__':
    main()
