import { describe, expect, it } from 'vitest';
import { extractHtml } from '../extract-html.ts';
import { BLOCK_RULES } from './block-rules.ts';

const PARAGRAPHS = [
  'The harbour town of Kelm will rebuild its old lighthouse, the council decided on Tuesday after a debate of four hours.',
  'Work begins in March and is to take two years, the mayor said, adding that the lamp itself would stay as it is.',
  'Fishermen had asked for the light to be kept, since the newer beacon cannot be seen from the eastern channel.',
  'The council will pay for the stones out of the harbour dues, which rose by a tenth last year, and for the rest by a loan.',
];
const HEAD =
  '<h1>Kelm keeps its light</h1><script type="application/ld+json">{"@type":"NewsArticle","headline":"Kelm keeps its light","author":{"name":"Ada Marsh"}}</script>';

type Where = 'first' | 'middle' | 'last';

function pageWith(markup: string, where: Where): string {
  const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  paragraphs.splice({ first: 0, middle: 2, last: 4 }[where], 0, markup);
  return `<html><body>${HEAD}<div class="article-body">${paragraphs.join('')}</div></body></html>`;
}

const REMOVED: readonly (readonly [rule: string, where: Where, markup: string])[] = [
  ['headline', 'first', '<h2>Kelm keeps its light</h2>'],
  ['share line', 'middle', '<p>Share on Facebook Twitter Email</p>'],
  ['label', 'middle', '<p>Advertisement</p>'],
  ['label', 'middle', '<p>Story continues below</p>'],
  ['price', 'middle', '<p>$49.99</p>'],
  ['price', 'middle', '<p>Best Prices Today: $40 at Kelm Stores</p>'],
  ['tag line', 'last', '<p>Tags: harbour, light, Kelm</p>'],
  ['byline line', 'middle', '<p>Ada MarshMay 3, 2024</p>'],
  ['byline line', 'last', '<p>(Reporting by Ada Marsh; editing by Ben Tide.)</p>'],
  ['byline line', 'last', '<p>Ben Tide contributed reporting from Lindhaven.</p>'],
  ['call to action', 'last', '<p>Follow the Courier’s opinion section on Facebook and Instagram.</p>'],
  [
    'heading of a form',
    'middle',
    '<div><h3>The morning in Kelm</h3><p>Sign up for our letter from the harbour.</p><form><input type="email"></form></div>',
  ],
  ['heading of nothing', 'last', '<h2>Best Boats This Week</h2>'],
  [
    'picture series',
    'middle',
    '<h3>1/3 The quay</h3><p>The quay was built by the masons of the old guild.</p><h3>2/3 The lamp</h3><p>The lamp burns oil.</p><h3>3/3 The stair</h3><p>It has ninety steps.</p>',
  ],
  ['date line', 'first', '<p>Published May 3, 2024, at 9:15 a.m.</p>'],
  ['byline line', 'first', '<p>By Ada Marsh</p>'],
  ['byline line', 'first', '<p>Ada Marsh, Harbour Desk</p>'],
  ['see also', 'middle', '<p>Read more: <a href="/a">How the first lamp came to Kelm</a></p>'],
  ['credit line', 'middle', '<p>Photo: Ben Tide / Coast Agency</p>'],
  ['credit line', 'middle', '<p>The lighthouse in a storm last year. (AP Photo/Ben Tide)</p>'],
  ['newsletter plea', 'last', '<p>Follow us on Twitter for more from the coast.</p>'],
  ['cookie notice', 'first', '<p>We use cookies to give you the best experience.</p>'],
  ['ad block notice', 'first', '<p>Please disable your ad blocker to read on.</p>'],
  [
    'advertising note',
    'last',
    '<p>The newsroom of the Courier had no role in the creation of this text.</p>',
  ],
  ['donation plea', 'last', '<p>Support independent journalism with a gift.</p>'],
  ['donation plea', 'middle', '<p>The Courier is free. Please support our independent journalism.</p>'],
  ['translation note', 'last', '<p>This article was machine-translated from Danish.</p>'],
  ['editor line', 'last', '<p>Editor: Cy Orr</p>'],
  ['call to action', 'middle', '<p>Sign up for our letter from the harbour.</p>'],
  ['affiliate note', 'first', '<p>If you buy something through our links, we may earn a commission.</p>'],
  ['copyright', 'last', '<p>© 2024 The Kelm Courier. All rights reserved.</p>'],
  ['source line', 'last', '<p>Source: Harbour office of Kelm</p>'],
  ['address line', 'last', '<p>desk@courier.example</p>'],
  ['author note', 'last', '<p>Ada Marsh is a staff writer who covers the coast.</p>'],
  [
    'fact box',
    'middle',
    '<div>Height</div><div>31 metres</div><div>Built</div><div>1871</div><div>Rooms</div><div>4</div>',
  ],
  [
    'advice disclaimer',
    'last',
    '<p>This column is for informational purposes only and is no advice to sailors.</p>',
  ],
  ['after the article', 'last', '<h3>You may also like</h3><p>Another town</p><p>A third town</p>'],
  [
    'after the article',
    'last',
    '<h3>About Kelm Stone Works</h3><p>Kelm Stone Works is a maker of stones.</p>',
  ],
  ['linked line', 'middle', '<p><a href="/b">OTHER TOWN LOSES ITS LIGHT</a></p>'],
  [
    'linked heading',
    'middle',
    '<h4><a href="/c">Another headline of some other story today</a></h4><p>Short.</p>',
  ],
];

