import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentSentences } from './sentences.ts';

function sentences(text: string): string[] {
  return segmentSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('segmentSentences', () => {
  it('cuts after a full stop, a question mark and an exclamation mark', () => {
    expect(sentences('One came. Did two? Three did! Four.')).toEqual([
      'One came.',
      'Did two?',
      'Three did!',
      'Four.',
    ]);
  });

  it('keeps closing quotes and brackets with their sentence', () => {
    expect(sentences('“We agree.” (So it was.) He left.')).toEqual([
      '“We agree.”',
      '(So it was.)',
      'He left.',
    ]);
  });

  it('does not cut when the next word is not capitalised', () => {
    expect(sentences('“Why?” he asked. And so… but no.')).toEqual(['“Why?” he asked.', 'And so… but no.']);
  });

  it.each([
    'Mr. Smith met Sen. Doe on Nov. 5.',
    'J. R. Doe and George W. Bush spoke.',
    'The meeting in St. Petersburg ended at 5 p.m. Monday.',
    'Trade reached $3.5 billion, up 1.2 percent.',
    'The U.S. President met Apple Inc. Chief Executive Tim Cook.',
    '1. First comes this.',
    'The house was built c. 1689 by a merchant.',
    'The chart is in Fig. 4 of Vol. III, on p. 88.',
    'Gen. Ivo Marsh and Rep. Lena Quist met Lt. Col. Orr at Mt. Harrow.',
    'Mass. Gov. Ada Finch came to the D.C. office of Holm Inc. Chairman Per Dahl.',
    'SELL ISLAND, N.H. – The ferry was late.',
    'J. A. Moor and I. A. Finch sailed.',
    'The U.S. Senate voted, and Yahoo! Inc. lost.',
    'The harbour office opens at 9 a.m. Monday and shuts at 5 p.m. Eastern time.',
    'At 8 p.m. Mr. Holt closed the harbour.',
    'The 6 p.m. Harbour News was late.',
    'We never meant . . . to sell it. . .but to lend it.',
    'The plan, he wrote, is . . . I cannot say.',
    'The notes [...] and the letters (...) Holt kept.',
    '“Who pays for it?” Holt asked.',
    '“Who pays for it?” mayor Holt asked.',
    '“Who will pay for this!” Agnes J. Holt angrily asked on Monday.',
    '“It belongs to the town.” Holt said.',
    'The sheet names N°. 41.22.7 as the place.',
    'Write to Ada.Finch@example.org or see www.Example.Com/Tides.Html today.',
    'The fansite Tide.Harbour.Org was down.',
    'Two ships (The larger one is new.) are here.',
  ])('keeps "%s" whole', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it.each([
    ['He went to the U.S. The trip was short.', 2],
    ['They bought it from Acme Corp. The price was low.', 2],
    ['It opened in Nov. The crowd came.', 2],
    ['中国和俄罗斯。两国。', 2],
    ['市長は「船は残る。金も出る」と述べた。住民は喜んだ。', 2],
    ['市長は「船は残る。」と述べた。', 1],
    ['「船は残る。」市長はそう述べた。', 2],
    ['市長は「船は残る」と述べた。住民は「金も出る」と喜んだ。', 2],
  ])('cuts "%s" into %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  it.each([
    [
      'everyday words that are also abbreviations',
      'It shows modern art.',
      'Visitors came after mass.',
      'He sat.',
    ],
    ['the same with a capital, before an opening word', 'It hangs at Modern Art.', 'The roof leaks.'],
    [
      'the hour',
      'Doors shut at 6 p.m.',
      'Tickets cost five crowns.',
      'Come by 9 a.m.',
      'Mr. Holt will wait.',
    ],
    ['a country', 'She moved to the U.S.', 'Did he follow?', 'They left the U.K.', 'Ms. Finch stayed.'],
    ['a firm', 'He works for Holm Inc.', 'Shares rose at noon.', 'She left Dahl Co.', 'Officials agreed.'],
    [
      'a country or a firm before a name',
      'He flew to the U.S.',
      'Holt stayed.',
      'She owns Acme Inc.',
      'Moss founded it.',
    ],
    ['the word I', 'They are older than you and I.', 'Nobody minds.'],
    ['a quotation', '“We will sell.”', 'Holt said the jetty was old.', '“No.”', 'He added, “Never.”'],
    ['guillemets', '»Das ist gut.«', 'Er ging.', '« Il est tard. »', 'Elle partit.'],
    ['low quotation marks', '„Es regnet.“', 'Wir bleiben.'],
    ['reference marks', 'The fleet sailed.[12]', 'It sank.[citation needed]', 'Few lived.¹²', 'All knew.'],
    ['reference numbers', 'They tell of the fleet.4', 'The captain lived (1931).11,12', 'He wrote.'],
    ['four dots', 'We never meant that. . . .', 'The town did . . . .', 'It paid....', 'We left.'],
    ['brand names', 'It sold well in May.', 'iPhones did not.'],
    ['lettered items', 'Three points count.', '(a) Keep the jetty.', '(b) Sell the crane.'],
  ])('ends sentences at %s', (_, ...expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  it('ends a sentence though the space after it was left out', () => {
    expect(sentences('The tide was high.The ferry waited.Why?He went.It cost $5.Nobody paid.')).toEqual([
      'The tide was high.',
      'The ferry waited.',
      'Why?',
      'He went.',
      'It cost $5.',
      'Nobody paid.',
    ]);
  });

  it.each([
    ['1. Wash the deck', '2. Dry the sails', '3. Coil the rope'],
    ['1) Wash the deck.', '2) Dry the sails.'],
    ['1.) wash the deck', '2.) dry the sails'],
    ['a. Wash the deck', 'b. Dry the sails'],
    ['• 3. Wash the deck', '• 4. Dry the sails'],
    ['Do this first:', '1. Wash the deck', '2. Dry the sails'],
    ['The winners were:', '1. Ada Moss', '2. Bo Lind', '3. Uma Dahl'],
  ])('cuts a list in one line into items: %s …', (...items) => {
    expect(sentences(items.join(' '))).toEqual(items);
  });

  it('takes no number of a name for that of an item', () => {
    expect(sentences('1. The best game was Storm 2. Then came others.')).toEqual([
      '1. The best game was Storm 2.',
      'Then came others.',
    ]);
  });

  it('makes no sentence of a stop that stands alone', () => {
    expect(sentences('The town paid. . Nobody knew. ” …')).toEqual(['The town paid. .', 'Nobody knew. ” …']);
    expect(sentences('. The town paid.')).toEqual(['. The town paid.']);
  });

  it('reads on over a break within a sentence that begins, goes on in small letters, and ends', () => {
    expect(
      sentences('The ferry had been waiting\nfor the tide to come in at the northern quay of Sell.'),
    ).toHaveLength(1);
    expect(sentences('What to bring\nwarm socks\na lamp and two spare batteries')).toHaveLength(3);
  });

  it('ends a sentence at a blank line and at a line break between unequal lines', () => {
    expect(sentences('A headline\nA much longer line that follows it\n\nAnother')).toEqual([
      'A headline',
      'A much longer line that follows it',
      'Another',
    ]);
  });

  it('reads on over the line breaks of hard-wrapped text', () => {
    const text =
      'This text was wrapped at a\r\nfixed width so that lines\r\nbreak within sentences.\r\nThen it ends.';
    expect(sentences(text)).toEqual([
      'This text was wrapped at a\r\nfixed width so that lines\r\nbreak within sentences.',
      'Then it ends.',
    ]);
  });

  it('leaves nothing but white space between sentences, for any text', () => {
    const unit = fc.constantFrom(
      'Mr.',
      'He',
      ' ',
      '\n',
      '\r\n',
      '.',
      '!',
      '"',
      '😀',
      'é',
      'e\u0301',
      'שלום',
      '5',
      'U.S.',
      '。',
      'and',
      ' . .',
      '1. ',
      '2. The',
      'b) ',
      '•',
      '»',
      '” ',
      '[1]',
      ' said',
      'p.m.',
      'Holt',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(unit).map((units) => units.join('')),
        ),
        (text) => {
          let end = 0;
          for (const sentence of segmentSentences(text)) {
            expect(text.slice(end, sentence.start).trim()).toBe('');
            const quote = text.slice(sentence.start, sentence.end);
            expect(quote).toBe(quote.trim());
            expect(quote).not.toBe('');
            end = sentence.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
    );
  });

  it.each([
    'a',
    '.',
    ' a.',
    '\n',
    'A. ',
    '"',
    'a\n',
    ' ',
    '. ',
    '!”x',
    ' .',
    'aa.A',
    '1. A ',
    '• ',
    '[1]',
    '.¹',
    'The a\n',
    '! ',
    'Xx! ',
  ])('takes time linear in a long run of %j', (unit) => {
    const processorMs = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      const before = process.cpuUsage();
      segmentSentences(text);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    processorMs(100_000);
    expect(processorMs(1_000_000)).toBeLessThan(40 * Math.max(5, processorMs(100_000)));
  });
});
