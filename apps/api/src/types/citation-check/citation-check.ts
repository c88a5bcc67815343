import type { CitationVerdict } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';
import { articleKeyOf } from '../node/node-id.ts';

const CitationCheck = builder.objectRef<CitationVerdict>('CitationCheck').implement({
  description: 'Whether a quote stands in an article where it is said to.',
  fields: (t) => ({
    valid: t.exposeBoolean('valid'),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it does not; null when it does.' }),
    actual: t.exposeString('actual', {
      nullable: true,
      description: 'What stands at these offsets; null when they are outside the text.',
    }),
  }),
});

builder.queryField('verifyCitation', (t) =>
  t.field({
    type: CitationCheck,
    description: 'Checks a quote against the text of the article, character by character.',
    args: {
      articleId: t.arg.id({ required: true }),
      start: t.arg.int({ required: true }),
      end: t.arg.int({ required: true }),
      quote: t.arg.string({ required: true }),
    },
    resolve: (_root, { articleId, ...citation }, { engine }) =>
      engine.checkCitation({ ...citation, articleKey: articleKeyOf(articleId) }),
  }),
);
