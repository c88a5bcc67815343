/**
 * `npm run screenshots [-- DIR]`: every page and state of the chat, wide and narrow, light and dark, from the product
 * as it runs. DIR is `.footnote-screenshots` unless given; `-- DIR http://… refusal` takes what runs there, and only the
 * pictures that have one of the words in their name.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launchBrowser, type Page } from '@footnote/tests/browser.ts';
import { STATES } from '@footnote/tests/chat/states.ts';
import { startProduct } from '@footnote/tests/product.ts';

const WIDTHS = {
  wide: { width: 1280, height: 800 },
  widest: { width: 1920, height: 1080 },
  narrow: { width: 360, height: 740 },
};
const SCHEMES = ['light', 'dark'] as const;

const [folder = '.footnote-screenshots', ...rest] = process.argv.slice(2);
const running = rest.find((argument) => argument.startsWith('http'));
const only = rest.filter((argument) => argument !== running);
mkdirSync(folder, { recursive: true });
const workplace = mkdtempSync(join(tmpdir(), 'footnote-screenshots-'));
const product = running === undefined ? await startProduct(join(workplace, 'index')) : undefined;
const browser = await launchBrowser();
try {
  await takeAll(browser, running ?? product!.chatUrl);
} finally {
  await browser.close();
  await product?.stop();
  rmSync(workplace, { recursive: true });
}

async function takeAll(from: Browser, chatUrl: string): Promise<void> {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      for (const [state, reach] of Object.entries(STATES)) {
        if (only.length > 0 && !only.some((name) => `${state}-${width}-${colorScheme}`.includes(name)))
          continue;
        const context = await from.newContext({ viewport, colorScheme, baseURL: chatUrl });
        const page = await context.newPage();
        await take(page, { name: `${state}-${width}-${colorScheme}`, reach });
        await context.close();
      }
    }
  }
}

interface Shot {
  readonly name: string;
  readonly reach: (page: Page) => Promise<void>;
}

async function take(page: Page, { name, reach }: Shot): Promise<void> {
  try {
    await page.goto('/');
    await reach(page);
    // What fades or opens has ended by then.
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name} could not be reached:`, error);
  }
}
