import { isCalendarDate } from '@footnote/engine';
import { Kind } from 'graphql';
import { refusal } from '../../errors.ts';
import { builder } from '../../schema-builder.ts';

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isCalendarDate(value)) return value;
  throw refusal(
    'INVALID_DATE',
    `${JSON.stringify(value)} is not a calendar date. Write it as YYYY-MM-DD, such as "2024-05-16".`,
  );
}

builder.scalarType('Date', {
  description: 'ISO 8601 calendar date: YYYY-MM-DD.',
  serialize: parseDate,
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});
