import { describe, expect, it } from 'vitest';
import { ANSWERED, ask, type Chat, firstCitation, followCitation, questionBox } from './chat.ts';

export function articleTests(chat: Chat): void {
  describe('a filter', () => {
    it('is chosen with counts, stands in the address, and is told with the answer', async () => {
      const page = await chat.open();
      const filters = page.getByRole('group', { name: 'Filters' });
      await filters.getByRole('button', { name: 'Filter' }).click();
      await filters.getByRole('link', { name: /^2022 \d+$/u }).click();
      await filters.getByRole('button', { name: 'Asking only' }).waitFor();
      expect(new URL(page.url()).searchParams.get('from')).toBe('2022-01-01');
      await ask(page, 'Where did Putin and Xi meet?');
      await page.getByText('Asked of articles of 2022.').waitFor();
      expect(await page.getByRole('article').getByText('2024').count()).toBe(0);
      await page.reload();
      await page.getByText('Asked of articles of 2022.').waitFor();
      await page.context().close();
    });

    it('that leaves no answer can be dropped where the refusal stands', async () => {
      const page = await chat.open('/?from=2014-01-01&to=2014-12-31');
      await ask(page, ANSWERED);
      await page.getByRole('button', { name: 'Ask all articles' }).click();
      await firstCitation(page).waitFor();
      await page.context().close();
    });

    it('is made of an article by “Ask about this article”', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await followCitation(page);
      await page.getByRole('link', { name: 'Ask about this article' }).click();
      await page.getByRole('button', { name: 'Asking only' }).waitFor();
      expect(new URL(page.url()).searchParams.get('source')).not.toBeNull();
      expect(await questionBox(page).inputValue()).toBe('');
      await page.context().close();
    });
  });

  describe.each([true, false])('the list of articles, with scripts: %s,', (javaScriptEnabled) => {
    it('is searched, sorted and filtered', async () => {
      const page = await chat.open('/articles', { javaScriptEnabled });
      await page.getByRole('searchbox', { name: 'Search articles' }).fill('putin');
      await page.getByRole('combobox', { name: 'Order' }).selectOption('newest');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByText(/^\d+ of \d+ articles$/u).waitFor();
      await page.getByRole('group', { name: 'Filters' }).getByText('Filter', { exact: true }).click();
      await page.getByRole('link', { name: /^2024 \d+$/u }).click();
      const dates = await page
        .locator('.article-list time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')));
      expect(dates.length).toBeGreaterThan(0);
      expect(dates.every((date) => date?.startsWith('2024'))).toBe(true);
      expect(dates).toEqual([...dates].sort().reverse());
      expect(new URL(page.url()).searchParams.get('query')).toBe('putin');
      await page.context().close();
    });
  });

  it('an article from the list leads back to the list as it was', async () => {
    const page = await chat.open('/articles?order=newest');
    await page.locator('.article-list a').first().click();
    await page.getByRole('link', { name: 'Back to the list of articles' }).click();
    await page.getByRole('heading', { name: 'Articles' }).waitFor();
    expect(new URL(page.url()).searchParams.get('order')).toBe('newest');
    await page.context().close();
  });
}
