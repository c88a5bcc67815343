import fc, { type GeneratorValue } from 'fast-check';
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  print,
} from 'graphql';

const MAX_DEPTH = 5;

export interface RandomOptions {
  readonly schema: GraphQLSchema;
  readonly kind: OperationTypeNode;
  /** Texts among which arguments are chosen: ids, keys, cursors that exist, and others. */
  readonly texts: readonly string[];
}

export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation that the schema allows, whatever its arguments are worth; some of them are given by variables. */
export function randomOperation(pick: GeneratorValue, options: RandomOptions): RandomOperation {
  const { schema, kind } = options;
  const place: Place = { pick, options, depth: 1, variables: new Map() };
  const fields = Object.values(schema.getRootType(kind)!.getFields());
  // A subscription has one field, and no operation has room for two changes.
  const count = kind === OperationTypeNode.QUERY ? pick(fc.integer, { min: 1, max: 3 }) : 1;
  const chosen = Array.from({ length: count }, (_, alias) => {
    return `a${alias}: ${fieldText(oneOf(pick, fields), place)}`;
  });
  const variables = [...place.variables];
  const declared = variables.map(([name, { type }]) => `$${name}: ${type}`).join(', ');
  return {
    query: `${kind} ${declared === '' ? '' : `(${declared})`} { ${chosen.join(' ')} }`,
    variables: Object.fromEntries(variables.map(([name, { value }]) => [name, value])),
  };
}

/** By its number: fast-check compares what it is given, and types of a schema name each other in circles. */
function oneOf<T>(pick: GeneratorValue, items: readonly T[]): T {
  return items[pick(fc.nat, items.length - 1)]!;
}

interface Place {
  readonly pick: GeneratorValue;
  readonly options: RandomOptions;
  readonly depth: number;
  /** Of the operation, filled while it is made. */
  readonly variables: Map<string, { readonly type: GraphQLInputType; readonly value: unknown }>;
}

function fieldText(field: GraphQLField<unknown, unknown>, place: Place): string {
  const args = field.args.filter((arg) => isGiven(arg, place)).map((arg) => argumentText(arg, place));
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection(field.type, place)}`;
}

function selection(type: GraphQLOutputType, place: Place): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const { options } = place;
  if (isAbstractType(named)) {
    const possible = options.schema.getPossibleTypes(named);
    const members = possible.map(
      (one) => `... on ${one.name} ${fieldsOf(one, { place, prefix: `${one.name}_` })}`,
    );
    return `{ __typename ${members.join(' ')} }`;
  }
  return isObjectType(named) ? fieldsOf(named, { place, prefix: '' }) : '';
}

/** @param prefix of aliases: fields of the members of a union may share a name, and not a type */
function fieldsOf(type: GraphQLObjectType, { place, prefix }: { place: Place; prefix: string }): string {
  const { pick, depth } = place;
  const fields = Object.values(type.getFields());
  const reachable = depth < MAX_DEPTH ? fields : fields.filter((one) => isLeafType(getNamedType(one.type)));
  const chosen = reachable.filter(() => pick(fc.boolean)).slice(0, 5);
  const texts = chosen.map((field) => {
    const text = fieldText(field, { ...place, depth: depth + 1 });
    return prefix === '' ? text : `${prefix}${field.name}: ${text}`;
  });
  return `{ __typename ${texts.join(' ')} }`;
}

/** What may be left out is, half of the time. */
function isGiven({ type, defaultValue }: GraphQLArgument | GraphQLInputField, { pick }: Place): boolean {
  return (isNonNullType(type) && defaultValue === undefined) || pick(fc.boolean);
}

/** A variable carries what a literal cannot, such as half of a character. */
function argumentText({ name, type }: GraphQLArgument, place: Place): string {
  const value = randomValue(type, place);
  if (place.pick(fc.boolean)) return `${name}: ${print(astFromValue(value, type)!)}`;
  const variable = `v${place.variables.size}`;
  place.variables.set(variable, { type, value });
  return `${name}: $${variable}`;
}

function randomValue(type: GraphQLInputType, place: Place): unknown {
  const { pick, options } = place;
  if (isNonNullType(type)) return randomValue(type.ofType, place);
  if (isListType(type)) {
    const length = pick(fc.integer, { min: 0, max: 4 });
    return Array.from({ length }, () => randomValue(type.ofType, place));
  }
  if (isEnumType(type)) return oneOf(pick, type.getValues()).name;
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter((field) => isGiven(field, place));
    return Object.fromEntries(given.map((field) => [field.name, randomValue(field.type, place)]));
  }
  if (type.name === 'Int') return oneOf(pick, [-1, 0, 1, 2, 20, 50, 51, 2 ** 31 - 1, -(2 ** 31)]);
  if (type.name === 'Date') return oneOf(pick, ['2019-11-03', '2021-04-12', '0000-01-01']);
  return oneOf(pick, options.texts);
}
