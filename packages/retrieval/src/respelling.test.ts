import { MADE_UP_MODEL, madeUpArticle, memoryIndex } from '@footnote/index/testing';
import { expect, it } from 'vitest';
import { contentTerms } from './query-terms.ts';
import { findRespellings, respelled } from './respelling.ts';

async function respellingsOf(query: string) {
  const engine = memoryIndex();
  const writer = await engine.openWriter({ model: MADE_UP_MODEL });
  const text =
    'Viktor Orlin spoke in Loburgstadt. The mayor and the major of Velia came. Mara Lavrenko left.';
  await writer.apply([{ kind: 'put', article: madeUpArticle('visit', text) }]);
  const reader = await engine.openReader();
  const terms = contentTerms(query);
  const found = await reader.withSearcher((searcher) => findRespellings(searcher, query, terms));
  return { found, words: respelled(terms, found).map(({ word }) => word) };
}

it.each([
  ['Who is Lavrenka?', 'Lavrenka', 'lavrenko'],
  ['who is lavrenka', 'lavrenka', 'lavrenko'],
  ['What was said in Oburgstadt?', 'Oburgstadt', 'loburgstadt'],
  ['Where does Orlim live?', 'Orlim', 'orlin'],
])('takes in "%s" the name for the one that is spelled like it', async (query, written, stem) => {
  const { found, words } = await respellingsOf(query);
  expect(found.map(({ start, end }) => query.slice(start, end))).toEqual([written]);
  expect(words).toContain(stem);
});

it.each([
  'Where does Orlin live?',
  'Where does Borlin live?',
  'where is the manor of velja',
  'Who is Lavrenka-Holm?',
  'GR4471',
])('leaves "%s" as it is', async (query) => {
  const { found, words } = await respellingsOf(query);
  expect(found).toEqual([]);
  expect(words).toEqual(contentTerms(query).map(({ word }) => word));
});