const KEPT: readonly (readonly [what: string, where: Where, markup: string])[] = [
  [
    'a sentence that is one link as a whole',
    'middle',
    '<p><a href="/k"><b>Kept alight it will be until the new tower stands, the mayor said.</b></a></p>',
  ],
  [
    'a dateline',
    'first',
    '<p>KELM, May 3 (Coast Agency) — Kept is the light, the council of the town says.</p>',
  ],
  [
    'a heading that links to itself',
    'middle',
    '<h2 id="k"><a href="#k">Kept by a vote of nine</a></h2><p>Short.</p>',
  ],
  [
    'a heading of a box with text',
    'middle',
    '<div><h3>Kept</h3><form><input></form><p>The keeper lives alone.</p></div>',
  ],
  ['a heading', 'middle', '<h2>Kept by a vote of nine to four</h2>'],
  [
    'a sentence that begins with By',
    'middle',
    '<p>By Friday, Kept plans were on every table in the town.</p>',
  ],
  ['a sentence about sharing', 'middle', '<p>The towns share the cost of the Kept light by treaty.</p>'],
  [
    'a linked heading over its paragraph',
    'middle',
    `<h3><a href="/k">Kept lamp of the year 1871</a></h3><p>${'It burns on as it always has. '.repeat(6)}</p>`,
  ],
  ['a sentence with a price', 'middle', '<p>The stones cost $49.99 each, and Kept they are.</p>'],
  ['short lines in a list', 'middle', '<ul><li>Kept lamp</li><li>Stair</li><li>Door</li><li>Bell</li></ul>'],
  [
    'a section called related in the middle of prose',
    'middle',
    '<p>Kept related costs are paid by the county, which owns the rocks on which the tower was built long ago.</p>',
  ],
];

describe('block rules', () => {
  it.each(REMOVED)('%s takes out, %s in the article: %s', (rule, where, markup) => {
    const page = extractHtml(pageWith(markup, where));
    expect(page.removed.map((one) => one.rule)).toContain(rule);
    for (const paragraph of PARAGRAPHS) expect(page.text).toContain(paragraph);
    expect(page.text.replace('Short.', '').trim().split(/\n\n+/)).toEqual(
      rule === 'linked heading' ? expect.arrayContaining(PARAGRAPHS) : PARAGRAPHS,
    );
  });

  it.each(KEPT)('leave %s', (_what, where, markup) => {
    expect(extractHtml(pageWith(markup, where)).text).toContain('Kept');
  });

  it('each has a case here', () => {
    const shown = new Set(REMOVED.map(([rule]) => rule));
    expect(BLOCK_RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});
