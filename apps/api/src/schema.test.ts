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
