import { expect, it } from 'vitest';
import { parseComparedSettings } from './compared-settings.ts';

it('reads several settings, whose values may hold an equals sign', () => {
  expect(parseComparedSettings('reader=off,threshold=0.3,mode=lexical')).toMatchObject({
    reader: 'off',
    threshold: 0.3,
    mode: 'LEXICAL',
  });
  expect(parseComparedSettings('model=a=b').model).toBe('a=b');
});

it.each(['', 'reader', 'mode=words', 'threshold=2', 'speed=fast', 'toString=1'])('takes no "%s"', (text) => {
  expect(() => parseComparedSettings(text)).toThrow();
});
