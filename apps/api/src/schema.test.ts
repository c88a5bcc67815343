import { readFileSync } from 'node:fs';
import { printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { createSchema } from './schema.ts';

it('is what schema.graphql says (npx tsx scripts/print-schema.ts writes it)', () => {
  const printed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(`${printSchema(createSchema())}\n`).toBe(printed);
});
