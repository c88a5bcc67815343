import { ASK_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { Answer } from './answer.ts';
import { ArticleFilter, ASK_DESCRIPTION, ConversationTurn, toAskRequest } from './ask-arguments.ts';
import { NoAnswer } from './no-answer.ts';

const AskResult = builder.unionType('AskResult', {
  types: [Answer, NoAnswer],
  resolveType: ({ kind }) => kind,
});

builder.queryField('ask', (t) =>
  t.field({
    type: AskResult,
    description: ASK_DESCRIPTION,
    args: {
      question: t.arg.string({ required: true }),
      history: t.arg({ type: [ConversationTurn] }),
      filter: t.arg({ type: ArticleFilter }),
    },
    complexity: ASK_COST,
    resolve: (_root, args, { engine, request: { signal } }) => engine.ask(toAskRequest(args), { signal }),
  }),
);
