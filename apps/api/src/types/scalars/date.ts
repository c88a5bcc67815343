import { refusal } from '../../errors.ts';
import { Kind } from '../../graphql-js.ts';
import { builder } from '../../schema-builder.ts';

/** True for a day that exists in the calendar, spelled YYYY-MM-DD. */
export function isCalendarDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

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
