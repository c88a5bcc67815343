import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unnamedBreaks } from './testing/unnamed-breaks.ts';

const RELEASES = new URL('../releases/', import.meta.url);
const read = (path: string | URL): string => readFileSync(new URL(path, import.meta.url), 'utf8');

function lastRelease(): string {
  const numbers = (name: string) => name.split('.').slice(0, 3).map(Number);
  const newest = readdirSync(RELEASES).sort((a, b) => {
    const [left, right] = [numbers(a), numbers(b)];
    return right.map((part, index) => part - left[index]!).find((difference) => difference !== 0) ?? 0;
  })[0];
  return read(new URL(newest!, RELEASES));
}

it('breaks no client of the last release, unless CHANGELOG.md names what changed', async () => {
  expect(
    await unnamedBreaks(lastRelease(), read('../schema.graphql'), read('../../../CHANGELOG.md')),
  ).toEqual([]);
});

describe('a break', () => {
  const RELEASED = 'type Query { search(query: String!): Hit } type Hit { score: Float! text: String }';
  const CURRENT = 'type Query { search(query: String!, mode: String!): Hit } type Hit { score: Float }';
  const pathsOf = async (changelog: string): Promise<string[]> =>
    (await unnamedBreaks(RELEASED, CURRENT, changelog)).map(({ path }) => path).sort();

  it('is a field that is gone, an argument that is required, a value that may be null', async () => {
    expect(await pathsOf('')).toEqual(['Hit.score', 'Hit.text', 'Query.search.mode']);
  });

  it('may be made once the unreleased part of the changelog names it, or its type', async () => {
    const changelog = (text: string) => `# Changelog\n\n## Unreleased\n\n- ${text}\n\n## 0.1.0\n\n- \`Hit\``;
    expect(await pathsOf(changelog('`Hit.text` goes.'))).toEqual(['Hit.score', 'Query.search.mode']);
    expect(await pathsOf(changelog('`Hit` changes, and `Query.search.mode` is needed.'))).toEqual([]);
    expect(await pathsOf(changelog('Hit changes.'))).toHaveLength(3);
  });

  it('is not what is new', async () => {
    expect(await unnamedBreaks(RELEASED, `${RELEASED} type More { id: ID }`, '')).toEqual([]);
  });
});
