import { describe, expect, it } from 'vitest';
import { cleanLines, rulesAfterHeadline, rulesBeforeHeadline } from './index.ts';

const PROSE = 'The council voted on Tuesday to keep the ferry running for one more year.';
const MORE_PROSE = 'Residents had asked for it in a petition that four thousand people signed.';

const RULES = [...rulesBeforeHeadline, ...rulesAfterHeadline];

/** What each rule takes out of a page. */
function removedFrom(page: string, title: string | null = null): Record<string, string[]> {
  const removed: Record<string, string[]> = {};
  for (const { rule, text } of cleanLines(page.split('\n'), RULES, { title }).removals) {
    removed[rule] = [...(removed[rule] ?? []), text];
  }
  return removed;
}

/** The line among paragraphs, at the foot of the page when it is the last. */
const amongProse = (line: string) => `${PROSE}\n\n${line}\n\n${MORE_PROSE}`;

describe.each<[string, string[], string[]]>([
  [
    'cookie-notice',
    [
      'We use cookies to give you the best experience on our site.',
      'This website uses cookies. Learn more.',
      'By continuing to browse this site you agree to our use of cookies',
      'Accept all cookies',
      'Cookie settings',
    ],
    [
      'The regulator fined the company because it set cookies before users agreed.',
      '“We use cookies to improve our service,” a spokesman said.',
      'Grandmother baked cookies for the whole street.',
    ],
  ],
  [
    'ad-block-notice',
    [
      'Adblock detected!',
      'Please disable your ad blocker to continue.',
      'Desactiva tu AdBlock para leer',
      "We've noticed you are using an ad blocker",
    ],
    [
      'The court ruled that ad blockers are legal in the country.',
      'Many users disable their ad blocker when a site they like asks for it.',
    ],
  ],
  [
    'donation-plea',
    [
      'Support independent journalism. Your gift keeps us going.',
      'Donate now',
      'If you value our work, please donate.',
    ],
    [
      'The charity said that it would donate the money to the victims of the flood.',
      'The mayor asked residents to support local businesses.',
    ],
  ],
  [
    'newsletter-plea',
    ['Subscribe to our daily newsletter', 'Sign up for the morning briefing', 'Follow us on Telegram!'],
    ['Readers who subscribe to the newsletter will be told first, the paper said.'],
  ],
  [
    'disclaimer',
    ['Disclaimer: the views are those of the author.'],
    ['The disclaimer was read out before the vote.'],
  ],
  [
    'translation-note',
    ['Translated by MB12', 'This article was machine-translated from Spanish.'],
    ['The novel was translated by his daughter and printed in 1956.'],
  ],
  [
    'editor-line',
    ['(Web editor: Ann Oak, Bo Lind)', 'Editor: Cy Orr'],
    ['The editor: a profession in decline, as she told the conference on Friday.'],
  ],
  [
    'copyright',
    ['© 2024 The Harbour Post', 'All rights reserved.'],
    ['The court ruled that the copyright had run out in 1999.'],
  ],
  [
    'advertising-note',
    ['The news and editorial departments of the Post had no role in the creation of this content.'],
    ['The editorial said that the mayor had no role in the sale.'],
  ],
  [
    'affiliate-note',
    ['If you buy something through our links, we may earn a commission.'],
    ['The traders may earn a tenth more this year.'],
  ],
  [
    'advice-disclaimer',
    ['This text is for informational purposes only.'],
    ['The union gives advice to sailors.'],
  ],
  [
    'more-link',
    ['Show More', 'Continue reading →', '» Read more', 'ADVERTISEMENT', 'Click here to read the full story'],
    ['Show more respect, the coach told his players.', 'Sponsored content is a growing business.'],
  ],
  [
    'share-buttons',
    ['Share on Facebook', 'Facebook Twitter WhatsApp Email', 'Share this article', 'SHARE'],
    [
      'Share prices fell by two percent.',
      'Facebook',
      'Twitter, Facebook and Telegram were blocked on Monday.',
    ],
  ],
  [
    'embedded-post',
    ['— The Harbour Room (@HarbourRoom) March 3, 2023', '– Ann (@ann_oak)', 'pic.twitter.com/Ab3dEf'],
    ['— We will not give up, she said.', 'He wrote under the name @HarbourRoom for years.'],
  ],
  [
    'image-caption',
    [
      'The ferry leaves the harbour for the last time, Oct. 2, 2023. (Daily News/Ann Oak)',
      'The mayor at the opening of the bridge ©  Bo Lind / Agency',
      'Photo: Ann Oak',
      'The old bridge [Photo by Ann Oak]',
      'A view of the harbour (file photo)',
      'The harbour at night | Image: Harbour Post',
      'The mayor and the minister. Cy Orr/Getty Images',
    ],
    [
      'The bridge is safe, the ministry said on Monday. (Reuters)',
      'The photo: a ferry, a crowd and a brass band on the quay.',
      'Prices rose by 3 percent (from 2 percent in May).',
    ],
  ],
  [
    'related-links',
    [
      'Related Stories',
      'You may also like',
      'Read also: Ferry strike enters its second week',
      'More news from Europe',
    ],
    ['Related to this is the question of who will pay.', 'See also the report of the auditors, he said.'],
  ],
  [
    'related-headline',
    [
      'Mayor Meets Minister at Opening of the Second Harbour Bridge',
      'Ferry line is the backbone of the whole region – Moss',
    ],
    [
      'A Bridge for the Next Hundred Years',
      'Efforts for a better harbour',
      'What the auditors found in the books',
      '“The Council Says No to the Bridge and to the Ferry”',
    ],
  ],
])('the rule %s', (rule, junk, kept) => {
  it.each(junk)('takes out: %s', (line) => {
    expect(removedFrom(amongProse(line))).toEqual({ [rule]: [line] });
  });

  it.each(kept)('keeps: %s', (line) => {
    expect(removedFrom(amongProse(line))).toEqual({});
  });
});

