import fc, { type GeneratorValue } from 'fast-check';
import {
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
} from 'graphql';

const MAX_DEPTH = 5;

export interface RandomOptions {
  readonly schema: GraphQLSchema;
  /** Fields of Query that are never asked for. */
  readonly without: readonly string[];
  /** Texts among which arguments are chosen: ids, keys, cursors that exist, and others. */
  readonly texts: readonly string[];
}

/** An operation that the schema allows, whatever its arguments are worth. */
export function randomOperation(pick: GeneratorValue, options: RandomOptions): string {
  const query = Object.values(options.schema.getQueryType()!.getFields());
  const fields = query.filter(({ name }) => !options.without.includes(name));
  const count = pick(fc.integer, { min: 1, max: 3 });
  const chosen = Array.from({ length: count }, (_, alias) => {
    return `a${alias}: ${fieldText(oneOf(pick, fields), { pick, options, depth: 1 })}`;
  });
  return `{ ${chosen.join(' ')} }`;
}

/** By its number: fast-check compares what it is given, and types of a schema name each other in circles. */
function oneOf<T>(pick: GeneratorValue, items: readonly T[]): T {
  return items[pick(fc.nat, items.length - 1)]!;
}

interface Place {
  readonly pick: GeneratorValue;
  readonly options: RandomOptions;
  readonly depth: number;
}

function fieldText(field: GraphQLField<unknown, unknown>, place: Place): string {
  const args = field.args.flatMap((arg) => inputText(arg, place));
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

/** `name: value`, or nothing: an argument that may be left out is, half of the time. */
function inputText(
  { name, type, defaultValue }: GraphQLArgument | GraphQLInputField,
  place: Place,
): string[] {
  const isOptional = !isNonNullType(type) || defaultValue !== undefined;
  if (isOptional && place.pick(fc.boolean)) return [];
  return [`${name}: ${valueText(type, place)}`];
}

function valueText(type: GraphQLInputType, place: Place): string {
  const { pick, options } = place;
  if (isNonNullType(type)) return valueText(type.ofType, place);
  if (isListType(type)) {
    const length = pick(fc.integer, { min: 0, max: 4 });
    return `[${Array.from({ length }, () => valueText(type.ofType, place)).join(', ')}]`;
  }
  if (isEnumType(type)) return oneOf(pick, type.getValues()).name;
  if (isInputObjectType(type)) {
    return `{ ${Object.values(type.getFields())
      .flatMap((field) => inputText(field, place))
      .join(', ')} }`;
  }
  if (type.name === 'Int') return String(oneOf(pick, [-1, 0, 1, 2, 20, 50, 51, 2 ** 31 - 1, -(2 ** 31)]));
  if (type.name === 'Date') return oneOf(pick, ['"2019-11-03"', '"2021-04-12"', '"0000-01-01"']);
  return JSON.stringify(oneOf(pick, options.texts));
}
