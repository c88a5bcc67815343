import { builder } from '../../schema-builder.ts';

builder.scalarType('DateTime', {
  description: 'ISO 8601 instant in UTC: YYYY-MM-DDTHH:MM:SS.sssZ.',
  serialize: (value) => new Date(value).toISOString(),
  parseValue: (value) => new Date(String(value)).toISOString(),
});
