import { describe, expect, it } from 'vitest';
import {
  ANSWERED,
  ask,
  type Chat,
  firstCitation,
  focused,
  followCitation,
  markedText,
  questionBox,
} from './chat.ts';

const NARROW = { viewport: { width: 360, height: 740 } };

export function sourceTests(chat: Chat): void {
  describe('the source of a quote', () => {
    it('opens beside the conversation, with the quote marked and the article in the title', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      const quote = await followCitation(page);
      expect(quote).toContain('2010');
      expect(await page.getByRole('region', { name: 'Source' }).locator('mark').count()).toBe(1);
      expect(await firstCitation(page).isVisible()).toBe(true);
      expect(new URL(page.url()).pathname).toMatch(/^\/article\/.+\.md$/u);
      await expect.poll(() => page.title()).toContain('Putin');
      await page.context().close();
    });

    it('opens beside an answer that came with the page, and a follow-up joins it', async () => {
      const page = await chat.open(`/?q=${encodeURIComponent(ANSWERED)}`);
      await page.locator('.conversation[data-current]').waitFor();
      await followCitation(page);
      await page.getByRole('region', { name: 'Source' }).waitFor();
      await page.getByRole('button', { name: 'Back to the answer' }).click();
      await ask(page, 'Where did they meet?');
      expect(await page.getByRole('heading', { level: 2, name: ANSWERED }).isVisible()).toBe(true);
      expect(await page.locator('.conversation').count()).toBe(1);
      await page.context().close();
    });

    it('is a dialog where the window is narrow, and leaves the focus on the citation when closed', async () => {
      const page = await chat.open('/', NARROW);
      await ask(page, ANSWERED);
      await followCitation(page);
      const sheet = page.getByRole('dialog', { name: 'Source' });
      expect(await sheet.isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await expect.poll(() => focused(page)).toMatch(/^Citation 1/u);
      await page.context().close();
    });

    it('and the conversation are both there after a reload, and from the link in another browser', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      const quote = await followCitation(page);
      await page.reload();
      await firstCitation(page).waitFor();
      expect(await markedText(page)).toBe(quote);
      const elsewhere = await chat.open(page.url());
      await firstCitation(elsewhere).waitFor();
      expect(await markedText(elsewhere)).toBe(quote);
      await page.context().close();
      await elsewhere.context().close();
    });

    it('closes with Back and opens with Forward, the focus on the citation in between', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      const quote = await followCitation(page);
      await page.goBack();
      await page.locator('mark').waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe('/');
      await expect.poll(() => focused(page)).toMatch(/^Citation 1/u);
      await expect.poll(() => page.title()).toContain(ANSWERED);
      await page.goForward();
      await page.locator('mark').waitFor();
      expect(await markedText(page)).toBe(quote);
      await page.context().close();
    });

    it('leads to the next quote of the answer, and in one step back to the answer', async () => {
      const page = await chat.open();
      await ask(page, `${ANSWERED} How much was trade between Russia and China worth in 2023?`);
      const first = await followCitation(page);
      await page.getByRole('link', { name: 'Next quote' }).click();
      await expect.poll(() => markedText(page)).not.toBe(first);
      await page.getByText('Quote 2 of').waitFor();
      await page.getByRole('button', { name: 'Back to the answer' }).click();
      await page.locator('mark').waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe('/');
      await page.context().close();
    });

    it('does not move the conversation that is being read', async () => {
      const page = await chat.open('/', { viewport: { width: 1280, height: 600 } });
      for (const question of [ANSWERED, 'Where did Putin and Xi meet?']) await ask(page, question);
      const citation = page.getByRole('link', { name: /^Citation 1/u }).last();
      await citation.scrollIntoViewIfNeeded();
      const before = (await citation.boundingBox())!.y;
      await citation.click();
      await page.locator('mark').waitFor();
      await expect.poll(async () => Math.abs((await citation.boundingBox())!.y - before)).toBeLessThan(3);
      await page.context().close();
    });

    it('is the article’s own page without scripts', async () => {
      const page = await chat.open(`/?q=${encodeURIComponent(ANSWERED)}`, { javaScriptEnabled: false });
      await firstCitation(page).click();
      await page.locator('mark').waitFor();
      expect(await page.getByRole('region', { name: 'Source' }).count()).toBe(0);
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      await page.context().close();
    });

    it('as a full page leads back to the conversation', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await followCitation(page);
      await page.getByRole('link', { name: 'Full page' }).click();
      await page.getByRole('link', { name: 'Back to the conversation' }).click();
      await firstCitation(page).waitFor();
      expect(await questionBox(page).isVisible()).toBe(true);
      await page.context().close();
    });

    it('as a full page lists what kept conversations quoted from it, each a link to its marked place', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      const quote = await followCitation(page);
      await page.getByRole('link', { name: 'Full page' }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.goto(new URL(page.url()).pathname);
      const quoted = page.getByRole('complementary', { name: 'Quoted in your conversations' });
      await quoted.getByRole('link', { name: quote }).click();
      await page.locator('mark').first().waitFor();
      expect(await markedText(page)).toBe(quote);
      expect(await quoted.getByText(ANSWERED).isVisible()).toBe(true);
      const elsewhere = await chat.open(page.url());
      await elsewhere.locator('mark').first().waitFor();
      expect(await elsewhere.getByRole('complementary').count()).toBe(0);
      await page.context().close();
      await elsewhere.context().close();
    });

    it('shows the passage around a quote when the pointer rests on its number, within the window', async () => {
      const page = await chat.open('/', { viewport: { width: 1280, height: 500 } });
      await ask(page, ANSWERED);
      await firstCitation(page).hover();
      const card = page.getByRole('tooltip');
      await card.waitFor();
      const box = (await card.boundingBox())!;
      const number = (await firstCitation(page).boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(500);
      expect(box.y >= number.y + number.height - 4 || box.y + box.height <= number.y + 4).toBe(true);
      await page.mouse.move(5, 5);
      await card.waitFor({ state: 'detached' });
      await page.context().close();
    });
  });
}
