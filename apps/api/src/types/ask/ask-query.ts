import { ASK_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { Answer } from './answer.ts';
import { ASK_ARGUMENTS, ASK_DESCRIPTION, toAskRequest } from './ask-arguments.ts';
import { NoAnswer } from './no-answer.ts';

const AskResult = builder.unionType('AskResult', {
  description: 'An answer, or why there is none.',
  types: [Answer, NoAnswer],
  resolveType: ({ kind }) => kind,
});

builder.queryField('ask', (t) =>
  t.field({
    type: AskResult,
    description: ASK_DESCRIPTION,
    args: ASK_ARGUMENTS,
    complexity: ASK_COST,
    resolve: (_root, args, { engine, request: { signal } }) => engine.ask(toAskRequest(args), { signal }),
  }),
);
