import type { ArticleFilter as Filter } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description:
    'Which articles take part: all conditions given hold. A list passes what any of its entries passes.',
  fields: (t) => ({
    sources: t.stringList({ description: 'Without regard to case.' }),
    authors: t.stringList({ description: "Without regard to case; any one of an article's authors." }),
    publishedFrom: t.field({
      type: 'Date',
      description: 'This day included. An article without a date does not pass.',
    }),
    publishedTo: t.field({
      type: 'Date',
      description: 'This day included. An article without a date does not pass.',
    }),
    languages: t.stringList({ description: 'BCP 47 tags; "en" passes "en-GB".' }),
  }),
});

type FilterArguments = { readonly [Field in keyof Filter]?: Filter[Field] | null };

/** A null stands for a condition that is not given. */
export function toArticleFilter(filter: FilterArguments | null | undefined): Filter | undefined {
  if (!filter) return undefined;
  return {
    sources: filter.sources ?? undefined,
    authors: filter.authors ?? undefined,
    publishedFrom: filter.publishedFrom ?? undefined,
    publishedTo: filter.publishedTo ?? undefined,
    languages: filter.languages ?? undefined,
  };
}
