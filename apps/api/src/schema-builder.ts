import type { Engine } from '@footnote/engine';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin, { type ComplexityErrorKind } from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { refusal } from './errors.ts';
import { MAX_COST, MAX_PAGE_SIZE } from './limits.ts';
import { decodeNodeId, encodeNodeId } from './types/node/node-id.ts';

/** What every resolver is given. `request.signal` is aborted when the client leaves. */
export interface RequestContext {
  readonly engine: Engine;
  readonly request: Request;
}

export const builder = new SchemaBuilder<{
  Context: RequestContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: string; Output: string };
    DateTime: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {
    encodeGlobalID: (typename, id) => encodeNodeId(typename, String(id)),
    decodeGlobalID: decodeNodeId,
    nodeTypeOptions: {
      description: 'Anything with an id that stays the same when the index is built again.',
    },
    pageInfoTypeOptions: {},
    nodeQueryOptions: {
      description: 'An article or a passage by its id; null when the index does not hold it.',
    },
    nodesQueryOptions: false,
    // The connection's own cost counts the items of its page.
    edgesFieldOptions: { nullable: { list: false, items: false }, complexity: { field: 1, multiplier: 1 } },
    nodeFieldOptions: { nullable: false },
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: MAX_PAGE_SIZE,
    // Depth is checked before execution; breadth is what cost counts.
    limit: { complexity: MAX_COST, depth: Number.MAX_SAFE_INTEGER, breadth: Number.MAX_SAFE_INTEGER },
    complexityError: (_kind: ComplexityErrorKind, { complexity, maxComplexity }) =>
      refusal(
        'OPERATION_TOO_LARGE',
        `This operation may cost ${complexity}, and the limit is ${maxComplexity}. Ask for smaller pages ("first"), or for fewer fields of nested lists.`,
      ),
  },
});

builder.queryType();
builder.subscriptionType();
