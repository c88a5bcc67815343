import type { ArticleFilter as Filter } from '@footnote/engine';
import { MAX_PAGE_SIZE } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { atMost } from '../connection/page-arguments.ts';

export const ArticleFilter = builder.inputType('ArticleFilter', {
  description:
    'Which articles take part: all conditions given hold. A list, of at most 50 entries, passes what any of them passes; an empty one passes nothing.',
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

/**
 * A null stands for a condition that is not given.
 * @throws GraphQLError `TOO_MANY_ITEMS`
 */
export function toArticleFilter(filter: FilterArguments | null | undefined): Filter | undefined {
  if (!filter) return undefined;
  return {
    sources: list('sources', filter.sources),
    authors: list('authors', filter.authors),
    publishedFrom: filter.publishedFrom ?? undefined,
    publishedTo: filter.publishedTo ?? undefined,
    languages: list('languages', filter.languages),
  };
}

function list(name: string, items: readonly string[] | null | undefined): readonly string[] | undefined {
  return items ? atMost(MAX_PAGE_SIZE, name, items) : undefined;
}
