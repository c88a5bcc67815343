import { type GraphQLError, getNamedType, isIntrospectionType, type ValidationRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { refusal } from './errors.ts';

/**
 * Tells nothing of the schema but what an operation names itself: no introspection, and no names in place of wrong ones.
 * Of an object its type may still be asked, as clients tell the members of a union by it.
 */
export function useHiddenSchema(): Plugin {
  return {
    onValidate: ({ addValidationRule }) => addValidationRule(noIntrospection),
    onResultProcess: ({ result }) => {
      if (!('errors' in result)) return;
      for (const error of result.errors ?? []) withoutSuggestion(error);
    },
  };
}

const noIntrospection: ValidationRule = (context) => ({
  Field: () => {
    const type = context.getType();
    if (!type || !isIntrospectionType(getNamedType(type))) return;
    const message =
      'This server tells its schema only to those who send its token ("Authorization: Bearer …"). The schema also comes with Footnote, in apps/api/schema.graphql.';
    context.reportError(refusal('INTROSPECTION_NOT_ALLOWED', message));
  },
});

function withoutSuggestion(error: GraphQLError): void {
  error.message = error.message.replace(/ Did you mean .+\?/s, '');
}
