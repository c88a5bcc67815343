import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * What a client of the released schema can no longer ask or be told, unless the changelog's unreleased part names it by
 * its path in backquotes, as `Query.search.first`, or by the type that it belongs to.
 */
export async function unnamedBreaks(
  released: string,
  current: string,
  changelog: string,
): Promise<{ readonly path: string; readonly message: string }[]> {
  const changes = await diff(buildSchema(released), buildSchema(current));
  const named = namedInBackquotes(unreleasedPart(changelog));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path, message }) => ({ path: path ?? '', message }))
    .filter(({ path }) => !prefixesOf(path).some((prefix) => named.has(prefix)));
}

function unreleasedPart(changelog: string): string {
  return /^## Unreleased\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(changelog)?.[1] ?? '';
}

function namedInBackquotes(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(/`([^`]+)`/g), ([, name]) => name!));
}

/** `a.b.c` is named by itself, by `a.b` and by `a`. */
function prefixesOf(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
