import { describe, expect, it } from 'vitest';
import { ANSWERED, ask, type Chat, firstCitation, REFUSED } from './chat.ts';

export function failureTests(chat: Chat): void {
  describe('while the page lives', () => {
    it('the API goes away and comes back, and the page tells both', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      // What the web app answers while its API is away.
      await page.route('**/graphql', (route) =>
        route.fulfill({
          status: 502,
          json: { errors: [{ message: 'Start it.', extensions: { code: 'API_UNREACHABLE' } }] },
        }),
      );
      await ask(page, REFUSED);
      await page.getByText('The API is away.').waitFor();
      expect(await firstCitation(page).isVisible()).toBe(true);
      await page.unroute('**/graphql');
      await page.getByText('The API is away.').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Ask again' }).last().click();
      await page.getByRole('region', { name: 'No answer in these articles' }).waitFor();
      await page.context().close();
    });

    it('Footnote is stopped, and the page keeps what it has and says so', async () => {
      const page = await chat.open();
      await ask(page, ANSWERED);
      await chat.product.stop();
      await ask(page, REFUSED);
      await page.getByText('Footnote is away.').waitFor();
      expect(await firstCitation(page).isVisible()).toBe(true);
      await firstCitation(page).click();
      await page.getByText('The article cannot be shown now').waitFor();
      await page.context().close();
    });
  });
}
