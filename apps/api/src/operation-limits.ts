import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refusal } from './errors.ts';
import { MAX_ALIASES, MAX_DEPTH, MAX_DIRECTIVES, MAX_TOKENS } from './limits.ts';

/** Refuses operations by their shape before they run. What they would cost is counted by the schema itself. */
export function useOperationLimits(): Plugin[] {
  const onReject = [(_context: unknown, error: GraphQLError) => addCode(error)];
  const limits = EnvelopArmorPlugin({
    maxDepth: { n: MAX_DEPTH, flattenFragments: true, onReject },
    maxAliases: { n: MAX_ALIASES, onReject },
    maxDirectives: { n: MAX_DIRECTIVES, onReject },
    maxTokens: { n: MAX_TOKENS, onReject },
    // Who may see suggestions is decided where errors are told; the schema's own count knows what "first" asks for.
    blockFieldSuggestion: { enabled: false },
    costLimit: { enabled: false },
  }) as Plugin;
  return [limits, useBoundedNesting()];
}

/** Lists within lists are no depth of fields, and may exhaust the parser's stack before its tokens. */
function useBoundedNesting(): Plugin {
  return {
    onParse: ({ parseFn, setParseFn }) => {
      setParseFn((source, options) => {
        try {
          return parseFn(source, options);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          throw refusal('OPERATION_TOO_LARGE', 'Values are nested too deep. Send them as variables.');
        }
      });
    },
  };
}

function addCode(error: GraphQLError): void {
  error.message = `${error.message.replace(/^Syntax Error: /, '')} Split the operation, or ask for less.`;
  Object.assign(error.extensions, { code: 'OPERATION_TOO_LARGE', http: { status: 400, spec: true } });
}
