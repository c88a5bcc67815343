import { refusal } from '../../errors.ts';
import { SEARCH_COST } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { pageCost, pageSize } from '../connection/page-arguments.ts';
import { passagePlaceOf } from '../node/node-id.ts';
import { SearchHit } from './search-hit.ts';

const SIMILAR_PASSAGES = 10;

builder.queryField('similarPassages', (t) =>
  t.field({
    type: [SearchHit],
    description:
      'The passages nearest in meaning to another (scores are cosines, -1 to 1), without itself, best first; those of near-identical copies of its article come after all others. Errors: `INVALID_ID`, `INVALID_FIRST`, `PASSAGE_NOT_FOUND`.',
    args: {
      passageId: t.arg.id({ required: true, description: 'The `id` of a Passage.' }),
      first: t.arg.int({ defaultValue: SIMILAR_PASSAGES, description: '1 to 50.' }),
    },
    complexity: (args) => pageCost(args, { base: SEARCH_COST, defaultFirst: SIMILAR_PASSAGES }),
    resolve: async (_root, { passageId, first }, { engine }) => {
      const options = { first: pageSize(first ?? SIMILAR_PASSAGES) };
      const hits = await engine.similarPassages(passagePlaceOf(passageId), options);
      if (hits) return [...hits];
      throw refusal(
        'PASSAGE_NOT_FOUND',
        'The index does not hold this passage, or no more. Take one of its article as it is now, or search again.',
      );
    },
  }),
);
