import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';
import { searchTerms } from './search-terms.ts';

const terms = (text: string) => searchTerms(text).map(({ term }) => term);

describe('finding a text however it is written', () => {
  it.each([
    ['The customs oﬃce on the ﬁrst ﬂoor', 'The customs office on the first floor'],
    ['The ＰＯＲＴ set １２３４ crowns', 'The PORT set 1234 crowns'],
    ['The café of Zoé Moulin'.normalize('NFD'), 'The cafe of Zoe Moulin'],
    ['Łukasz Żak, Straße, Æsa, Þór', 'Lukasz Zak, Strasse, Aesa, Thor'],
    ['the ferry com\u00adpany of Lind\u200bhaven', 'the ferry company of Lindhaven'],
    ['the council’s vote', "the council's vote"],
    ['1,250 seats, 1\u202f250 tons', '1250 seats, 1250 tons'],
    ['$2.4bn', '2.4 billion dollar'],
    ['£600m', '600 million pound'],
    ['a 2.4-billion-euro plan', 'a 2.4 billion euro plan'],
    ['25% and 30 per cent', '25 percent and 30 pct'],
    ['U.S. and E.U.', 'US and EU'],
    ['second‑hand, second–hand', 'second-hand, second-hand'],
    ['7.10', '7.1'],
    ['the pier¹ of Sell', 'the pier 1 of Sell'],
    ['3½ tons', '3 1 2 tons'],
    ['on 2021-04-12', 'on 12 April 2021'],
    ['GR 4471', 'GR-4471'],
    ['GR 4471', 'GR\u20114471'],
    ["Xi'an", 'Xi’an'],
  ])('gives "%s" the terms of "%s"', (text, other) => {
    expect(terms(text)).toEqual(terms(other));
  });

  it('gives a multiplied figure its value', () => {
    expect(terms('3.5 million people')).toEqual(['3500000', 'million', 'people']);
    expect(terms('3,500,000 people')).toEqual(['3500000', 'people']);
    expect(terms('2.0005 thousand, 7.1124, 0.5, 007')).toEqual([
      '2000d5',
      'thousand',
      '7d1124',
      '0d5',
      '007',
    ]);
  });

  it('takes 100m for a distance too, where it is not money', () => {
    expect(terms('a 100m sprint')).toEqual(['a', '100m', '100000000', 'sprint']);
    expect(terms('3.5m people')).toEqual(['3500000', 'people']);
  });

  it('leaves days, versions and ranges what they are', () => {
    expect(terms('11.18.2014, 2024-25 and 802.11ax')).toEqual([
      '11',
      '18',
      '2014',
      '2024',
      '25',
      'and',
      '802',
      '11ax',
    ]);
  });

  it('finds a word with a hyphen by its parts and as a whole', () => {
    expect(terms('GR-4471')).toEqual(['gr', '4471', 'gr4471']);
    expect(terms('co-operative')).toEqual(['co', 'operative', 'cooperative']);
    expect(terms('the chan-\r\nnel')).toEqual(['the', 'chan', 'nel', 'channel']);
    expect(terms('a twenty-first-century ship')).toEqual(['a', 'twenty', 'first', 'century', 'ship']);
  });

  it('finds a code by its parts and as a whole', () => {
    expect(terms('GR 4471')).toEqual(['gr', '4471', 'gr4471']);
    expect(terms('in 4471 towns')).toEqual(['in', '4471', 'towns']);
    expect(terms('A 3.5 million fund, A 5 million fund')).toEqual([
      ...['a', '3500000', 'million', 'fund'],
      ...['a', '5000000', 'million', 'fund'],
    ]);
    expect(terms('US 5')).toEqual(['us0', '5']);
  });

  it('finds a name with an apostrophe by its parts and as a whole', () => {
    expect(terms("O'Brien's")).toEqual(['o', 'brien', 'obrien', 's']);
    expect(terms("they'll say the town's, isn't")).toEqual([
      'they',
      'll',
      'say',
      'the',
      'town',
      's',
      'isn',
      't',
    ]);
  });

  it('finds a figure whose thousands are parted by spaces, and the figures that it may be', () => {
    expect(terms('4 500 votes')).toEqual(['4', '500', '4500', 'votes']);
    expect(terms('in 2019 500 votes')).toEqual(['in', '2019', '500', 'votes']);
  });

  it('finds a letter with a mark by that letter and by the two that are written for it', () => {
    expect(terms('Müller'.normalize('NFD'))).toEqual(['muller', 'mueller']);
    expect(terms('Øster Đorđe Århus')).toEqual(['oster', 'oester', 'dorde', 'djordje', 'arhus', 'aarhus']);
    expect(terms('Mueller')).toEqual(['mueller']);
    expect(terms('Müller-Hagen')).toEqual(['muller', 'mueller', 'hagen', 'mullerhagen', 'muellerhagen']);
    expect(terms('Ö.B.B.')).toEqual(['obb', 'oebb']);
  });

  it('leaves what is no day a number', () => {
    expect(terms('2021-13-45')).toEqual(['2021', '13', '45']);
  });

  it.each([
    ['Владивостоке', 'Владивосток'],
    ['Лавровым', 'Лаврова'],
    ['Путину', 'Путин'],
    ['Россией', 'Россия'],
    ['Ελλήνων', 'έλληνες'],
    ['ΑΘΗΝΑ', 'Αθήνας'],
    ['المصريُّ', 'مصري'],
    ['القاهرة', 'القاهره'],
    ['서울은', '서울'],
  ])('gives "%s" the term of "%s"', (inflected, other) => {
    expect(terms(inflected)).toEqual(terms(other));
  });

  it('keeps short words and the endings of surnames', () => {
    expect(terms('они Лавров Путин 회의')).toEqual(['они', 'лавров', 'путин', '회의']);
  });

  it('tells names in capitals from everyday words', () => {
    expect(terms('The US told us')).toEqual(['the', 'us0', 'told', 'us']);
    expect(terms('WHO says who fell ill')).toEqual(['who0', 'says', 'who', 'fell', 'ill']);
    expect(terms('US GDP')).toEqual(['us0', 'gdp']);
    expect(terms('NOBODY CAME TO HELP US TODAY')).toEqual(['nobody', 'came', 'to', 'help', 'us', 'today']);
  });

  it('cuts Chinese, Japanese and Thai into words', () => {
    expect(terms('中国从俄罗斯进口天然气。')).toEqual(
      expect.arrayContaining(['中国', '俄罗斯', ...terms('天然气')]),
    );
    expect(terms('สภาท่าเรือตัดสินใจ').length).toBeGreaterThan(2);
    expect(terms('港湾評議会は月曜日')).toContain('月曜日');
    expect(terms('iPhone手机')).toEqual(['iphone', '手机']);
  });

  it('finds Chinese characters that are neighbours, whatever words they are of', () => {
    expect(terms('东京都知事')).toContain('知事');
    expect(terms('研究生命')).toEqual(expect.arrayContaining(terms('生命')));
  });

  it('cuts a long run without spaces as it cuts a short one', () => {
    const sentence = '港湾評議会は';
    expect(terms(sentence.repeat(60))).toEqual(Array(60).fill(terms(sentence)).flat());
  });
});

