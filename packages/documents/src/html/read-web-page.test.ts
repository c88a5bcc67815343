import { expect, it } from 'vitest';
import { readWebPage } from './read-web-page.ts';

/** "Привет" and so on in windows-1251: Russian letters stand in order there. */
const bytesOf = (html: string) =>
  Uint8Array.from(html, (character) => {
    const code = character.codePointAt(0)!;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

it('an encoding that a page declares only after its scripts is honoured', () => {
  const script = `<script>/* ${'x'.repeat(20_000)} */</script>`;
  const sentence = 'Дом на горе у моря, он стар.';
  const page = `<html><head>${script}<meta charset="windows-1251"></head><body><article><p>${`${sentence} `.repeat(9)}</p></article></body></html>`;
  expect(readWebPage({ bytes: bytesOf(page), keyPath: 'a.html' }).articles[0]?.text).toContain(sentence);
});
