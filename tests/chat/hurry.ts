import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ANSWERED, ask, type Chat, firstCitation, questionBox, REFUSED } from './chat.ts';

/** Opens a page whose scripts stay away until the function that is given back is called. */
async function openWithoutScriptsYet(page: Page, address: string): Promise<() => void> {
  let bring = (): void => undefined;
  const brought = new Promise<void>((resolve) => {
    bring = resolve;
  });
  await page.route('**/_next/static/**/*.js', (route) => brought.then(() => route.continue()));
  await page.goto(address, { waitUntil: 'commit' });
  return bring;
}

/** What a reader does who is quicker than the page. */
export function hurryTests(chat: Chat): void {
  describe('a reader in a hurry', () => {
    it('asks with Enter before scripts have come, and is answered when they have', async () => {
      const page = await chat.open('about:blank');
      const bringScripts = await openWithoutScriptsYet(page, '/');
      await questionBox(page).fill(ANSWERED);
      await questionBox(page).press('Enter');
      bringScripts();
      await firstCitation(page).waitFor();
      expect(await questionBox(page).inputValue()).toBe('');
      await page.context().close();
    });

    it('finds what needs scripts disabled until they have come, and then at work', async () => {
      const page = await chat.open('about:blank');
      const bringScripts = await openWithoutScriptsYet(page, '/');
      const adding = page.getByRole('button', { name: 'Add articles' }).first();
      await expect.poll(() => adding.isDisabled()).toBe(true);
      expect(await page.locator('button.scripted:enabled, select:enabled').count()).toBe(0);
      bringScripts();
      await adding.click();
      await page.getByRole('dialog', { name: 'Add articles' }).waitFor();
      await page.context().close();
    });

    it('asks at once after “New conversation”, and not of the one that was left', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await page.getByRole('button', { name: 'New conversation' }).waitFor();
      await page.evaluate(async (question) => {
        const button = [...document.querySelectorAll('button')].find(
          ({ innerText }) => innerText === 'New conversation',
        );
        button?.click();
        await undefined;
        const box = document.querySelector('textarea');
        box!.value = question;
        box?.form?.requestSubmit();
      }, REFUSED);
      await page.getByRole('region', { name: 'No answer in these articles' }).waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      await page.context().close();
    });
  });
}