const UNITS = [
  'a',
  'É',
  'ü',
  'e\u0301',
  'ﬁ',
  '中',
  '国',
  'ก',
  'ิ',
  '1',
  ',',
  '.',
  '250',
  ' million',
  '$',
  '%',
  '-',
  '\u2011',
  '\u00ad',
  ' ',
  '\u00a0',
  "'",
  'U.S.',
  'US',
  'bn',
  'ㅎ',
  '\u1112\u1161\u11ab',
  'ｶﾞ',
  '😀',
  '\n',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...UNITS)).map((units) => units.join('')),
);

describe('the terms of any text', () => {
  it('lie within it, in order of their ends', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const term of searchTerms(text)) {
          expect(term.term).not.toBe('');
          expect(term.start).toBeLessThan(term.end);
          expect(term.end).toBeGreaterThanOrEqual(end);
          expect(term.end).toBeLessThanOrEqual(text.length);
          end = term.end;
        }
      }),
    );
  });

  it('are one word each: an index parts them by spaces', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const term of terms(text)) expect(term).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });

  it('are terms themselves, unless they are cut by a dictionary', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const term of terms(text)) if (/^[a-z0-9]+$/.test(term)) expect(terms(term)).toEqual([term]);
      }),
    );
  });

  it('are the same whether its marks are composed or not', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(terms(text.normalize('NFD'))).toEqual(terms(text.normalize('NFC')));
      }),
    );
  });

  it.each(['a ', 'a-', '1,', 'U.', '中', 'é', '1 ', '$1', '%'])(
    'take time linear in a long run of %j',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const times = [0, 1, 2].map(() => {
          // Of the processor, for the clock also measures what else the machine does.
          const start = process.cpuUsage().user;
          searchTerms(text);
          return (process.cpuUsage().user - start) / 1000;
        });
        return Math.min(...times);
      };
      time(10_000);
      // 16 times the text: 16 times as long if linear, 256 times if quadratic; machines are busy and caches small.
      expect(time(160_000)).toBeLessThan(100 * Math.max(2, time(10_000)));
    },
  );
});

describe('foldText', () => {
  it('makes names alike that differ in capitals, marks and strokes', () => {
    expect(foldText('ŁUKASZ Müller'.normalize('NFD'))).toBe(foldText('lukasz muller'));
  });
});
