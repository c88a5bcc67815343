import type { Engine } from '@footnote/engine';
import type { Uploads } from '@footnote/ingestion';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin, { type ComplexityErrorKind } from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import { refusal } from './errors.ts';
import { MAX_COST, MAX_PAGE_SIZE } from './limits.ts';
import type { Loaders } from './loaders.ts';
import { decodeNodeId, encodeNodeId } from './types/node/node-id.ts';

/** What every resolver is given. `request.signal` is aborted when the client leaves. */
export interface RequestContext {
  readonly engine: Engine;
  /** Null where nothing may be changed. */
  readonly uploads: Uploads | null;
  readonly loaders: Loaders;
  readonly request: Request;
  /** Whether the caller has the server's token, or needs none as only this machine reaches the server. */
  readonly isTrusted: boolean;
}

const NODE_ID = 'The same for as long as there is such an article, or a passage that begins there: opaque.';

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
    pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether something of the list comes before this page.' },
    startCursorFieldOptions: { description: 'Of the first item; null when there is none.' },
    endCursorFieldOptions: { description: 'Of the last item; null when there is none.' },
    pageInfoFieldOptions: { description: 'Whether there is more, and from which cursor on.' },
    cursorFieldOptions: {
      description: 'The place of this item, for `after` or `before` beside otherwise the same arguments.',
    },
    idFieldOptions: { description: NODE_ID },
    nodeQueryOptions: {
      description: 'An article or a passage by its id; null when the index does not hold it.',
      args: { id: { description: 'The `id` of an Article or a Passage.' } },
    },
    nodesQueryOptions: false,
    // The connection's own cost counts the items of its page.
    edgesFieldOptions: {
      description: 'The items of this page, in order.',
      nullable: { list: false, items: false },
      complexity: { field: 1, multiplier: 1 },
    },
    nodeFieldOptions: { description: 'The item.', nullable: false },
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

builder.queryType({ description: 'What can be asked: nothing here changes anything.' });
builder.mutationType({
  description:
    'What changes the index: a server answers with `NOT_WRITABLE` unless it was started to take changes.',
});
builder.subscriptionType({ description: 'What is told while it happens, over server-sent events.' });
