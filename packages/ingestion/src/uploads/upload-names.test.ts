import { posix, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkUploadNames } from './upload-names.ts';

const refused = (...names: string[]) =>
  expect(() => checkUploadNames(names), JSON.stringify(names)).toThrow(
    expect.objectContaining({ code: 'INVALID_FILE_NAME' }),
  );

describe('a name of an uploaded file', () => {
  it.each([
    'summit.md',
    '2024/05/summit.html',
    'Café — “Ends” & more (2).txt',
    '普京访华：会谈？.txt',
    'Half ½.txt',
    'Wait….txt',
    'console.txt',
  ])('may be %j', (name) => {
    expect(checkUploadNames([name])).toEqual([name]);
  });

  it('is kept in composed form', () => {
    expect(checkUploadNames(['Cafe\u0301.txt'])).toEqual(['Café.txt']);
  });

  it('is measured in the form that it is kept in', () => {
    // QA of Devanagari: 3 bytes as it comes, 6 as it is kept.
    expect(checkUploadNames([`${'\u0958'.repeat(41)}.txt`])).toEqual([`${'\u0915\u093c'.repeat(41)}.txt`]);
    refused(`${'\u0958'.repeat(43)}.txt`);
  });

  it.each([
    ['leads out', ['../a.txt', '..', 'a/../../b.txt', './a.txt', 'a/./b.txt', '..\\a.txt', 'a\\b.txt']],
    ['is absolute', ['/etc/passwd.txt', '//host/a.txt', 'C:/a.txt', 'C:a.txt', '\\\\host\\a.txt']],
    ['has a part that is blank', ['', ' ', 'a//b.txt', 'a/', 'a/ /b.txt']],
    [
      'holds what is not seen',
      ['a\0.txt', 'a\n.txt', 'a\u007f.txt', 'a\u202etxt.md', 'a\u200b.txt', 'a\ud800.txt'],
    ],
    [
      'looks like a path to another system',
      ['\uff0e\uff0e/a.txt', '\u2025/a.txt', 'a\uff0fb.txt', 'a\u2215b.txt', 'a\uff3cb.txt'],
    ],
    [
      'is reserved',
      [
        'CON',
        'nul.txt',
        'a/com1.md',
        'LPT9.html',
        'com¹.txt',
        'a.txt.',
        'a.txt ',
        ' a.txt',
        'a:b.txt',
        'a?.txt',
      ],
    ],
    ['is hidden', ['.a.txt', '.pending/a.txt', 'a/.footnoteignore']],
    [
      'is too long',
      [
        `${'a'.repeat(256)}.txt`,
        `${'é'.repeat(130)}.txt`,
        `${'a/'.repeat(600)}b.txt`,
        `${'a/'.repeat(16)}b.txt`,
      ],
    ],
  ])('is refused when it %s', (_why, names) => {
    for (const name of names) refused(name);
  });

  it('is refused beside one that differs by case or form alone, or that stands in its way', () => {
    refused('a.txt', 'a.txt');
    refused('A.txt', 'a.txt');
    refused('Caf\u00e9.txt', 'Cafe\u0301.txt');
    refused('a.txt', 'a.txt/b.txt');
    refused('News/a.txt', 'news/b.txt');
    expect(checkUploadNames(['news/a.txt', 'news/b.txt', 'a.txt'])).toHaveLength(3);
  });

  it('never leads out of its folder, on any system', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', 'a', 'C:', '\\', '\uff0e\uff0e', ' '),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        let names: string[];
        try {
          names = checkUploadNames([parts.join('/')]);
        } catch {
          return;
        }
        const [name] = names as [string];
        expect(posix.join('/folder', name).startsWith('/folder/')).toBe(true);
        expect(win32.join('C:\\folder', name).startsWith('C:\\folder\\')).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
