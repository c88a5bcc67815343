import { describe, expect, it } from 'vitest';
import { isForeign } from './language-read.ts';

describe('a question in another language', () => {
  it.each([
    'Wann wurde die Bibliothek wieder geöffnet?',
    'In welchem Jahr sprach Mara Lund in Elsby?',
    'Was hat Mara Lund über die Brücke gesagt?',
    'Handel zwischen Norda und Velia 2023',
    'Quand la bibliothèque a-t-elle rouvert ?',
    'Qui dirige Voltra ?',
    "Qu'a dit Mara Lund sur le pont ?",
    '¿Qué dijo Mara Lund sobre el puente?',
    'Quando è stata riaperta la biblioteca?',
    'O que Mara Lund disse sobre a ponte?',
    'Hoe lang is de grens tussen Norda en Velia?',
    'När öppnades biblioteket igen?',
    'Kiedy Mara Lund spotkała się z Nilsem Ekiem?',
    'Köprü ne zaman açıldı?',
    'Cầu mở lại khi nào?',
    'Когда открылась библиотека?',
    '图书馆什么时候重新开放？',
    'Wann begann die Pipeline Power of Siberia?',
    'Wer leitet die Bank of the North?',
    'Wann öffnet The Harbour?',
    'Qui dirige Friends of Elsby ?',
    '¿Quién dirige Save the Children?',
    'Kiedy Mara Lund odwiedziła House of Lords?',
    'WANN WURDE DIE BRÜCKE WIEDER GEÖFFNET',
    'Voltra的负责人是谁？',
    '図書館はいつ開きましたか',
    'متى أعيد فتح المكتبة؟',
  ])('is told: %s', (question) => {
    expect(isForeign(question)).toBe(true);
  });

  it.each([
    'Mara Lund Elsby 2023',
    'Kim Jong Un',
    'Kim Jong Un Yang Jiechi meeting',
    'Kim visits Elsby?',
    'Wen met Mara Lund?',
    'Der Spiegel interview',
    'Rio de Janeiro summit',
    'Ursula von der Leyen',
    'Wat Arun height',
    'Que Sera Sera singer',
    'Ne Zha 2 box office',
    'São Paulo mayor',
    'Power of Siberia pipeline',
    'Chi and Lee in Elsby?',
    'Dan Brown and Kim Lee come to Elsby?',
    'Mara Lund on Bank of Norda and Que Sera Sera?',
    'In Which Year Did Mara Lund Open The Bridge?',
    'WHO LEADS THE BANK OF NORDA?',
    'What does 天然气 mean?',
    'Who said “Ich bin ein Berliner”?',
    'library',
    '',
  ])('is not seen in "%s"', (question) => {
    expect(isForeign(question)).toBe(false);
  });
});
