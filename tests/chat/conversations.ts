import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ANSWERED, ask, type Chat, firstCitation, focused, questionBox, REFUSED } from './chat.ts';

function conversations(page: Page) {
  return page.getByRole('navigation', { name: 'Conversations' });
}

export function conversationTests(chat: Chat): void {
  describe('a conversation', () => {
    it('is there after a reload and in a new tab, and “New conversation” leaves it kept', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await ask(page, REFUSED);
      await page.reload();
      await page.getByRole('article', { name: ANSWERED }).waitFor();
      await page.getByRole('article', { name: REFUSED }).waitFor();
      await page.getByRole('button', { name: 'New conversation' }).click();
      await page.getByRole('heading', { name: 'Ask your articles' }).waitFor();
      const tab = await page.context().newPage();
      await tab.goto('/');
      await conversations(tab).getByRole('link', { name: ANSWERED }).click();
      await firstCitation(tab).waitFor();
      expect(await tab.getByRole('article').count()).toBe(2);
      await page.context().close();
    });

    it('can be renamed, searched for by its questions, and deleted', async () => {
      const page = await chat.open();
      for (let count = 0; count < 6; count += 1) {
        await ask(page, `${REFUSED} ${count}`);
        await page.getByRole('button', { name: 'New conversation' }).click();
      }
      const list = conversations(page);
      await list.getByRole('link', { name: `${REFUSED} 3` }).hover();
      await list.getByRole('button', { name: /^Rename .* 3/u }).click();
      await page.getByRole('textbox', { name: 'Name of the conversation' }).fill('Tennis');
      await page.keyboard.press('Enter');
      await list.getByRole('link', { name: 'Tennis' }).waitFor();
      await list.getByRole('searchbox').fill('wimbledon 3');
      await expect.poll(() => list.getByRole('link').allInnerTexts()).toEqual(['Tennis']);
      page.on('dialog', (dialog) => void dialog.accept());
      await list.getByRole('link', { name: 'Tennis' }).hover();
      await list.getByRole('button', { name: /^Delete “Tennis/u }).click();
      await expect.poll(() => list.getByRole('link').count()).toBe(0);
      await page.context().close();
    });

    it('has a link that leads to the same follow-up elsewhere, with and without scripts', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await ask(page, 'Where did they meet?');
      await page.getByText('Understood as').waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('Where did Putin and Xi meet?');
      for (const javaScriptEnabled of [true, false]) {
        const elsewhere = await chat.open(page.url(), { javaScriptEnabled });
        await firstCitation(elsewhere).waitFor();
        await elsewhere.getByRole('article', { name: 'Where did Putin and Xi meet?' }).waitFor();
        await elsewhere.context().close();
      }
      await page.context().close();
    });

    it('says that a kept quote is no longer in its article', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await page.getByText('Verified word for word').waitFor();
      // What an index that changed would answer.
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const body = (await response.text()).replace(
          '"valid":true,"reason":null',
          '"valid":false,"reason":"Changed."',
        );
        await route.fulfill({ response, body });
      });
      await page.reload();
      await page.getByText('no longer holds this quote').waitFor();
      await page.context().close();
    });

    it('tells when the browser’s storage is full', async () => {
      const page = await chat.open();
      const session = await page.context().newCDPSession(page);
      const { origin } = new URL(page.url());
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await ask(page, ANSWERED);
      await page.getByText('storage is full').waitFor();
      expect(await firstCitation(page).isVisible()).toBe(true);
      await page.context().close();
    });

    it('is copied with footnotes as Markdown and as rich text, and exported', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await page.getByRole('button', { name: 'Copy answer' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const [markdown, html] = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return Promise.all(
          ['text/plain', 'text/html'].map(async (type) => (await item!.getType(type)).text()),
        );
      });
      const link = /\]\((http:\S+)\)/u.exec(markdown!)?.[1];
      expect(markdown).toContain('[^1]');
      expect(html).toContain('<blockquote>');
      const place = await chat.open(link);
      expect(await place.locator('mark').first().innerText()).toContain('2010');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export conversation' }).click();
      const file = await (await download).path();
      expect(await readFile(file, 'utf8')).toContain(`## ${ANSWERED}`);
      await place.context().close();
      await page.context().close();
    });

    it('can have a question edited in its place', async () => {
      const page = await chat.open();
      await ask(page, REFUSED);
      await page.getByRole('button', { name: 'Edit question' }).click();
      await page.getByRole('textbox', { name: 'Edit the question' }).fill(ANSWERED);
      await page.keyboard.press('Enter');
      await firstCitation(page).waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      await expect.poll(() => focused(page)).toBe(ANSWERED);
      await page.context().close();
    });

    it('recalls an earlier question with the up arrow', async () => {
      const page = await chat.open();
      await ask(page, REFUSED);
      await questionBox(page).press('ArrowUp');
      expect(await questionBox(page).inputValue()).toBe(REFUSED);
      await page.context().close();
    });
  });
}
