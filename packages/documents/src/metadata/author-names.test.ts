import { describe, expect, it } from 'vitest';
import { isByline, parseAuthorNames } from './author-names.ts';

describe('parseAuthorNames', () => {
  it.each([
    ['By Ada Marsh', ['Ada Marsh']],
    ['By Ada Marsh and Ben Tide, The Kelm Courier', ['Ada Marsh', 'Ben Tide']],
    ['Ada Marsh | Coast Media for kelm.com', ['Ada Marsh']],
    ['Ada Marsh, courier.com', ['Ada Marsh']],
    ['Ada Marsh May 3, 2024 at 3:15 pm', ['Ada Marsh']],
    ['Ada Marsh, May 3, 2024', ['Ada Marsh']],
    ['Carl Reef, Jr.', ['Carl Reef, Jr.']],
    ['Dora L. Sand', ['Dora L. Sand']],
    ['Ludwig van der Deich', ['Ludwig van der Deich']],
    [', The Kelm Courier News', []],
    ['Staff Writer', []],
    ['von Redaktion', []],
    ['Kelm-Online-Experte Carl Reef', ['Carl Reef']],
    ['Log in', []],
    ['作者：', []],
    ['Dora Sand, MA', ['Dora Sand, MA']],
    ['Friday Facts #282', []],
    ['https://www.facebook.com/kelmcourier', []],
    ['Ada Moss, Bo Lind & Cy van der Orr', ['Ada Moss', 'Bo Lind', 'Cy van der Orr']],
    ['Ada Moss; Bo Lind', ['Ada Moss', 'Bo Lind']],
    ['Ada Moss, Bo Lind, and Cy Orr', ['Ada Moss', 'Bo Lind', 'Cy Orr']],
    ['Ada Moss and Ada Moss', ['Ada Moss']],
    ['Doe, John', ['Doe, John']],
    ['Deich, Michiel van', ['Deich, Michiel van']],
    ['Martin Moss Jr.', ['Martin Moss Jr.']],
    ['By Nora Feld and Tom Reyes in Lindhaven', ['Nora Feld', 'Tom Reyes']],
    ['By Nora Feld, chief reporter', ['Nora Feld']],
    ['By Nora Feld, Senior Correspondent', ['Nora Feld']],
    ['By staff writer Nora Feld', ['Nora Feld']],
    ['by Xinhua writers Li Na and Wu Bo', ['Li Na', 'Wu Bo']],
    ['By Nora Feld (Reuters)', ['Nora Feld']],
    ['By Nora Feld, Reuters', ['Nora Feld']],
    ['By Nora Feld / AFP', ['Nora Feld']],
    ['By Nora Feld, New York', ['Nora Feld']],
    ['By Nora Feld and Tom Reyes, Port Alder', ['Nora Feld', 'Tom Reyes']],
    ['By Nora Feld of The Courier', ['Nora Feld']],
    ['By Nora Feld with Tom Reyes', ['Nora Feld', 'Tom Reyes']],
    ['Nora Feld (avec Tom Reyes et Ada Moss)', ['Nora Feld', 'Tom Reyes', 'Ada Moss']],
    ['By Nora Feld, with additional reporting by Tom Reyes', ['Nora Feld']],
    ['Written by Nora Feld Edited by Tom Reyes', ['Nora Feld']],
    ['BY NORA FELD AND TOM O’REYES', ['Nora Feld', 'Tom O’Reyes']],
    ['By Zoe\u0301 Mu\u0308ller', ['Zoé Müller']],
    ['By Emily Post and Ada Guest', ['Emily Post', 'Ada Guest']],
    ['By Washington Post', []],
    ['Von Ada Marsh', ['Ada Marsh']],
    ['Von Marsh', ['Von Marsh']],
    ['Por Ana Souza', ['Ana Souza']],
    ['Par Zoé Müller et Luc Roy', ['Zoé Müller', 'Luc Roy']],
    ['Автор: Анна Морская', ['Анна Морская']],
    ['作者：李娜', ['李娜']],
    ['本报记者 李娜 王博', ['李娜', '王博']],
    ['Text: Ada Marsh', ['Ada Marsh']],
    ['Por: Ana Souza', ['Ana Souza']],
    ['By Dr. Nora Feld', ['Nora Feld']],
    ['By Nora Feld in Port Alder and Tom Reyes in Kelm', ['Nora Feld', 'Tom Reyes']],
    ['By Nora Feld; edited by Tom Reyes', ['Nora Feld']],
    ['By', []],
    ['By:', []],
    ['YouTube', []],
    ['People', []],
    ['Ministry of Trade and Industry', ['Ministry of Trade and Industry']],
    ['By The Associated Press', ['The Associated Press']],
    ['Nora Feld (https://feld.example/)', ['Nora Feld']],
    ['https://social.example/NoraFeldWriter', []],
    ['Artikel von Nora Feld', ['Nora Feld']],
    ['Alle Beiträge von Nora Feld', ['Nora Feld']],
    ['Escrito por Nora Feld', ['Nora Feld']],
    ['Interview: Nora Feld', ['Nora Feld']],
    ['Redakteurin Nora Feld', ['Nora Feld']],
    ['Nora Feld Foto: Tom Reyes', ['Nora Feld']],
    ['More stories by', []],
    ['Por', []],
    ['Posted', []],
    ['Donnerstag', []],
    ['退出', []],
  ])('reads %s', (statement, names) => {
    expect(parseAuthorNames(statement)).toEqual(names);
  });

  it('takes the publisher for no person', () => {
    expect(parseAuthorNames('Kelm Courier', { notNames: ['Kelm Courier'] })).toEqual([]);
  });
});

describe('isByline', () => {
  it.each([
    'By Nora Feld',
    'By Nora Feld and Tom Reyes in Lindhaven',
    'BY NORA FELD, STAFF WRITER',
    'By Zoe\u0301 Mu\u0308ller',
    'Von Ada Marsh',
  ])('is so for %s', (line) => {
    expect(isByline(line)).toBe(true);
  });

  it.each(['By Friday the town had no water', 'By the river.', 'By', 'Nora Feld', 'By order of the council'])(
    'is not so for %s',
    (line) => {
      expect(isByline(line)).toBe(false);
    },
  );
});
