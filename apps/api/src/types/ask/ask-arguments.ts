import type { AskRequest } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';
import { ArticleFilter, toArticleFilter } from '../article/article-filter.ts';

export const ConversationTurn = builder.inputType('ConversationTurn', {
  description: 'An earlier turn of the conversation.',
  fields: (t) => ({
    question: t.string({ required: true }),
    answer: t.string({ description: 'What was answered, if it was.' }),
  }),
});

interface AskArguments {
  readonly question: string;
  readonly history?: AskRequest['history'] | null;
  readonly filter?: Parameters<typeof toArticleFilter>[0];
}

export function toAskRequest({ question, history, filter }: AskArguments): AskRequest {
  return { question, history: history ?? undefined, filter: toArticleFilter(filter) };
}

export const ASK_DESCRIPTION =
  'Answers with sentences quoted from the articles, or says that they do not. A question is 1 to 2,000 characters; `history` is the conversation so far, oldest first.';

export { ArticleFilter };
