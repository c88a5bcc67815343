import { describe, expect, it } from 'vitest';
import { dateInFileName, dateInUrl, parseArticleDate } from './article-date.ts';

describe('parseArticleDate', () => {
  it.each([
    ['2024-05-03', '2024-05-03'],
    ['2024-05-03T23:30:00-05:00', '2024-05-03'],
    ['2024-05-03 08:00:00', '2024-05-03'],
    ['20240503', '2024-05-03'],
    ['May 3, 2024', '2024-05-03'],
    ['Published: Fri, 3 May 2024 09:15:00 GMT', '2024-05-03'],
    ['Sept. 9, 2023, at 1:08 p.m.', '2023-09-09'],
    ['3rd May 2024', '2024-05-03'],
    ['25/12/2023', '2023-12-25'],
    ['3. September 2024', '2024-09-03'],
    ['Mardi 3 décembre 2024 à 10h', '2024-12-03'],
    ['1er août 2024', '2024-08-01'],
    ['3 de setembro de 2024', '2024-09-03'],
    ['3 settembre 2024', '2024-09-03'],
    ['3 сентября 2024 г.', '2024-09-03'],
    ['2024年9月3日 13:00', '2024-09-03'],
    ['2024년 9월 3일', '2024-09-03'],
  ])('reads %s as the day written there', (text, day) => {
    expect(parseArticleDate(text)).toBe(day);
  });

  it.each([
    ['May 3', 'no year'],
    ['May 2024', 'no day'],
    ['yesterday', 'relative'],
    ['2024-02-31', 'no such day'],
    ['04/03/2024', 'April or March'],
    ['', 'empty'],
  ])('gives nothing for %s (%s)', (text) => {
    expect(parseArticleDate(text)).toBeNull();
  });
});

describe('dates in names', () => {
  it('reads the day in an address', () => {
    expect(dateInUrl('https://courier.example/2024/05/03/light-stays.html')).toBe('2024-05-03');
    expect(dateInUrl('https://courier.example/2024/may/03/light-stays')).toBe('2024-05-03');
  });

  it.each([
    '/english/2024-05/03/c_139340123.htm',
    '/n1/2024/0503/c90000-20164.html',
    '/202405/03/light.shtml',
    '/t20240503_60211.html',
    '/world/20240503/light',
  ])('reads the day as papers write it in %s', (path) => {
    expect(dateInUrl(`https://courier.example${path}`)).toBe('2024-05-03');
  });

  it('takes no part of a number for a day', () => {
    expect(dateInUrl('https://courier.example/story/t2024050399_1')).toBeNull();
  });

  it('takes no month alone, nor numbers of other meaning', () => {
    expect(dateInUrl('https://courier.example/2024/05/light-stays')).toBeNull();
    expect(dateInUrl('https://courier.example/2016/12/light-stays')).toBeNull();
    expect(dateInUrl('https://courier.example/2089096-light-stays')).toBeNull();
    expect(dateInUrl('https://courier.example/story/20991345678')).toBeNull();
  });

  it('reads the day in a file name', () => {
    expect(dateInFileName('2024-05-03-light.html')).toBe('2024-05-03');
    expect(dateInFileName('light_20240503.txt')).toBe('2024-05-03');
    expect(dateInFileName('light-2024.txt')).toBeNull();
  });
});
