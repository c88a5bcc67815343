import {
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFPage,
  StandardFonts,
  setCharacterSpacing,
} from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { readPdf } from './read-pdf.ts';

const LEFT = 60;
const RIGHT = 320;

interface Line {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

async function pdf(pages: readonly (readonly Line[])[], author?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font: PDFFont = await document.embedFont(StandardFonts.TimesRoman);
  if (author !== undefined) document.setAuthor(author);
  for (const lines of pages) {
    const page = document.addPage([600, 800]);
    for (const { text, x = LEFT, y, size = 11 } of lines) page.drawText(text, { x, y, size, font });
  }
  return document.save();
}

const read = async (bytes: Uint8Array) => readPdf({ bytes, keyPath: 'a.pdf' });
const article = async (bytes: Uint8Array) => (await read(bytes)).articles[0]!;

/** Lines below each other from `y` on. */
const block = (x: number, y: number, texts: readonly string[]) =>
  texts.map((text, at) => ({ text, x, y: y - at * 14 }));

describe('reading a PDF', () => {
  it('lines become paragraphs, and large letters the title', async () => {
    const bytes = await pdf([
      [
        { text: 'Ferry runs another', y: 740, size: 22 },
        { text: 'year, council says', y: 714, size: 22 },
        ...block(LEFT, 670, ['The council voted on Tuesday to keep the ferry', 'running for one more year.']),
        ...block(LEFT, 625, [
          'Residents had asked for it in a petition that',
          'four thousand people signed.',
        ]),
      ],
    ]);
    expect(await article(bytes)).toMatchObject({
      title: 'Ferry runs another year, council says',
      text: 'The council voted on Tuesday to keep the ferry running for one more year.\n\nResidents had asked for it in a petition that four thousand people signed.',
    });
  });

  it('two columns are read one after the other, below the headline across both', async () => {
    const bytes = await pdf([
      [
        { text: 'Ferry runs another year, the whole council says', y: 740, size: 22 },
        ...block(LEFT, 700, [
          'The first column begins here',
          'and it goes on for a while,',
          'with a third line, and then',
          'it goes',
        ]),
        ...block(RIGHT, 700, [
          'over to the second column,',
          'where the sentence ends. The',
          'last line of it is this one,',
          'and here is the end.',
        ]),
      ],
    ]);
    expect((await article(bytes)).text).toBe(
      'The first column begins here and it goes on for a while, with a third line, and then it goes over to the second column, where the sentence ends. The last line of it is this one, and here is the end.',
    );
  });

  it('words broken at the end of a line are whole again, and compounds keep their hyphen', async () => {
    const bytes = await pdf([
      block(LEFT, 700, [
        'The govern-',
        'ment runs a well-',
        'known ferry of the twenty-first-',
        'century kind, and the co-op pays. The co-',
        'op is old. Its short-',
        'comings are known.',
      ]),
    ]);
    expect((await article(bytes)).text).toBe(
      'The government runs a well-known ferry of the twenty-first-century kind, and the co-op pays. The co-op is old. Its shortcomings are known.',
    );
  });

  it('a hyphen after one letter, a stop or a figure belongs', async () => {
    const bytes = await pdf([
      block(LEFT, 700, [
        'The mayor sent an e-',
        'mail on the U.S.-',
        'China talks of 2019-',
        '2024 and on the COVID-',
        '19 rules for the ferry in the harbour.',
      ]),
    ]);
    expect((await article(bytes)).text).toBe(
      'The mayor sent an e-mail on the U.S.-China talks of 2019-2024 and on the COVID-19 rules for the ferry in the harbour.',
    );
  });

  it('running heads and page numbers are out, and a paragraph goes on over the page', async () => {
    const head = { text: 'THE HARBOUR POST 12 May', y: 780, size: 9 };
    const bytes = await pdf([
      [
        head,
        ...block(LEFT, 740, [
          'The council voted on Tuesday to keep the ferry',
          'running, which was built in',
        ]),
        { text: '1', x: 300, y: 20 },
      ],
      [
        head,
        ...block(LEFT, 740, ['the old yard. It carries cars.', 'That will not change soon.']),
        { text: 'Page 2 of 2', x: 280, y: 20 },
      ],
    ]);
    const { articles, removals } = await read(bytes);
    expect(articles[0]?.text).toBe(
      'The council voted on Tuesday to keep the ferry running, which was built in the old yard. It carries cars. That will not change soon.',
    );
    expect(removals.map(({ rule }) => rule).sort()).toEqual([
      'page-number',
      'page-number',
      'running-head',
      'running-head',
    ]);
  });

  it('the file names its author; its own date is not the article’s', async () => {
    const bytes = await pdf([block(LEFT, 700, ['The council voted on Tuesday to keep it.'])], 'Ada Moss');
    expect(await article(bytes)).toMatchObject({ authors: ['Ada Moss'], publishedAt: null });
  });
});

describe('reading a page that is set otherwise', () => {
  /** One page on which `draw` draws. */
  const drawn = async (draw: (page: PDFPage, font: PDFFont) => void): Promise<Uint8Array> => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    draw(document.addPage([600, 800]), font);
    return document.save();
  };
  const paragraph = [
    'The council voted on Tuesday to keep the ferry',
    'running for one more year at the old quay, and',
    'to build another on the other bank of the river.',
  ];

  it('words set with space between their letters are words again', async () => {
    const bytes = await drawn((page, font) => {
      page.pushOperators(setCharacterSpacing(2.4));
      page.drawText('Harbour ferry keeps running', { x: LEFT, y: 740, size: 22, font });
      page.pushOperators(setCharacterSpacing(0));
      page.drawText('N E W S  O F  T H E  D A Y', { x: LEFT, y: 700, size: 11, font });
      for (const line of block(LEFT, 660, paragraph)) page.drawText(line.text, { ...line, size: 11, font });
    });
    expect(await article(bytes)).toMatchObject({
      title: 'Harbour ferry keeps running',
      text: `NEWS OF THE DAY\n\n${paragraph.join(' ')}`,
    });
  });

  it('a drop cap that is a word of its own stays one', async () => {
    const bytes = await drawn((page, font) => {
      page.drawText('A', { x: LEFT, y: 646, size: 40, font });
      page.drawText('council voted on Tuesday to keep the old ferry', { x: 92, y: 674, size: 11, font });
      page.drawText('running for one more year at the northern quay.', { x: 92, y: 660, size: 11, font });
      page.drawText('It is the last of its kind.', { x: LEFT, y: 646, size: 11, font });
    });
    expect((await article(bytes)).text).toBe(
      'A council voted on Tuesday to keep the old ferry running for one more year at the northern quay. It is the last of its kind.',
    );
  });

  it('a longer text that stands across the page follows it', async () => {
    const aside =
      'The ferry was built in the yard of Sell before the war and has carried two million people since. '.repeat(
        3,
      );
    const bytes = await drawn((page, font) => {
      const lines = Array.from({ length: 20 }, (_, at) => `${paragraph[0]} for the ${at + 1}th year.`);
      for (const line of block(LEFT, 760, lines)) page.drawText(line.text, { ...line, size: 11, font });
      page.drawText(aside, { x: 580, y: 10, size: 6, font, rotate: degrees(90) });
    });
    const { articles, removals } = await read(bytes);
    expect(articles[0]!.text.endsWith(aside.trim())).toBe(true);
    expect(removals).toEqual([]);
  });
});

describe('a PDF that gives no article', () => {
  it('pages without text', async () => {
    await expect(read(await pdf([[]]))).rejects.toThrow(/pictures of pages/);
  });

  it('a file that was cut short', async () => {
    const bytes = await pdf([block(LEFT, 700, ['The council voted on Tuesday.'])]);
    await expect(read(bytes.subarray(0, bytes.length / 2))).rejects.toThrow(/cut short/);
  });

  it('a file that is no PDF behind its first bytes', async () => {
    await expect(read(Buffer.from('%PDF-1.7\nnothing\n%%EOF'))).rejects.toThrow(/damaged/);
  });

  it('a file with a password', async () => {
    const encrypt = `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`;
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', encrypt];
    let file = '%PDF-1.4\n';
    const offsets = objects.map((object, at) => {
      const offset = file.length;
      file += `${at + 1} 0 obj\n${object}\nendobj\n`;
      return offset;
    });
    const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const start = file.length;
    file += `xref\n0 4\n0000000000 65535 f \n${table}`;
    file += `trailer\n<< /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<00><00>] >>\nstartxref\n${start}\n%%EOF`;
    await expect(read(Buffer.from(file, 'latin1'))).rejects.toThrow(/password/);
  });
});
