import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { accessibilityTests } from './chat/accessibility.ts';
import { addingTests } from './chat/adding.ts';
import { articleTests } from './chat/articles.ts';
import { ANSWERED, ask, Chat, firstCitation, followCitation, REFUSED } from './chat/chat.ts';
import { conversationTests } from './chat/conversations.ts';
import { failureTests } from './chat/failure.ts';
import { hurryTests } from './chat/hurry.ts';
import { keyboardTests } from './chat/keyboard.ts';
import { proseTests } from './chat/prose.ts';
import { signInTests } from './chat/sign-in.ts';
import { sourceTests } from './chat/source.ts';

// One product for all: two that start at once would build the web app at once.
const chat = Chat.forThese();

async function articleText(key: string): Promise<string> {
  const response = await fetch(chat.product.apiUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($key: String!) { article(key: $key) { text } }',
      variables: { key },
    }),
  });
  const { data } = (await response.json()) as { data: { article: { text: string } } };
  return data.article.text;
}

describe('the product', () => {
  it('answers with a quote whose citation leads to the very words, marked, in the article', async () => {
    const page = await chat.open();
    await ask(page, ANSWERED);
    const marked = await followCitation(page);
    const url = new URL(page.url());
    const text = await articleText(decodeURIComponent(url.pathname.replace('/article/', '')));
    const quote = text.slice(Number(url.searchParams.get('start')), Number(url.searchParams.get('end')));
    expect(quote).toContain('2010');
    expect(marked).toBe(quote);
    expect((await page.locator('mark strong').allTextContents()).join('')).toContain('2010');
    await page.context().close();
  });

  it('says that the articles do not say, and shows the nearest passages', async () => {
    const page = await chat.open();
    await ask(page, REFUSED);
    const refusal = page.getByRole('region', { name: 'No answer in these articles' });
    expect(await refusal.getByRole('link').count()).toBeGreaterThan(0);
    expect(await page.getByRole('link', { name: /^Citation 1/u }).count()).toBe(0);
    await page.context().close();
  });

  it('reads a follow-up with what was asked before', async () => {
    const page = await chat.open();
    await ask(page, ANSWERED);
    await ask(page, 'Where did they meet?');
    await page.getByText('Where did Putin and Xi meet?').first().waitFor();
    await page.context().close();
  });

  it('answers before scripts have loaded', async () => {
    const page = await chat.open('/', { javaScriptEnabled: false });
    await page
      .getByRole('textbox', { name: 'Ask a question' })
      .fill('How much was trade between Russia and China worth in 2023?');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await firstCitation(page).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toContain('2023');
    await page.context().close();
  });

  it.each(['', 'graphql'])('refuses a foreign Host on the web app’s /%s', async (address) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const url = new URL(address, chat.product.chatUrl);
      request(url, { headers: { host: 'attacker.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('says what is wrong with an address that cannot be decoded', async () => {
    const response = await fetch(new URL('/article/%E0%A4%A', chat.product.chatUrl));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('cut off or mistyped');
  });
});

sourceTests(chat);
conversationTests(chat);
articleTests(chat);
addingTests(chat);
keyboardTests(chat);
hurryTests(chat);
accessibilityTests(chat);
failureTests(chat);
proseTests();
// Last, as it starts a product of its own, of which the web app is built for a path prefix.
signInTests();
