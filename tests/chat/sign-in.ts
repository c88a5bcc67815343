import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { WIDTHS } from './accessibility.ts';
import { ANSWERED, ask, axeFindings, Chat, firstCitation, followCitation } from './chat.ts';

const TOKEN = 'correct-horse-battery-staple';
const RATE_LIMIT = 300;
const JSON_TYPE = { 'content-type': 'application/json' };
const INDEX = JSON.stringify({ query: '{ index { articles } }' });

/** A product that asks for a token, below a path prefix, as a proxy would reach it. */
export function signInTests(): void {
  describe('with a token', () => {
    const flags = [
      '--path-prefix',
      '/news',
      '--rate-limit',
      String(RATE_LIMIT),
      '--allowed-hosts',
      'news.example',
    ];
    const chat = Chat.forThese(() => ({ flags, environment: { FOOTNOTE_TOKEN: TOKEN } }));

    async function signIn(page: Page, token = TOKEN): Promise<void> {
      await page.getByLabel('Token').fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
    }

    /** A session of a program; its cookie. */
    async function session(): Promise<string> {
      const response = await postToken(TOKEN);
      return response.headers.get('set-cookie')?.split(';')[0] ?? '';
    }

    const postToken = (token: string, headers: Record<string, string> = {}) =>
      fetch(new URL('/news/session', chat.product.chatUrl), {
        method: 'POST',
        body: new URLSearchParams({ token, to: '/news/articles' }),
        headers,
        redirect: 'manual',
      });

    const postQuery = (headers: Record<string, string>) =>
      fetch(new URL('/news/graphql', chat.product.chatUrl), {
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: INDEX,
      });

    it('a reader signs in, asks and signs out, without scripts', async () => {
      const page = await chat.open('/news', { javaScriptEnabled: false });
      await page.goto(`/news?${new URLSearchParams({ q: ANSWERED })}`);
      expect(await page.getByRole('link', { name: 'Articles' }).count()).toBe(0);
      await signIn(page, 'not-the-token-of-this');
      await page.getByRole('alert').getByText('not the token').waitFor();
      await signIn(page);
      await firstCitation(page).waitFor();
      const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'footnote-session');
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/news', secure: false });
      expect(cookie?.value).not.toContain(TOKEN);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByLabel('Token').waitFor();
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });

    it('everything is below the prefix: answers, sources, lists, the way back', async () => {
      const page = await chat.open('/news');
      const outside: string[] = [];
      page.on('request', (request) => {
        if (!/^\/news(?:[/?]|$)/.test(new URL(request.url()).pathname)) outside.push(request.url());
      });
      await signIn(page);
      await ask(page, ANSWERED);
      await followCitation(page);
      expect(new URL(page.url()).pathname).toMatch(/^\/news\/article\//);
      await page.goBack();
      await page.getByRole('region', { name: 'Source' }).waitFor({ state: 'detached' });
      expect(new URL(page.url()).pathname).toBe('/news');
      await page.reload();
      await firstCitation(page).waitFor();
      await page.getByRole('link', { name: 'Articles', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Search articles' }).fill('putin');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/news/articles?query=putin**');
      expect(outside).toEqual([]);
      await page.context().close();
    });

    it('who is signed out in another tab is told so, and asks on after signing in', async () => {
      const page = await chat.open('/news');
      await signIn(page);
      await ask(page, ANSWERED);
      await page.context().clearCookies();
      await ask(page, 'Where did they meet?');
      await page.getByText('You are not signed in, or no more.').first().waitFor();
      expect(await firstCitation(page).isVisible()).toBe(true);
      await page.context().close();
    });

    it('a link on another site leads to whoever is signed in', async () => {
      const page = await chat.open('/news');
      await signIn(page);
      const other = createServer((_, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(`<a href="${new URL('/news/articles', chat.product.chatUrl)}">Articles</a>`);
      });
      await once(other.listen(0, 'localhost'), 'listening');
      await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
      await page.getByRole('link', { name: 'Articles' }).click();
      await page.getByRole('heading', { name: 'Articles' }).waitFor();
      other.close();
      await page.context().close();
    });

    it.each(
      Object.entries(WIDTHS).flatMap(([name, viewport]) => [
        { name, viewport, colorScheme: 'light' as const },
        { name, viewport, colorScheme: 'dark' as const },
      ]),
    )(
      'axe finds nothing where readers sign in, $name and $colorScheme',
      async ({ viewport, colorScheme }) => {
        const page = await chat.open('/news/sign-in?problem=wrong', { viewport, colorScheme });
        expect(await axeFindings(page)).toEqual([]);
        await page.context().close();
      },
    );

    it('the API answers nobody without the token, and a forged session is none', async () => {
      const api = await fetch(chat.product.apiUrl, { method: 'POST', headers: JSON_TYPE, body: INDEX });
      expect(api.status).toBe(401);
      const forged = `footnote-session=${btoa('{"alg":"none"}').replace(/=+$/, '')}.${btoa('{"jti":"a"}')}.`;
      const cookie = await session();
      for (const headers of [
        {},
        { cookie: forged },
        { cookie: `footnote-session=${TOKEN}` },
        { cookie: `${cookie.slice(0, -3)}abc` },
        { 'x-footnote-signed-in': '1', 'x-footnote-visitor': 'somebody' },
        { authorization: `Bearer ${TOKEN}` },
      ]) {
        expect((await postQuery(headers)).status).toBe(401);
      }
      expect((await postQuery({ cookie })).status).toBe(200);
      expect((await postQuery({ cookie, origin: 'https://evil.example' })).status).toBe(403);
    });

    it('signing in by https, the cookie goes by nothing else; it never leads to another site', async () => {
      const response = await postToken(TOKEN, { 'x-forwarded-proto': 'https' });
      expect(response.headers.get('set-cookie')).toMatch(/; Secure/);
      expect(response.headers.get('location')).toBe('/news/articles');
      for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', '/other', '/newsreel']) {
        const body = new URLSearchParams({ token: TOKEN, to });
        const url = new URL('/news/session', chat.product.chatUrl);
        const { headers } = await fetch(url, { method: 'POST', body, redirect: 'manual' });
        expect(headers.get('location')).toBe('/news');
      }
    });

    it('one visitor who floods the page is held back, and no other', async () => {
      const [flooding, other] = [await session(), await session()];
      let refused: Response | undefined;
      for (let n = 0; n <= RATE_LIMIT && refused === undefined; n++) {
        const response = await postQuery({ cookie: flooding, 'x-footnote-visitor': String(n) });
        if (response.status === 429) refused = response;
      }
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
      expect((await postQuery({ cookie: other })).status).toBe(200);
    });

    it('wrong tokens are limited, by where they come from', async () => {
      const from = { 'x-forwarded-for': '10.3.0.1' };
      const places: (string | null)[] = [];
      for (let n = 0; n < 12; n++) {
        places.push((await postToken(`wrong-token-number-${n}`, from)).headers.get('location'));
      }
      expect(places[0]).toContain('problem=wrong');
      expect(places.at(-1)).toContain('problem=limited');
      expect((await postToken(TOKEN, from)).headers.get('location')).toContain('problem=limited');
      expect((await postToken(TOKEN, { 'x-forwarded-for': '10.3.0.2' })).headers.get('location')).toBe(
        '/news/articles',
      );
    });
  });
}
