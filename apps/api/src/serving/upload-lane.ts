import { getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { type ErrorCode, refusal } from '../errors.ts';
import { MAX_BODY_BYTES, RETRY_AFTER_S } from '../limits.ts';
import { refuse } from '../refuse-request.ts';

export interface UploadLane {
  /** Whether a request has a body that only uploads may have; it says so itself, for any other is cut off. */
  isFor(request: Request): boolean;
  /** `answer`, unless one is being read. */
  handle(answer: () => Response | Promise<Response>): Promise<Response>;
}

/**
 * Large bodies are read one at a time, so that a flood of them does not fill the memory; one more is refused as what it
 * asks for would be.
 */
export function createUploadLane(): UploadLane {
  let isTaken = false;
  return {
    isFor: ({ headers }) => Number(headers.get('content-length')) > MAX_BODY_BYTES,
    handle: async (answer) => {
      if (isTaken) {
        return refuse(
          'INDEX_BUSY',
          'Another upload is going on. Nothing was changed: try again when it is done.',
          {
            'retry-after': String(RETRY_AFTER_S),
          },
        );
      }
      isTaken = true;
      try {
        return await answer();
      } finally {
        isTaken = false;
      }
    },
  };
}

/** Only the files of `addArticles` may be large: not the operation itself, nor what any other field is given. */
export function useUploadsOnly(): Plugin {
  const check: NonNullable<Plugin['onExecute']> = ({ args }) => {
    const operation = getOperationAST(args.document, args.operationName);
    const isUpload = operation?.selectionSet.selections.every(
      (one) => one.kind === Kind.FIELD && one.name.value === 'addArticles',
    );
    if (!isUpload) throw tooLarge();
  };
  return {
    onParams: ({ params }) => {
      if ((params.query?.length ?? 0) > MAX_BODY_BYTES) throw tooLarge();
    },
    onExecute: check,
    onSubscribe: check as unknown as NonNullable<Plugin['onSubscribe']>,
  };
}

function tooLarge(): Error {
  const code: ErrorCode = 'REQUEST_ENTITY_TOO_LARGE';
  return refusal(
    code,
    `Only the files of addArticles, given as a variable, may be large: anything else has at most ${MAX_BODY_BYTES} bytes.`,
  );
}
