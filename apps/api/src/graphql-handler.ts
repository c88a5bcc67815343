import type { Engine } from '@footnote/engine';
import type { Uploads } from '@footnote/ingestion';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { createErrorMask, refusal } from './errors.ts';
import { useHiddenSchema } from './hidden-schema.ts';
import { MAX_BODY_BYTES, MAX_UPLOAD_BODY_BYTES } from './limits.ts';
import { createLoaders } from './loaders.ts';
import { useOperationLimits } from './operation-limits.ts';
import type { RequestLog } from './serving/request-log.ts';
import { useUploadsOnly } from './serving/upload-lane.ts';

interface HandlerOptions {
  readonly schema: GraphQLSchema;
  readonly log: RequestLog;
  readonly graphqlPath: string;
  /** Whether it answers only those who may know the schema: from it, from suggestions, and by GraphiQL. */
  readonly isTrusted: boolean;
  /** Whether it takes bodies as large as files are, and for nothing but these. */
  readonly isForUploads?: boolean;
}

/** Two handlers rather than one that looks each time: what one keeps of operations it validated is never the other's. */
export function createGraphqlHandler(options: HandlerOptions) {
  const { schema, log, graphqlPath, isTrusted, isForUploads = false } = options;
  const maxBodyBytes = isForUploads ? MAX_UPLOAD_BODY_BYTES : MAX_BODY_BYTES;
  return createYoga<{ engine: Engine; uploads: Uploads | null; isTrusted: boolean }>({
    schema,
    graphqlEndpoint: graphqlPath,
    context: ({ engine }) => ({ loaders: createLoaders(engine) }),
    plugins: [
      useNoOperationByGet(),
      ...useOperationLimits(),
      ...(isTrusted ? [] : [useHiddenSchema()]),
      ...(isForUploads ? [useUploadsOnly()] : []),
    ],
    maskedErrors: { maskError: createErrorMask(log.logger, maxBodyBytes) },
    maxRequestBodySize: maxBodyBytes,
    // Nine megabytes, for a page that few open.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    graphiql: isTrusted && { title: 'Footnote API' },
    // What is open by default and has no use here.
    cors: false,
    multipart: false,
    batching: false,
    landingPage: false,
    // What is worth a line is logged where errors are masked.
    logging: false,
  });
}

/** GET is for the GraphiQL page, whatever its address or the types that it accepts ask for besides. */
function useNoOperationByGet(): Plugin {
  return {
    onRequestParse: ({ request }) => {
      if (request.method === 'GET') throw refusal('METHOD_NOT_ALLOWED', 'Send operations by POST.');
    },
  };
}
