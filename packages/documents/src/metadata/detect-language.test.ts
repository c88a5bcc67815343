import { expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

it.each([
  [
    'en',
    'The new bridge over the river opened on Monday after four years of work, the city said in a statement.',
  ],
  [
    'es',
    'El nuevo puente sobre el río se abrió el lunes después de cuatro años de obras, dijo el ayuntamiento en una nota.',
  ],
  [
    'fr',
    'Le nouveau pont sur le fleuve a été ouvert lundi après quatre ans de travaux, a annoncé la ville dans un communiqué.',
  ],
  [
    'de',
    'Die neue Brücke über den Fluss wurde am Montag nach vier Jahren Bauzeit eröffnet, wie die Stadt in einer Mitteilung sagte.',
  ],
  [
    'ru',
    'Новый мост через реку открылся в понедельник после четырёх лет строительства, сообщили в администрации города журналистам.',
  ],
])('tells %s', async (language, text) => {
  expect(await detectLanguage(text)).toBe(language);
});

it('does not guess at a short text or at figures', async () => {
  expect(await detectLanguage('Bridge opens')).toBeNull();
  expect(await detectLanguage('12.4 55.1 88.9 '.repeat(50))).toBeNull();
});
