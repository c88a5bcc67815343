import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeSource, launchBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

const START_TIMEOUT = 600_000;
const ANSWER_TIMEOUT = 60_000;

let directory: string;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'footnote-product-'));
  product = await startProduct(path.join(directory, 'index'));
  browser = await launchBrowser();
}, START_TIMEOUT);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await rm(directory, { recursive: true });
}, 60_000);

async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Ask a question' }).fill(question);
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
}

async function articleText(key: string): Promise<string> {
  const response = await fetch(product.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($key: String!) { article(key: $key) { text } }',
      variables: { key },
    }),
  });
  const { data } = (await response.json()) as { data: { article: { text: string } } };
  return data.article.text;
}

async function openPage(options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const page = await browser.newPage(options);
  page.setDefaultTimeout(ANSWER_TIMEOUT);
  await page.goto(product.chatUrl);
  return page;
}

describe('the product', () => {
  it('answers with a quote whose citation leads to the very words, marked, in the article', async () => {
    const page = await openPage();
    await ask(page, 'When did Putin and Xi first meet?');
    await page
      .getByRole('link', { name: /^Citation 1/u })
      .first()
      .click();
    await page.waitForURL(/\/article\//u);
    const url = new URL(page.url());
    const key = decodeURIComponent(url.pathname.replace('/article/', ''));
    const text = await articleText(key);
    const quote = text.slice(Number(url.searchParams.get('start')), Number(url.searchParams.get('end')));
    expect(quote).toContain('2010');
    await page.locator('mark').first().waitFor();
    expect((await page.locator('mark').allTextContents()).join('')).toBe(quote);
    const answering = (await page.locator('mark strong').allTextContents()).join('');
    expect(answering).toContain('2010');
    await page.close();
  }, 180_000);

  it('says that the articles do not say, and shows the nearest passages', async () => {
    const page = await openPage();
    await ask(page, 'Who won the women’s singles at Wimbledon in 2019?');
    const refusal = page.getByRole('region', { name: 'No answer in these articles' });
    await refusal.waitFor();
    expect(await page.getByRole('link', { name: /^Citation 1/u }).count()).toBe(0);
    await page.close();
  }, 180_000);

  it('reads a follow-up with what was asked before', async () => {
    const page = await openPage();
    await ask(page, 'When did Putin and Xi first meet?');
    await page
      .getByRole('link', { name: /^Citation 1/u })
      .first()
      .waitFor();
    await ask(page, 'Where did they meet?');
    await page.getByText('Where did Putin and Xi meet?').first().waitFor();
    await page.close();
  }, 180_000);

  it('answers before scripts have loaded', async () => {
    const page = await openPage({ javaScriptEnabled: false });
    await ask(page, 'How much was trade between Russia and China worth in 2023?');
    await page
      .getByRole('link', { name: /^Citation 1/u })
      .first()
      .waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toContain('2023');
    await page.close();
  }, 180_000);

  it.each(['/', '/articles', '/?q=When+did+Putin+and+Xi+first+meet%3F'])(
    'has nothing on %s that keeps anybody from using it, as far as axe finds',
    async (address) => {
      const page = await browser.newPage();
      await page.goto(new URL(address, product.chatUrl).href, { timeout: ANSWER_TIMEOUT });
      await page.evaluate(await readFile(axeSource(), 'utf8'));
      const violations = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the page's global object.
        const result = await (globalThis as any).axe.run();
        return result.violations.map(
          (violation: { id: string; help: string }) => `${violation.id}: ${violation.help}`,
        );
      });
      expect(violations).toEqual([]);
      await page.close();
    },
    180_000,
  );

  it.each(['', 'graphql'])('refuses a foreign Host on the web app’s /%s', async (address) => {
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const url = new URL(address, product.chatUrl);
      request(url, { headers: { host: 'attacker.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('says what is wrong with an address that cannot be decoded', async () => {
    const response = await fetch(new URL('/article/%E0%A4%A', product.chatUrl));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('cut off or mistyped');
  });
});
