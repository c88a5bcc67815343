/**
 * `npm run measure:page [-- INDEX]`: what the chat costs a browser, beside what it may cost. INDEX is an index to serve
 * instead of one of the sample articles, or the address of a chat that runs; the list is measured over it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, launchBrowser, type Page } from '@footnote/tests/browser.ts';
import { startProduct } from '@footnote/tests/product.ts';

const QUESTION = 'When did Putin and Xi first meet in person?';
const SLOWDOWN = 4;
const TURNS = 200;
/** Below so many bytes compressing gains nothing. */
const WORTH_COMPRESSING = 1024;

const workplace = mkdtempSync(join(tmpdir(), 'footnote-page-'));
const [given = join(workplace, 'index')] = process.argv.slice(2);
const product = given.startsWith('http') ? undefined : await startProduct(given);
const chatUrl = product?.chatUrl ?? given;
const browser = await launchBrowser();
try {
  await measureScripts(browser);
  for (const address of ['/', `/?q=${encodeURIComponent(QUESTION)}`, '/articles']) {
    await measurePaint(browser, address);
  }
  await measureTyping(browser);
  await measureScrolling(browser);
} finally {
  await browser.close();
  await product?.stop();
  rmSync(workplace, { recursive: true });
}

function report(what: string, value: string, limit: string): void {
  console.log(`${what}: ${value} (at most: ${limit})`);
}

async function open(from: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await from.newContext({ baseURL: chatUrl, viewport: { width: 1280, height: 800 } });
  // What the compiler of this script adds to functions, which the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  return { page, session: await context.newCDPSession(page) };
}

/** What is transferred until the page is idle, response headers not counted. */
async function measureScripts(from: Browser): Promise<void> {
  const { page } = await open(from);
  const sizes: number[] = [];
  let plain = 0;
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return;
    const { responseBodySize } = await response.request().sizes();
    const isPlain = (await response.headerValue('content-encoding')) === null;
    if (isPlain && responseBodySize > WORTH_COMPRESSING) plain += 1;
    sizes.push(responseBodySize);
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  report('scripts of the first load', `${(total / 1000).toFixed(1)} kB in ${sizes.length} files`, '150 kB');
  report('scripts sent uncompressed', String(plain), '0');
  await page.context().close();
}

async function measurePaint(from: Browser, address: string): Promise<void> {
  const { page, session } = await open(from);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(address, { waitUntil: 'networkidle' });
  const { paint, shift } = await page.evaluate(observedPaint);
  report(`largest paint of ${address}, ${SLOWDOWN} times slower`, `${(paint / 1000).toFixed(2)} s`, '1.0 s');
  report(`layout shift of ${address}`, shift.toFixed(3), '0.02');
  await page.context().close();
}

async function measureTyping(from: Browser): Promise<void> {
  const { page } = await open(from);
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.evaluate(watchLongTasks);
  await page
    .getByRole('textbox', { name: 'Ask a question' })
    .pressSequentially(QUESTION.repeat(4), { delay: 20 });
  report('longest task while typing', `${await longestTask(page)} ms`, 'none over 50 ms');
  await page.context().close();
}

async function measureScrolling(from: Browser): Promise<void> {
  const { page } = await open(from);
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Ask a question' }).fill(QUESTION);
  await page.keyboard.press('Enter');
  await page.getByText('Verified word for word').first().waitFor();
  await page.evaluate(repeatTurns, TURNS);
  await page.reload();
  await page
    .getByRole('article')
    .nth(TURNS - 1)
    .waitFor();
  await page.waitForTimeout(6000);
  await page.evaluate(watchLongTasks);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, step < 30 ? -1500 : 1500);
    await page.waitForTimeout(50);
  }
  report(`longest task while ${TURNS} turns scroll`, `${await longestTask(page)} ms`, 'none over 50 ms');
  await page.context().close();
}

/** In the page: when the largest paint was, in milliseconds, and how much the layout shifted. */
async function observedPaint(): Promise<{ paint: number; shift: number }> {
  const entries = (type: string): Promise<PerformanceEntry[]> =>
    new Promise((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries())).observe({ type, buffered: true });
      setTimeout(() => resolve([]), 1000);
    });
  const paint = (await entries('largest-contentful-paint')).at(-1)?.startTime ?? Number.NaN;
  const shifts = (await entries('layout-shift')) as (PerformanceEntry & { value: number })[];
  return { paint, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
}

/** In the page: remembers how long its longest task takes from now on. */
function watchLongTasks(): void {
  const { dataset } = document.documentElement;
  dataset.longest = '0';
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      dataset.longest = String(Math.max(Number(dataset.longest), duration));
    }
  }).observe({ type: 'longtask' });
}

async function longestTask(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset.longest ?? '0');
}

/** In the page: makes the kept conversation as many turns long. */
async function repeatTurns(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('footnote');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const store = database.transaction('conversations', 'readwrite').objectStore('conversations');
  await new Promise<void>((resolve) => {
    store.openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
      const [turn] = cursor.value.turns;
      const turns = Array.from({ length: count }, (_, number) => ({ ...turn, id: `${turn.id}-${number}` }));
      cursor.update({ ...cursor.value, turns }).onsuccess = () => resolve();
    };
  });
  database.close();
}
