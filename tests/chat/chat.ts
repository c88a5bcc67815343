import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { axeSource, launchBrowser } from '../browser.ts';
import { type Product, type ProductOptions, startProduct } from '../product.ts';

const START_TIMEOUT = 600_000;
/** Shorter than that of a test, so that what fails is the step that waits, and says for what. */
const STEP_TIMEOUT = 30_000;

export const ANSWERED = 'When did Putin and Xi first meet in person?';
export const REFUSED = 'Who won the women’s singles at Wimbledon in 2019?';

/** The chat of a product that runs over the sample articles while the tests of a file do. */
export class Chat {
  product!: Product;
  #browser!: Browser;
  #directory!: string;

  readonly #options: () => ProductOptions;
  #pageErrors: Error[] = [];

  constructor(options: () => ProductOptions) {
    this.#options = options;
  }

  /**
   * Starts it before the tests of the file, or of the `describe` around it, and stops it after them. A test fails when a
   * page has thrown an error, as where what the server sent and what the browser made of it differ.
   * @param options read when it starts
   */
  static forThese(options: () => ProductOptions = () => ({})): Chat {
    const chat = new Chat(options);
    beforeAll(() => chat.#start(), START_TIMEOUT);
    afterEach(() => expect(chat.#pageErrors.splice(0)).toEqual([]));
    afterAll(() => chat.#stop(), 60_000);
    return chat;
  }

  /** A page of a browser that has kept nothing yet. */
  async open(address = '/', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.product.chatUrl,
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT);
    page.on('pageerror', (error) => this.#pageErrors.push(error));
    await page.goto(address);
    return page;
  }

  async #start(): Promise<void> {
    this.#directory = await mkdtemp(join(tmpdir(), 'footnote-chat-'));
    this.product = await startProduct(join(this.#directory, 'index'), this.#options());
    this.#browser = await launchBrowser();
  }

  async #stop(): Promise<void> {
    await this.#browser?.close();
    await this.product?.stop();
    await rm(this.#directory, { recursive: true });
  }
}

/** Until keys and what is dropped mean something to the page: a click on a button waits by itself, these do not. */
export async function untilHydrated(page: Page): Promise<void> {
  await page.locator('button.scripted:enabled').first().waitFor({ state: 'attached' });
}

export function questionBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Ask a question' });
}

export function firstCitation(page: Page): Locator {
  return page.getByRole('link', { name: /^Citation 1/u }).first();
}

/** Asks, and waits for what comes of it. */
export async function ask(page: Page, question: string): Promise<void> {
  await questionBox(page).fill(question);
  await questionBox(page).press('Enter');
  const turn = page.getByRole('article', { name: question });
  const outcome = turn.getByText('such answers are right').or(turn.getByText('No answer in these articles'));
  await outcome.or(turn.getByRole('alert')).first().waitFor();
}

/** Follows the first citation, and waits for its marked quote; the quote. */
export async function followCitation(page: Page): Promise<string> {
  await firstCitation(page).click();
  await page.locator('mark').first().waitFor();
  return markedText(page);
}

export async function markedText(page: Page): Promise<string> {
  return (await page.locator('mark').allTextContents()).join('');
}

/** What has the focus, in a few words: its name, or its tag. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-label') ||
      (element as HTMLElement | null)?.innerText ||
      element?.tagName ||
      ''
    );
  });
}

/** What axe finds that keeps people from using the page, best practices included. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axeSource(), 'utf8'));
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the page's global object.
    const { violations } = await (globalThis as any).axe.run();
    return violations.map(
      (violation: { id: string; nodes: { html: string }[] }) =>
        `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
  });
}
