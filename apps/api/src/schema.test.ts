import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  printSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { ERROR_CODES } from './errors.ts';
import { createSchema } from './schema.ts';

const schema = createSchema();

it('is what apps/api/schema.graphql says: run `npm run schema` after a change', () => {
  const printed = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
  expect(printed).toBe(`${printSchema(schema)}\n`);
});

it('describes every type, field, argument and value, so that a program can be written from it alone', () => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const undescribed = types.flatMap(partsOf).filter(({ description }) => !description?.trim());
  expect(undescribed.map(({ name }) => name)).toEqual([]);
});

it('names as errors only codes that an error can have', () => {
  const descriptions = Object.values(schema.getTypeMap())
    .flatMap(partsOf)
    .map(({ description }) => description ?? '');
  const named = descriptions
    .flatMap((text) => /Errors?: (.+)/s.exec(text)?.[1] ?? [])
    .flatMap((text) => Array.from(text.matchAll(/`([A-Z_]+)`/g), ([, code]) => code));
  expect(named.length).toBeGreaterThan(20);
  expect(Object.keys(ERROR_CODES)).toEqual(expect.arrayContaining(named));
});

interface Part {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function partsOf(type: GraphQLNamedType): Part[] {
  const { name } = type;
  const within = (part: Part): Part => ({ ...part, name: `${name}.${part.name}` });
  if (isEnumType(type)) return [type, ...type.getValues().map(within)];
  if (isInputObjectType(type)) return [type, ...Object.values(type.getFields()).map(within)];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap((field) =>
    field.args.map((arg) => within({ ...arg, name: `${field.name}(${arg.name})` })),
  );
  return [type, ...fields.map(within), ...args];
}
