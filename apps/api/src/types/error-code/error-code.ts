import { ERROR_CODES } from '../../errors.ts';
import { builder } from '../../schema-builder.ts';

builder.enumType('ErrorCode', {
  description:
    'What `extensions.code` of an error can be, and nothing else. Its message says what happened and what to do.',
  values: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
  ),
});
