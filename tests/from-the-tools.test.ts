/**
 * An agent that was told nothing of Footnote but the address and the token: it chooses a tool by what its description says,
 * and fills in and reads fields by theirs. The client of the MCP SDK checks each result against the tool's output schema.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOUNTAIN_ARTICLES } from './mountain-articles.ts';
import { type ServedArticles, serveArticles } from './served-articles.ts';

const TOKEN = 'a-token-for-the-agent-alone';

// biome-ignore lint/suspicious/noExplicitAny: an agent knows no types but those that it is told.
type Json = any;

let server: ServedArticles;
let client: Client;
let tools: readonly Json[];

beforeAll(async () => {
  server = await serveArticles(MOUNTAIN_ARTICLES, { token: TOKEN });
  client = new Client({ name: 'an-agent', version: '1' });
  const headers = { authorization: `Bearer ${TOKEN}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', server.url), { requestInit: { headers } }),
  );
  tools = (await client.listTools()).tools;
});
afterAll(async () => {
  await client.close();
  await server.close();
});

/** The one tool that says that it does this. */
function toolThat(does: string): Json {
  const found = tools.filter(({ description }) => description.includes(does));
  expect(
    found.map(({ name }) => name),
    does,
  ).toHaveLength(1);
  return found[0];
}

/** The name of the one property of a schema that says that it is this. */
function propertyThat(schema: Json, says: string): string {
  const properties = Object.entries<Json>(schema.properties);
  const found = properties.filter(([, { description = '' }]) => description.includes(says));
  expect(
    found.map(([name]) => name),
    says,
  ).toHaveLength(1);
  return found[0]![0];
}

/** Calls a tool with values for the arguments that say what they are. */
async function use(tool: Json, values: Readonly<Record<string, unknown>> = {}): Promise<Json> {
  const entries = Object.entries(values).map(([says, value]) => [
    propertyThat(tool.inputSchema, says),
    value,
  ]);
  const result = await client.callTool({ name: tool.name, arguments: Object.fromEntries(entries) });
  expect(result.isError ?? false, JSON.stringify(result.content)).toBe(false);
  return result.structuredContent;
}

const part = (tool: Json, result: Json, says: string): Json => result[propertyThat(tool.outputSchema, says)];

describe('an agent that knows the tools’ descriptions alone', () => {
  it('finds only tools that change nothing', () => {
    for (const { annotations } of tools) expect(annotations).toMatchObject({ readOnlyHint: true });
  });

  it('asks, shows the answer, and verifies every quote before it relies on it', async () => {
    const ask = toolThat('Answers a question with sentences quoted word for word');
    const verify = toolThat('Checks, character by character, whether a quote stands');
    const question = ask.inputSchema.required[0];
    const answer = (
      await client.callTool({ name: ask.name, arguments: { [question]: 'Who opened the observatory?' } })
    ).structuredContent as Json;
    expect(part(ask, answer, 'Whether the articles answer.')).toBe(true);
    expect(part(ask, answer, 'to be shown as the answer')).toContain('Ilse Brand');
    const citations = part(ask, answer, 'Where each quote stands');
    expect(citations.length).toBeGreaterThan(0);
    for (const { article, quote, start, end } of citations) {
      const check = await use(verify, {
        'The key of the article.': article.key,
        'The quote, word for word.': quote,
        'Where it begins': start,
        'Where it ends': end,
      });
      expect(check.valid).toBe(true);
    }
  });

  it('reads the quote in its place, part by part', async () => {
    const search = toolThat('Finds the passages of the articles that are about something');
    const read = toolThat('Gives the text of an article by its key');
    const found = await use(search, { 'Words or a question': 'landslide', 'How many passages': 1 });
    const [hit] = found.hits;
    let text = '';
    for (let end = 0, length = 1; end < length; ) {
      const reading = await use(read, {
        'The key of an article': hit.article.key,
        'From where on': end,
        'How much at most': 40,
      });
      text += reading.text;
      end = part(read, reading, 'Where it ends');
      length = part(read, reading, 'Length of the whole text.');
    }
    expect(text.slice(hit.start, hit.end)).toBe(hit.text);
  });

  it('is told that the articles do not say, and why', async () => {
    const ask = toolThat('or says that the articles do not answer');
    const refusal = await use(ask, { '1 to 2000 characters': 'Who won the chess olympiad of 1972?' });
    expect(part(ask, refusal, 'Whether the articles answer.')).toBe(false);
    expect(part(ask, refusal, 'Why there is no answer')).toEqual(expect.any(String));
  });

  it('goes through lists page by page, to their end', async () => {
    const list = toolThat('Lists the articles');
    const keys: string[] = [];
    let total = Number.NaN;
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const goOn = cursor === undefined ? {} : { 'nextCursor of the page before': cursor };
      const page = await use(list, { 'How many articles': 3, ...goOn });
      keys.push(...page.articles.map(({ key }: { key: string }) => key));
      total = part(list, page, 'How many there are on all pages.');
      cursor = part(list, page, 'Null when there are no more.');
    }
    expect(keys).toHaveLength(total);
    const status = await use(toolThat('how many articles and passages there are'));
    expect(status.articles).toBe(total);
  });

  it('is told in words what was wrong with its arguments', async () => {
    const search = toolThat('Finds the passages');
    const [query] = search.inputSchema.required;
    for (const wrong of [{ [query]: '  ' }, { [query]: 'a', first: 51 }, { [query]: 'a', after: 'x' }, {}]) {
      const result = (await client.callTool({ name: search.name, arguments: wrong })) as Json;
      expect(result.isError).toBe(true);
      expect(result.content[0].text.length).toBeGreaterThan(15);
    }
  });

  it('without the token is told what to send', async () => {
    const stranger = new Client({ name: 'a-stranger', version: '1' });
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', server.url));
    await expect(stranger.connect(transport)).rejects.toThrow(/Authorization: Bearer|401|Unauthorized/);
  });
});
