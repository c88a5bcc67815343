import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  articleKeyOf,
  decodeNodeId,
  decodePassagePlace,
  encodeNodeId,
  encodePassagePlace,
} from './node-id.ts';

const key = fc.string({ unit: 'grapheme' });

it('gives back the type and the key that an id was made of', () => {
  fc.assert(
    fc.property(fc.constantFrom('Article', 'Passage'), key, (typename, id) => {
      expect(decodeNodeId(encodeNodeId(typename, id))).toEqual({ typename, id });
    }),
  );
});

it('gives back the article and the start that the id of a passage was made of', () => {
  fc.assert(
    fc.property(key, fc.nat(), (articleKey, start) => {
      expect(decodePassagePlace(encodePassagePlace(articleKey, start))).toEqual({ articleKey, start });
    }),
  );
});

it('takes nothing for an id that it did not give', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const known = ['Article', 'Passage'].some((type) =>
        text.startsWith(encodeNodeId(type, '').slice(0, 9)),
      );
      fc.pre(!known);
      expect(() => decodeNodeId(text)).toThrow('not an id that this API gave');
    }),
  );
});

it('does not take an id spelled in another way', () => {
  expect(() => decodeNodeId(`${encodeNodeId('Article', 'a')}=`)).toThrow('not an id that this API gave');
});

it('does not take the id of a passage for that of an article', () => {
  expect(() => articleKeyOf(encodeNodeId('Passage', '0:a'))).toThrow('of type Passage');
});
