export type { Browser, CDPSession, Page } from 'playwright-core';

import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';

/** The browser that comes inside a package on Linux; an installed Chrome elsewhere. */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox'] });
}

/** The source of axe, which finds what keeps people from using a page. */
export function axeSource(): string {
  return createRequire(import.meta.url).resolve('axe-core/axe.min.js');
}
