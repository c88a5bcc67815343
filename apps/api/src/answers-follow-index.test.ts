import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HARBOUR_ARTICLES } from './testing/harbour-articles.ts';
import { indexArticles, type ServedArticles, serveArticles } from './testing/serve-articles.ts';

const QUESTION = 'How high is the lighthouse at Cape Sorrel?';
const ASK = `query ($question: String!) {
  article(key: "lighthouse.txt") { text }
  ask(question: $question) { ... on Answer { text } }
}`;

interface Asked {
  readonly article: { readonly text: string };
  readonly ask: { readonly text: string };
}

let server: ServedArticles;

beforeAll(async () => {
  server = await serveArticles(HARBOUR_ARTICLES);
});
afterAll(() => server.close());

const ask = async (): Promise<Asked> => (await server.query<Asked>(ASK, { question: QUESTION })).data;
const heightIn = (text: string) => Number(/(\d+) metres/.exec(text)?.[1]);

it('never gives an answer of before once the index was seen to have changed, however often it is asked', async () => {
  let isOver = false;
  let answered = 0;
  // What was seen last must be answered by whoever asks after that.
  let seen = 41;
  const crowd = Array.from({ length: 4 }, async () => {
    while (!isOver) {
      const seenBefore = seen;
      const { article, ask: answer } = await ask();
      expect(heightIn(answer.text)).toBeGreaterThanOrEqual(seenBefore);
      seen = Math.max(seen, heightIn(article.text), heightIn(answer.text));
      answered += 1;
    }
  });
  for (let height = 42; height <= 47; height += 1) {
    const text = HARBOUR_ARTICLES['lighthouse.txt'].replace('41 metres', `${height} metres`);
    await indexArticles({ 'lighthouse.txt': text }, { folder: dirname(server.index), index: server.index });
    await expect.poll(async () => heightIn((await ask()).article.text), { timeout: 10_000 }).toBe(height);
    const answeredBefore = answered;
    await expect.poll(() => answered, { timeout: 10_000 }).toBeGreaterThan(answeredBefore + 8);
    expect(heightIn((await ask()).ask.text)).toBe(height);
  }
  isOver = true;
  await Promise.all(crowd);
  const metrics = await (await fetch(new URL('/metrics', server.url))).text();
  expect(Number(/reused_total\{how="kept"\} (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(20);
}, 120_000);
