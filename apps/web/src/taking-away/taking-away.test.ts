import { describe, expect, it } from 'vitest';
import { answer, citation } from '../answer/answer-fixtures.ts';
import { newTurn, type Turn } from '../conversation/conversation.ts';
import { refused } from '../conversation/turn-fixtures.ts';
import type { Answer, Citation } from '../graphql/ask-fields.ts';
import { answerMarkdown, conversationMarkdown } from './markdown.ts';
import { answerHtml } from './rich-text.ts';

const ORIGIN = 'http://127.0.0.1:3000';

const titled: Citation = { ...citation, article: { ...citation.article, title: 'A *bridge* <opens>' } };
const titledAnswer: Answer = { ...answer, citations: [titled] };

describe('answerMarkdown', () => {
  it('has each quote with a footnote that links to its marked place', () => {
    expect(answerMarkdown(titledAnswer, ORIGIN)).toBe(
      String.raw`> “The bridge opened in June.”[^1]

[^1]: [A \*bridge\* \<opens\>](http://127.0.0.1:3000/article/news/bridge%20%232.md?start=40&end=66&answerStart=58&answerEnd=65), The Gazette, 10 June 2022
`,
    );
  });
});

it.each([
  ['Markdown', answerMarkdown],
  ['rich text', answerHtml],
])('an answer as %s says where articles differ, and what they do not say', (_, write) => {
  const disagreements = [{ on: 'When', citationNumbers: [1, 2] }];
  const text = write({ ...answer, disagreements, unanswered: ['Who paid?'] }, ORIGIN);
  expect(text).toContain('Articles differ: When');
  expect(text).toContain('The articles do not say: “Who paid?”');
});

describe('conversationMarkdown', () => {
  const answered: Turn = { ...newTurn('When?'), outcome: { kind: 'result', result: answer } };

  it('numbers the footnotes of all its answers on', () => {
    const markdown = conversationMarkdown('Bridges', [answered, { ...answered, id: '2' }], ORIGIN);
    expect(markdown.match(/\[\^\d\]:/g)).toEqual(['[^1]:', '[^2]:']);
  });

  it('says of each turn what came of it', () => {
    const turns = [answered, { ...newTurn('Who?'), outcome: refused }, newTurn('Where?')];
    const markdown = conversationMarkdown('Bridges', turns, ORIGIN);
    expect(markdown).toMatch(/^# Bridges\n\n## When\?\n\nSure answer:/);
    expect(markdown).toContain('## Who?');
    expect(markdown).toContain('No answer in these articles.');
    expect(markdown).toContain('## Where?\n\nNot answered.');
  });
});

describe('answerHtml', () => {
  it('shows what comes from articles as text', () => {
    const html = answerHtml(titledAnswer, ORIGIN);
    expect(html).toContain('A *bridge* &lt;opens&gt;</a>');
    expect(html).toContain(
      'href="http://127.0.0.1:3000/article/news/bridge%20%232.md?start=40&amp;end=66&amp;answerStart=58&amp;answerEnd=65"',
    );
  });
});
