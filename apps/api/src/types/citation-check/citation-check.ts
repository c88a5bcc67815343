import type { ArticleCitationClaim, CitationClaim, CitationVerdict } from '@footnote/engine';
import { MAX_PAGE_SIZE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { atMost } from '../connection/page-arguments.ts';
import { articleKeyOf } from '../node/node-id.ts';

const CitationCheck = builder.objectRef<CitationVerdict>('CitationCheck').implement({
  description: 'Whether a quote stands in an article where it is said to.',
  fields: (t) => ({
    valid: t.exposeBoolean('valid', { description: '`article.text.slice(start, end) === quote`.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it does not; null when it does.' }),
    actual: t.exposeString('actual', {
      nullable: true,
      description: 'What stands at these offsets; null when they are outside the text.',
    }),
  }),
});

const CitationInput = builder.inputType('CitationInput', {
  description: 'A quote, and where it is said to stand.',
  fields: (t) => ({
    articleId: t.id({ required: true, description: 'The `id` of an Article.' }),
    start: t.int({ required: true, description: 'Offset into Article.text, UTF-16 code units.' }),
    end: t.int({ required: true, description: 'Offset into Article.text, UTF-16 code units, half open.' }),
    quote: t.string({ required: true, description: 'What is said to stand there, to the character.' }),
  }),
});

builder.queryField('verifyCitation', (t) =>
  t.field({
    type: CitationCheck,
    description:
      'Checks a quote against the text of the article, character by character; one of an article that the index does not hold is not valid. Error: `INVALID_ID`.',
    args: {
      articleId: t.arg.id({ required: true, description: 'The `id` of an Article.' }),
      start: t.arg.int({ required: true, description: 'Offset into Article.text, UTF-16 code units.' }),
      end: t.arg.int({
        required: true,
        description: 'Offset into Article.text, UTF-16 code units, half open.',
      }),
      quote: t.arg.string({ required: true, description: 'What is said to stand there, to the character.' }),
    },
    resolve: (_root, citation, { loaders }) => loaders.citation.load(toClaim(citation)),
  }),
);

builder.queryField('verifyCitations', (t) =>
  t.field({
    type: [CitationCheck],
    description:
      'Checks many quotes at once, in one version of the index; the checks come in their order. Errors: `INVALID_ID`, `TOO_MANY_ITEMS`.',
    args: { citations: t.arg({ type: [CitationInput], required: true, description: 'At most 50.' }) },
    complexity: ({ citations }) => ({ field: 1, multiplier: Math.min(citations.length, MAX_PAGE_SIZE) }),
    resolve: (_root, { citations }, { loaders }) =>
      Promise.all(
        atMost(MAX_PAGE_SIZE, 'citations', citations).map((one) => loaders.citation.load(toClaim(one))),
      ),
  }),
);

/** @throws GraphQLError `INVALID_ID` */
function toClaim({
  articleId,
  ...claim
}: CitationClaim & { readonly articleId: string }): ArticleCitationClaim {
  return { ...claim, articleKey: articleKeyOf(articleId) };
}
