import { type AskRequest, MAX_TURNS } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';
import { ArticleFilter, toArticleFilter } from '../article/article-filter.ts';

const ConversationTurn = builder.inputType('ConversationTurn', {
  description: 'An earlier turn of the conversation.',
  fields: (t) => ({
    question: t.string({
      required: true,
      description: 'What was asked; of a longer one the first 2,000 characters are read.',
    }),
    answer: t.string({ description: 'What was answered, the `text` of the Answer; null where it was not.' }),
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
  'Answers with sentences quoted from the articles, or says that they do not. Errors: `BLANK_QUESTION`, `QUESTION_TOO_LONG`, `TOO_MANY_ITEMS`, `SERVER_BUSY`.';

export const ASK_ARGUMENTS = builder.args((arg) => ({
  question: arg.string({ required: true, description: '1 to 2,000 characters.' }),
  history: arg.field({
    type: [ConversationTurn],
    description: `The conversation so far, oldest first, of which the last ${MAX_TURNS} turns are read: what "it" or "there" in the question speaks of.`,
  }),
  filter: arg.field({ type: ArticleFilter, description: 'Which articles may answer.' }),
}));
