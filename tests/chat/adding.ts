import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ask, type Chat, firstCitation, questionBox, untilHydrated } from './chat.ts';

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const FOUNTAIN = 'The fountain of Orsholm was built by the mason Ebba Quist in 1787. It has nine basins.';
const WINDMILL = 'The windmill of Orsholm was moved by the miller Nils Torp in 1902. It stands on a hill.';

async function openAdding(page: Page) {
  await page.getByRole('button', { name: 'Add articles' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add articles' });
  await dialog.getByLabel('Files of articles').waitFor();
  return dialog;
}

/** Removes an article on its page; the dialog that asks whether that is meant. */
async function remove(page: Page, key: string) {
  await page.goto(`/article/${key}`);
  await page.getByRole('button', { name: 'Remove article' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove this article?' });
  await dialog.getByRole('button', { name: 'Remove' }).click();
  return dialog;
}

export function addingTests(chat: Chat): void {
  describe('articles that are added in the page', () => {
    it('are chosen by keyboard, told with what was skipped, asked at once, and removed again', async () => {
      const page = await chat.open();
      await untilHydrated(page);
      await page.getByRole('button', { name: 'Add articles' }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Add articles' });
      const field = dialog.getByLabel('Files of articles');
      await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
      const choosing = page.waitForEvent('filechooser');
      await page.keyboard.press('Space');
      await (await choosing).setFiles([file('fountain.txt', FOUNTAIN), file('blank.txt', ' ')]);
      await dialog.getByText('1 article added, 1 skipped.').waitFor();
      await dialog.getByRole('listitem').filter({ hasText: 'blank.txt' }).waitFor();
      await dialog.getByRole('link', { name: 'Ask a question' }).press('Enter');
      await expect.poll(() => questionBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
      await ask(page, 'Who built the fountain of Orsholm?');
      await firstCitation(page).waitFor();
      expect(await page.locator('q').first().innerText()).toContain('Ebba Quist');
      await remove(page, 'fountain.txt');
      await page.waitForURL('**/articles');
      await page.goto('/article/fountain.txt');
      await page.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
      await page.context().close();
    });

    it('are dropped anywhere on a page, the list of articles too', async () => {
      const page = await chat.open('/articles?query=windmill');
      await page.getByText('No article fits').waitFor();
      await untilHydrated(page);
      await page.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'windmill.txt'));
        dataTransfer.items.add(new File(['PK'], 'windmill.png'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, WINDMILL);
      const dialog = page.getByRole('dialog', { name: 'Add articles' });
      await dialog.getByText('1 article added, 1 skipped.').waitFor();
      await dialog.getByText('windmill.png').waitFor();
      await dialog.getByRole('button', { name: 'Close' }).click();
      await page.locator('.article-list a').filter({ hasText: 'windmill' }).waitFor();
      await remove(page, 'windmill.txt');
      await page.waitForURL('**/articles');
      await page.context().close();
    });

    it('are not there when they are stopped', async () => {
      const page = await chat.open();
      const dialog = await openAdding(page);
      const long = Array.from({ length: 40 }, (_, n) =>
        file(`qzx-${n}.txt`, `${n}. ${FOUNTAIN} `.repeat(200)),
      );
      await dialog.getByLabel('Files of articles').setInputFiles(long);
      await dialog.getByText(/passages?…/u).waitFor();
      await dialog.getByRole('button', { name: 'Stop' }).click();
      await dialog.getByText('Stopped. Nothing was added.').waitFor();
      await page.goto('/articles?query=qzx-');
      await page.getByText('No article fits').waitFor();
      await page.context().close();
    });
  });

  it('an article that was not added there is not removed there: the page says how', async () => {
    const page = await chat.open('/articles');
    const href = await page.locator('.article-list a').first().getAttribute('href');
    const dialog = await remove(page, href!.replace('/article/', ''));
    await dialog.getByText(/footnote remove .* --index/u).waitFor();
    await page.goto(href!);
    await page.getByRole('button', { name: 'Remove article' }).waitFor();
    await page.context().close();
  });
}
