import { describe, expect, it } from 'vitest';
import { type PublicationFacts, readHeaderField, readPublicationLine } from './publication-line.ts';

const publishedAt = '2022-06-10';

describe('a line of publication in another language than English', () => {
  it.each<[string, PublicationFacts]>([
    ['10 июня 2022 года, «Амурские вести»', { publishedAt, source: 'Амурские вести' }],
    ['«Амурские вести» 10 июня 2022 г.', { publishedAt, source: 'Амурские вести' }],
    ['Источник: Амурские вести, 10 июня 2022', { publishedAt, source: 'Амурские вести' }],
    ['Опубликовано: 10 июня 2022 года, 10:30', { publishedAt }],
    ['Автор: Иван Петров, 10 июня 2022', { publishedAt, authors: ['Иван Петров'] }],
    [
      'Лужский, пятница, 10 июня 2022 года. Авторы: Иван Петров и Анна Сидорова',
      { publishedAt, authors: ['Иван Петров', 'Анна Сидорова'] },
    ],
    [
      'Автор: Іван Петренко, 10 червня 2022 року, «Портові вісті»',
      { publishedAt, authors: ['Іван Петренко'], source: 'Портові вісті' },
    ],
    ['Von Ada Moss, 10. Juni 2022', { publishedAt, authors: ['Ada Moss'] }],
    ['Autorin: Ada Moss, Freitag, 10. Juni 2022, 10:30 Uhr', { publishedAt, authors: ['Ada Moss'] }],
    ['Veröffentlicht am 10. Juni 2022, „Hafenpost“', { publishedAt, source: 'Hafenpost' }],
    ['2022年6月10日 黑河日报 记者 李晓明', { publishedAt, source: '黑河日报', authors: ['李晓明'] }],
    ['本报记者 李晓明 2022年6月10日', { publishedAt, authors: ['李晓明'] }],
    ['本报记者李晓明 2022年6月10日 星期五', { publishedAt, authors: ['李晓明'] }],
    ['来源：黑河日报 2022年6月10日', { publishedAt, source: '黑河日报' }],
    [
      '发布时间：2022-06-10 10:30 来源：黑河日报 作者：李晓明',
      { publishedAt, source: '黑河日报', authors: ['李晓明'] },
    ],
    [
      '《黑河日报》2022年6月10日（本报记者 李晓明、王博）',
      { publishedAt, source: '黑河日报', authors: ['李晓明', '王博'] },
    ],
    ['2022年6月10日（金）『港新聞』記者 山田太郎', { publishedAt, source: '港新聞', authors: ['山田太郎'] }],
    ['港新聞 2022年6月10日 10時30分', { publishedAt, source: '港新聞' }],
  ])('is read: %s', (line, facts) => {
    expect(readHeaderField(line) ?? readPublicationLine(line)).toEqual(facts);
  });

  it.each([
    '10 июня 2022 года паром вышел в последний рейс',
    '10 июня 2022 года «Амур» выиграл матч',
    'Паром покрасил 10 июня 2022 года автор Иван Петров',
    '«Мы не сдадимся!», 10 июня 2022 года',
    'Известный автор Иван Петров',
    '«Амурские вести»',
    'Am 10. Juni 2022 fuhr die Fähre zum letzten Mal',
    'Von Montag, 10. Juni 2022, an fährt die Fähre',
    '2022年6月10日 渡轮停运',
    '2022年6月10日，他告诉新华社',
    '2022年6月10日 黑河日报 报道了渡轮停运',
    '2022年6月10日记者了解到渡轮停运',
    '记者 发现渡轮已经停运',
    '2022年6月10日、港の渡し船が止まった',
  ])('is none: %s', (line) => {
    expect(readHeaderField(line) ?? readPublicationLine(line)).toBeNull();
  });
});

describe('a field of a header', () => {
  it.each<[string, PublicationFacts]>([
    ['Автор: Иван Петров', { authors: ['Иван Петров'] }],
    ['Дата публикации: 10 июня 2022 года', { publishedAt }],
    ['来源：黑河日报', { source: '黑河日报' }],
    ['Quelle: Hafenpost', { source: 'Hafenpost' }],
    ['Source: https://harbour.example/a', { source: 'https://harbour.example/a' }],
  ])('is read: %s', (line, facts) => {
    expect(readHeaderField(line)).toEqual(facts);
  });

  it('leaves a line that says more than its label to be read whole', () => {
    expect(readHeaderField('Author: Ada Moss, 10 June 2022')).toBeNull();
    expect(readPublicationLine('Author: Ada Moss, 10 June 2022')).toEqual({
      publishedAt,
      authors: ['Ada Moss'],
    });
  });
});
