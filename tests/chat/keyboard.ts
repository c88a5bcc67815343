import { describe, expect, it } from 'vitest';
import { ANSWERED, ask, type Chat, focused, questionBox, untilHydrated } from './chat.ts';

export function keyboardTests(chat: Chat): void {
  describe('the keyboard alone', () => {
    it('asks, follows a citation, comes back and asks on', async () => {
      const page = await chat.open();
      await untilHydrated(page);
      await page.keyboard.press('/');
      await expect.poll(() => questionBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
      await page.keyboard.type(ANSWERED);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: /^Citation 1/u }).waitFor();
      await page.getByRole('heading', { name: ANSWERED }).focus();
      for (let presses = 0; !(await focused(page)).startsWith('Citation 1'); presses += 1) {
        expect(presses).toBeLessThan(5);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.locator('mark').waitFor();
      await expect
        .poll(() => page.locator('mark').evaluate((mark) => mark === document.activeElement))
        .toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toMatch(/^Citation 1/u);
      await page.keyboard.press('/');
      await page.keyboard.type('And in 2023?');
      expect(await questionBox(page).inputValue()).toBe('And in 2023?');
      await page.context().close();
    });

    it('begins a new line with Shift and Enter, and the box grows', async () => {
      const page = await chat.open();
      const height = async () => (await questionBox(page).boundingBox())!.height;
      const before = await height();
      await questionBox(page).focus();
      await page.keyboard.type('One');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.type('Two');
      expect(await questionBox(page).inputValue()).toBe('One\nTwo');
      expect(await height()).toBeGreaterThan(before);
      await page.context().close();
    });

    it('stops with Escape, and the focus stays in the question box', async () => {
      const page = await chat.open();
      await page.route('**/graphql', () => undefined);
      await questionBox(page).fill(ANSWERED);
      await questionBox(page).press('Enter');
      await page.getByRole('button', { name: 'Stop' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('article').getByText('Stopped.').waitFor();
      expect(await questionBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
      await page.context().close();
    });

    it('lists its shortcuts with “?”', async () => {
      const page = await chat.open();
      await untilHydrated(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
      await page.context().close();
    });

    it('keeps the focus on the page after a starter and after “Ask again”', async () => {
      const page = await chat.open('/');
      await page.reload();
      await untilHydrated(page);
      await page.getByRole('region', { name: 'Questions to begin with' }).getByRole('link').first().click();
      await page.getByText('such answers are right').waitFor();
      expect(await questionBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
      await page.getByRole('link', { name: 'Ask again' }).click();
      await page.getByText('such answers are right').waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
      await page.context().close();
    });
  });

  describe('the question box', () => {
    it('says that a question is too long, and cuts nothing', async () => {
      const page = await chat.open();
      const question = 'a'.repeat(2100);
      await questionBox(page).fill(question);
      await page.getByText('100 more than can be asked').waitFor();
      await questionBox(page).press('Enter');
      expect(await questionBox(page).inputValue()).toBe(question);
      expect(await page.getByRole('article').count()).toBe(0);
      await page.context().close();
    });

    it('leaves room for the answer at a zoom of 400 %', async () => {
      const page = await chat.open('/', { viewport: { width: 320, height: 256 } });
      await ask(page, ANSWERED);
      await page.getByRole('article').scrollIntoViewIfNeeded();
      const covered = await page.evaluate(
        () =>
          [...document.querySelectorAll('.site-header, .composer-following')].filter((element) =>
            ['sticky', 'fixed'].includes(getComputedStyle(element).position),
          ).length,
      );
      expect(covered).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    });
  });
}