it('paragraphs are never touched', () => {
  expect(removedFrom(`${PROSE}\n\n${MORE_PROSE}`)).toEqual({});
});

it('broken-characters takes out runs and what stands alone, not a letter that was lost', () => {
  const { lines } = cleanLines(['\uFFFD\uFFFD\uFFFD\uFFFDThe caf\uFFFD opens.', 'Now \uFFFD open.'], RULES, {
    title: null,
  });
  expect(lines).toEqual(['The caf\uFFFD opens.', 'Now open.']);
});

it('icon-names takes out the names in a row, and leaves the headline that follows', () => {
  const icons =
    'icon bookmark-bicon bookmarkicon cameraicon checkicon chevron downicon full chevron rightimg icon fm';
  expect(removedFrom(`${icons} Ferry Runs Again`)).toEqual({ 'icon-names': [icons] });
});

it('icon-names keeps a sentence about icons', () => {
  const text =
    'The icon painter sold an icon, a second icon, a third icon and one more icon to the museum of icons.';
  expect(removedFrom(text)).toEqual({});
});

it('the date under a handle goes with it', () => {
  expect(removedFrom(amongProse('— Ann Oak (@annoak)\nSeptember 15, 2022'))).toEqual({
    'embedded-post': ['— Ann Oak (@annoak)', 'September 15, 2022'],
  });
});

it('the short lines under a heading of related links go with it', () => {
  const foot = 'Related articles\n\nFerry strike enters its second week\nBridge opens in May';
  expect(removedFrom(`${PROSE}\n\n${foot}`)['related-links']).toHaveLength(3);
});

it('above the end of the text, a heading of related links takes its own block only', () => {
  const page = `${PROSE}\n\nRelated news\nFerry strike\n\nWhat comes next\n\n${MORE_PROSE}`;
  expect(removedFrom(page)).toEqual({ 'related-links': ['Related news', 'Ferry strike'] });
});

it('the words that led to a related headline go with it', () => {
  const page = `${PROSE} in this context:\n\nMayor Meets Minister at the Harbour Summit\n\n${MORE_PROSE}`;
  expect(removedFrom(page)).toEqual({
    'related-headline': ['in this context:', 'Mayor Meets Minister at the Harbour Summit'],
  });
});

it('repeated-headline takes out the headline said again, whatever its marks', () => {
  const page = `FERRY RUNS “AGAIN” – MAYOR\n\n${PROSE}`;
  expect(removedFrom(page, 'Ferry runs ‘again’ – mayor')).toEqual({
    'repeated-headline': ['FERRY RUNS “AGAIN” – MAYOR'],
  });
});

it.each(['Source:', 'The Harbour Post:', 'Source: The Harbour Post'])(
  'trailing-stub takes out a last line: %s',
  (line) => {
    expect(removedFrom(`${PROSE}\n\n${line}`)).toEqual({ 'trailing-stub': [line] });
  },
);

it('a lead-in with a colon stays while its text follows', () => {
  expect(removedFrom(`The mayor said:\n\n${PROSE}`)).toEqual({});
});

it('a line of a megabyte is left as it is, soon', () => {
  const line = 'icon (a/b '.repeat(100_000);
  const before = process.cpuUsage();
  expect(cleanLines([line], RULES, { title: null }).lines).toHaveLength(1);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000);
});
