import type { AskProgress as Progress, AskStage as Stage } from '@footnote/engine';
import { ASK_COST, EXPECTED_EVIDENCE } from '../../limits.ts';
import { builder, type RequestContext } from '../../schema-builder.ts';
import { SearchHit } from '../search/search-hit.ts';
import { streamWork, type WorkOptions } from '../stream/work-stream.ts';
import { Answer } from './answer.ts';
import { ASK_ARGUMENTS, ASK_DESCRIPTION, toAskRequest } from './ask-arguments.ts';
import { NoAnswer } from './no-answer.ts';

const AskStage = builder.enumType('AskStage', {
  description: 'What is being done for a question: SEARCHING, then READING, then DECIDING.',
  values: {
    SEARCHING: { description: 'Looking for passages.' },
    READING: { description: 'Reading the passages that were found.' },
    DECIDING: { description: 'Deciding whether they answer.' },
  } satisfies Record<Stage, { description: string }>,
});

const AskProgress = builder.objectRef<Progress>('AskProgress').implement({
  description: 'What is being done for a question now.',
  fields: (t) => ({
    stage: t.expose('stage', { type: AskStage, description: 'What has begun.' }),
    evidence: t.field({
      type: [SearchHit],
      nullable: true,
      description: 'The passages found, once the search is done.',
      complexity: { field: 1, multiplier: EXPECTED_EVIDENCE },
      resolve: ({ evidence }) => evidence && [...evidence],
    }),
  }),
});

const AskEventUnion = builder.unionType('AskEvent', {
  description: 'Stages, then the Answer or NoAnswer.',
  types: [AskProgress, Answer, NoAnswer],
  resolveType: ({ kind }) => kind,
});

builder.subscriptionField('ask', (t) =>
  t.field({
    type: AskEventUnion,
    description: `${ASK_DESCRIPTION} Tells its stages on the way (GraphQL over SSE, distinct connections: POST with Accept text/event-stream).`,
    args: ASK_ARGUMENTS,
    complexity: ASK_COST,
    subscribe: (_root, args, { engine, request }: RequestContext) =>
      streamWork((options: WorkOptions<Progress>) => engine.ask(toAskRequest(args), options), request),
    resolve: (event) => event,
  }),
);
