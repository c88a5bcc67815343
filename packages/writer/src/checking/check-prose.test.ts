import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cited, citedFrom } from '../testing/cited-quotes.ts';
import handWritten from '../testing/hand-written.json' with { type: 'json' };
import { checkProse } from './check-prose.ts';

const shown = (text: string, quotes: readonly string[], numbers = quotes.map((_, n) => n + 1)) =>
  checkProse([{ text, citationNumbers: numbers }], cited(quotes)).sentences[0]?.text ?? null;

describe('a lie in the words of its quotes', () => {
  const lies = handWritten.flatMap(({ quotes, lies: told }) => told.map((lie) => ({ ...lie, all: quotes })));

  it.each(lies)('of $kind does not pass: $text', ({ text, quotes, all }) => {
    expect(shown(text, all, quotes)).toBeNull();
  });
});

describe('a sentence passes', () => {
  const MILLER = 'Alexei Miller, who heads Gazprom, gave the order to open the valve.';
  const TRADE = 'But Russia also sold gas to China, and China sold steel to Russia.';

  it.each([
    [MILLER, MILLER, 'the whole quote'],
    [MILLER, 'Alexei Miller gave the order to open the valve.', 'without an aside'],
    [TRADE, 'Russia also sold gas to China, and China sold steel to Russia.', 'without its lead'],
    [TRADE, 'Russia sold gas to China.', 'without all that may be left out'],
    ['The Norhaven Ferry Office (NFO) met.', 'The Norhaven Ferry Office met.', 'without letters'],
    [MILLER, 'Moreover, Alexei Miller gave the order to open the valve.', 'led on to'],
    [MILLER, 'According to Elsby Post, Alexei Miller gave the order to open the valve.', 'attributed'],
    [
      MILLER,
      'According to Elsby Post on 12 April 2021, Alexei Miller gave the order to open the valve.',
      'with the day of its article',
    ],
  ])('that is %j as %j: %s', (quote, text) => {
    expect(shown(text, [quote])).toBe(text);
  });

  it('that joins quotes, each cut from its article, in whatever order it names them', () => {
    const quotes = ['The Aurora sank in 1912.', 'The Borealis, which was new, saved its crew.'];
    const joined = 'The Borealis saved its crew; the Aurora sank in 1912.';
    expect(shown('the Borealis saved its crew, and the Aurora sank in 1912', quotes, [1, 2])).toBe(joined);
  });

  it('with the writing of its quote, whatever that of the writer', () => {
    const quote = 'The U.S. paid “1,200 dollars” for the Aurora’s café.';
    expect(shown('the u.s. paid "1200 dollars" for the aurora\'s cafe!', [quote])).toBe(quote);
  });
});

describe('a sentence does not pass', () => {
  it.each([
    ['without a quote', 'The Aurora sank.', []],
    ['with a number that no citation has', 'The Aurora sank.', [1, 7]],
    ['with fewer words than its quotes', 'The Aurora sank.', [1, 2]],
    ['without words', '', [1]],
    ['with more than words of its quotes', 'The Aurora sank. All was lost.', [1]],
    ['led on to by a cause', 'Therefore, the Aurora sank.', [1]],
    ['attributed to another source', 'According to Norhaven Courier, the Aurora sank.', [1]],
    ['with another day', 'According to Elsby Post on 13 April 2021, the Aurora sank.', [1]],
  ])('%s', (_, text, numbers) => {
    expect(shown(text, ['The Aurora sank.', 'Nobody died.'], numbers)).toBeNull();
  });

  it('that leans on another, unless it comes right after that one in full', () => {
    const quotes = [
      'The Aurora, which was new, sank.',
      'It cost 3 million crowns.',
      'The Borealis came late.',
    ];
    const prose = (...texts: (readonly [string, number])[]) =>
      checkProse(
        texts.map(([text, number]) => ({ text, citationNumbers: [number] })),
        cited(quotes),
      ).sentences.map(({ text }) => text);
    const [aurora, cost, borealis] = quotes.map((text, n) => [text, n + 1] as const);
    expect(prose(aurora!, cost!)).toEqual([quotes[0], quotes[1]]);
    expect(prose(borealis!, cost!)).toEqual([quotes[2]]);
    expect(prose(['The Aurora sank.', 1], cost!)).toEqual(['The Aurora sank.']);
    expect(prose(aurora!, borealis!, cost!)).toEqual([quotes[0], quotes[2]]);
  });

  it.each([
    ['“We won. Norhaven lost the match. We go on,” said Mira Dahl.', 'Norhaven lost the match.'],
    ['"We won. Norhaven lost the match. We go on," said Mira Dahl.', 'Norhaven lost the match.'],
    ['We beat Norhaven.', 'We beat Norhaven.'],
    ['“Norhaven lost. We won,” said Mira.', '“Norhaven lost.'],
  ])('that somebody speaks whom it does not name: %s', (text, quote) => {
    expect(checkProse([{ text: quote, citationNumbers: [1] }], [citedFrom(text, quote)]).dropped).toBe(1);
  });

  it('that says when by the day of its article, unless it names that day', () => {
    const quotes = ['Trade with Norhaven grew last year.'];
    expect(shown('Trade with Norhaven grew last year.', quotes)).toBeNull();
    expect(shown('According to Elsby Post, trade with Norhaven grew last year.', quotes)).toBeNull();
    const dated = 'According to Elsby Post on 12 April 2021, Trade with Norhaven grew last year.';
    expect(shown(dated, quotes)).toBe(dated);
  });

  it('twice', () => {
    const twice = Array.from({ length: 3 }, () => ({ text: 'The Aurora sank.', citationNumbers: [1] }));
    const { sentences, dropped } = checkProse(twice, cited(['The Aurora sank.']));
    expect([sentences.length, dropped]).toEqual([1, 2]);
  });
});

it('whatever a writer writes, what is shown is cut from the quotes it names', () => {
  const texts = handWritten.map(({ quotes }) => quotes);
  const words = [...new Set(texts.flat().flatMap((text) => text.split(' ')))];
  const written = fc.tuple(
    fc.constantFrom(...texts),
    fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 8 }),
    fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
  );
  fc.assert(
    fc.property(written, ([quotes, inserted, places, numbers]) => {
      // A quote, or two, with words put in, taken out and put elsewhere.
      const chosen = quotes.flatMap((quote) => quote.split(' '));
      for (const [n, place] of places.entries()) {
        if (inserted[n] === undefined) chosen.splice(place, 1);
        else chosen.splice(place, n % 2, inserted[n]);
      }
      const [sentence] = checkProse(
        [{ text: chosen.join(' '), citationNumbers: numbers }],
        cited(quotes),
      ).sentences;
      if (!sentence) return;
      let rest = sentence.text.replace(/^(?:Also|In addition|Moreover|Furthermore), /u, '');
      for (const number of sentence.citationNumbers) {
        for (const word of quotes[number - 1]!.match(/[\p{L}\p{N}]+/gu) ?? []) {
          const next = /[\p{L}\p{N}]+/u.exec(rest);
          if (next?.[0].toLowerCase() === word.toLowerCase()) rest = rest.slice(next.index + word.length);
        }
      }
      expect(rest).not.toMatch(/[\p{L}\p{N}]/u);
    }),
    { numRuns: 2_000 },
  );
});

it('retells no quote that is no sentence any more, which could take long to read', () => {
  const quote = `${'Russia also sold gas, and China also bought it, '.repeat(20_000)}and so on.`;
  expect(checkProse([{ text: quote, citationNumbers: [1] }], cited([quote])).dropped).toBe(1);
});
