import { describe, expect, it } from 'vitest';
import { extractHtml } from '../extract-html.ts';
import { ELEMENT_RULES } from './element-rules.ts';

const PARAGRAPHS = [
  'The harbour town of Kelm will rebuild its old lighthouse, the council decided on Tuesday after a debate of four hours.',
  'Work begins in March and is to take two years, the mayor said, adding that the lamp itself would stay as it is.',
  'Fishermen had asked for the light to be kept, since the newer beacon cannot be seen from the eastern channel.',
];

/** A page whose article has the markup between its second and third paragraph. */
function pageWith(markup: string): string {
  const [first, second, third] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  return `<html><body><h1>Kelm keeps its light</h1><article>${first}${second}${markup}${third}</article></body></html>`;
}

const REMOVED: readonly (readonly [rule: string, markup: string])[] = [
  ['hidden', '<div style="display: none">Junk out of sight</div>'],
  ['hidden', '<p class="visually-hidden">Junk for no eyes</p>'],
  ['ruby reading', '<ruby><rt>Junk reading</rt></ruby>'],
  ['navigation', '<nav>Junk home sport weather</nav>'],
  ['navigation', '<div class="site-breadcrumbs">Junk trail</div>'],
  ['aside', '<aside>Junk beside the story</aside>'],
  ['form', '<form><label>Junk search</label><button>Go</button></form>'],
  ['share bar', '<ul class="article-share-buttons"><li>Junk network</li></ul>'],
  ['related', '<div class="related-articles"><p>Junk of another story.</p></div>'],
  ['related', '<div class="box-teaser"><a href="/a">Junk headline of another story</a></div>'],
  ['advertising', '<div class="ad-slot">Junk offer</div>'],
  ['newsletter', '<div class="newsletterSignup"><p>Junk in your inbox every day.</p></div>'],
  ['comments', '<section id="comments"><p>Junk said a reader.</p></section>'],
  ['microdata', '<div itemprop="datePublished">Junk 2024</div>'],
  ['caption', '<div><figcaption>Junk below a picture</figcaption></div>'],
  ['caption', '<p class="photo-credit">Junk agency</p>'],
  ['byline', '<div class="author-bio"><p>Junk writes about towns.</p></div>'],
  ['tags', '<ul class="tag-list"><li>Junk subject</li></ul>'],
  ['player', '<div class="video-player">Junk of two minutes</div>'],
  ['widget', '<div class="opinion-poll">Junk question</div>'],
  [
    'embedded post',
    '<blockquote class="twitter-tweet"><p>Junk opinion</p>— A. Person (@aperson) May 3, 2024</blockquote>',
  ],
  ['figure', '<figure><h3>Junk in a chart</h3><div>Junk bar</div></figure>'],
  ['dialog', '<div class="modal-window"><p>Junk window about an account</p></div>'],
  [
    'teaser card',
    '<div class="display-card-content"><h5><a href="/b">Junk headline of a story</a></h5><span>Junk excerpt</span></div>',
  ],
  ['link list', '<ul><li><a href="/c">Junk link one</a></li><li><a href="/d">Junk link two</a></li></ul>'],
  ['caption', '<div class="picture-box"><div><img src="b.jpg"></div><div>Junk by the picture</div></div>'],
];

const KEPT: readonly (readonly [what: string, markup: string])[] = [
  [
    'what only its overflow hides',
    '<div class="overflow-hidden"><p>Kept words of the mayor on the matter.</p></div>',
  ],
  [
    'what only narrow screens hide',
    '<div class="hidden md:block"><p>Kept words of the mayor on the matter.</p></div>',
  ],
  ['a table', '<table><tr><td>Height</td><td>Kept 31 metres</td></tr></table>'],
  ['a list of the article', '<ul><li>Kept stones of the old wall</li><li>Kept lamp of 1871</li></ul>'],
  ['a quotation', '<blockquote><p>Kept words of the mayor</p></blockquote>'],
  [
    'a quotation in a box called social',
    '<div class="social-embed"><blockquote>Kept words</blockquote></div>',
  ],
  ['a figure that holds a table', '<figure><table><tr><td>Kept figure 31</td></tr></table></figure>'],
  ['a heading with a contents anchor', '<h2 class="toc">Kept heading</h2>'],
  ['a paragraph with a link', '<p>Kept: the <a href="/plan">plan</a> was shown in the town hall before.</p>'],
];

describe('element rules', () => {
  it.each(REMOVED)('%s takes out %s', (rule, markup) => {
    const page = extractHtml(pageWith(markup));
    expect(page.text).toBe(PARAGRAPHS.join('\n\n'));
    expect(page.removed.filter(({ text }) => text.includes('Junk')).map((one) => one.rule)).toContain(rule);
  });

  it.each(KEPT)('leave %s', (_what, markup) => {
    const { text } = extractHtml(pageWith(markup));
    expect(text).toContain('Kept');
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
  });

  it('each has a case here', () => {
    const shown = new Set(REMOVED.map(([rule]) => rule));
    expect(ELEMENT_RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  it('spare the element that holds the article, whatever its class says', () => {
    const html = `<html><body><h1>Kelm keeps its light</h1><div class="story-ads"><p>${PARAGRAPHS.join('</p><p>')}</p></div></body></html>`;
    expect(extractHtml(html).text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it('carry a sentence on after a hidden word in it', () => {
    const html = pageWith(
      '<p>Kept: the mayor<span class="sr-only">opens in a new window</span> said so twice.</p>',
    );
    expect(extractHtml(html).text).toContain('Kept: the mayor said so twice.');
  });
});
