import type { IndexReport as Report } from '@footnote/ingestion';
import { EXPECTED_SKIPPED } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';

const SkippedFile = builder.objectRef<Report['skipped'][number]>('SkippedFile').implement({
  description: 'What was sent and not read as an article; nothing of it is kept.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description:
        'The name that it was sent under, with `#` and the number for a line of JSONL; `*` for several.',
    }),
    reason: t.exposeString('reason', { description: 'Why, and what to do about it, in words for a person.' }),
  }),
});

export const IndexReport = builder.objectRef<Report>('IndexReport').implement({
  description: 'What was added. Whatever is told here can be asked for at once.',
  isTypeOf: (value) => value !== null && typeof value === 'object' && 'added' in value,
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Articles that the index did not hold.' }),
    replaced: t.exposeInt('replaced', {
      description: 'Articles that took the place of those of their keys.',
    }),
    removed: t.exposeInt('removed', { description: 'Articles that their file, sent anew, holds no more.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Articles that the index held as they are.' }),
    skipped: t.field({
      type: [SkippedFile],
      description: 'Files, or lines of them, that could not be read: for the reasons of `footnote index`.',
      complexity: { field: 1, multiplier: EXPECTED_SKIPPED },
      resolve: ({ skipped }) => [...skipped],
    }),
    warnings: t.stringList({
      description: 'What was dropped of articles that were added, and what else a person should know.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ warnings }) => [...warnings],
    }),
    articles: t.exposeInt('articles', { description: 'Articles that the index holds now.' }),
    passages: t.exposeInt('passages', { description: 'Passages that the index holds now.' }),
    seconds: t.exposeFloat('seconds', { description: 'How long it took.' }),
  }),
});
