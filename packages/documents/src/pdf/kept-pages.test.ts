import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readPdf } from './read-pdf.ts';

const fixture = async (name: string) =>
  readPdf({
    bytes: await readFile(new URL(`./fixtures/${name}.pdf`, import.meta.url)),
    keyPath: `${name}.pdf`,
  });
const article = async (name: string) => (await fixture(name)).articles[0]!;

/** One page each, as papers and browsers make them. */
describe('reading a page', () => {
  it('reads two columns one after the other though a picture stands above one of them', async () => {
    const { text } = await article('picture-left');
    expect(text).toMatch(/^The port council of Lindhaven voted nine to four on Monday to close/);
    expect(text).toContain('the pier must be rebuilt in concrete, which would take a third winter.');
    expect(text).toContain('while divers replace its timber piles.');
  });

  it('reads once what is printed twice to look bold', async () => {
    expect(await article('fake-bold')).toMatchObject({
      title: 'Grain pier to close for two winters',
      text: expect.stringContaining(
        'Engineers hired by the council found that shipworm had eaten through sixty of the two hundred piles, some of them driven in 1911.\n',
      ),
    });
  });

  it('gives a drop cap back to its word', async () => {
    expect((await article('drop-cap')).text).toMatch(/^The port council .* for two winters while divers/);
  });

  it('skips a file whose fonts do not say which characters they show, and tells the remedy', async () => {
    await expect(fixture('no-tounicode')).rejects.toThrow(/no text can be read.*OCR/);
  });

  it('reads a turned page in its own direction', async () => {
    const { title, text } = await article('page-rotate');
    expect(title).toBe('Grain pier to close for two winters');
    expect(text).toContain('according to the harbour master, Ilse Brandt. Two shipping lines');
  });

  it('keeps a credit up the margin out of the sentences', async () => {
    const { articles, removals } = await fixture('rotated-margin');
    expect(articles[0]!.text).not.toContain('Photograph');
    expect(removals).toContainEqual({
      rule: 'turned-text',
      text: 'Photograph: M. Reyes / Bay Pictures, all rights reserved',
    });
  });

  it('takes no number at the end of a paragraph for that of the page', async () => {
    expect((await article('number-line')).text).toContain('until the end of the year 2090 and that');
  });

  it('takes the day of the paper and the address of the page from what every page repeats', async () => {
    const { articles, removals } = await fixture('footers');
    expect(articles[0]).toMatchObject({
      publishedAt: '2024-09-03',
      url: 'https://courier.example/harbour/grain-pier',
    });
    expect(removals).toContainEqual({ rule: 'running-head', text: 'Harbour & Trade' });
  });

  it('keeps the hyphens of compounds at the end of a line', async () => {
    const { text } = await article('hyphen');
    for (const word of ['state-owned', 'pro-government', 'anti-corruption', 'so-called', '2024-25']) {
      expect(text).toContain(word);
    }
    expect(text).toContain('engineers');
  });
});
