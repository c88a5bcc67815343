import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readWord } from './read-word.ts';

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const STYLES =
  '<?xml version="1.0"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style></w:styles>';

const paragraph = (text: string, style?: string) =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

function docx(body: string, more: Zippable = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(document),
    'word/styles.xml': strToU8(STYLES),
    ...more,
  });
}

const core = (title: string, creator: string) =>
  strToU8(
    `<?xml version="1.0"?><cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator><dcterms:created>2020-01-02T03:04:05Z</dcterms:created></cp:coreProperties>`,
  );

/** A file with a part of 1 MB, of which it says that it has another size. */
function withDeclaredSize(size: number): Uint8Array {
  const bytes = Buffer.from(docx(paragraph(FIRST), { 'word/bomb.xml': new Uint8Array(1024 * 1024) }));
  // In the central directory, the size stands 22 bytes before the name.
  bytes.writeUInt32LE(size, bytes.lastIndexOf('word/bomb.xml') - 22);
  return bytes;
}

const read = (bytes: Uint8Array) => readWord({ bytes, keyPath: 'a.docx' });

const FIRST = 'The council voted on Tuesday to keep the ferry running for one more year.';
const SECOND = 'Residents had asked for it &amp; signed a petition in the spring of last year.';

describe('reading a Word file', () => {
  test('paragraphs are the text, and the one in the style of a title is the title', async () => {
    const bytes = docx(
      paragraph('Ferry runs another year.', 'Title') + paragraph(FIRST) + paragraph('') + paragraph(SECOND),
    );
    expect((await read(bytes)).articles[0]).toMatchObject({
      title: 'Ferry runs another year.',
      text: `${FIRST}\n\n${SECOND.replace('&amp;', '&')}`,
    });
  });

  test('a row of a table is a line', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Cars')}${cell('120')}</w:tr><w:tr>${cell('Bikes')}${cell('80')}</w:tr></w:tbl>`;
    expect((await read(docx(paragraph(FIRST) + table))).articles[0]?.text).toBe(
      `${FIRST}\n\nCars 120\nBikes 80`,
    );
  });

  test('paragraphs in the style of a caption are out', async () => {
    const { articles, removals } = await read(
      docx(paragraph(FIRST) + paragraph('The ferry in May', 'Caption')),
    );
    expect(articles[0]?.text).toBe(FIRST);
    expect(removals).toEqual([{ rule: 'image-caption', text: 'The ferry in May' }]);
  });

  test('its properties give title and author where the text does not, and never the date', async () => {
    const bytes = docx(paragraph(FIRST), { 'docProps/core.xml': core('Ferry &amp; bridge', 'Ada Moss') });
    expect((await read(bytes)).articles[0]).toMatchObject({
      title: 'Ferry & bridge',
      authors: ['Ada Moss'],
      publishedAt: null,
    });
  });

  test('a title that is only a file name is none', async () => {
    const bytes = docx(paragraph(FIRST), { 'docProps/core.xml': core('ferry final 2.docx', 'admin') });
    expect((await read(bytes)).articles[0]).toMatchObject({ title: null, authors: [] });
  });
});

describe('a Word file that gives no article', () => {
  test('an archive that says that it inflates to too much', async () => {
    await expect(read(withDeclaredSize(200 * 1024 * 1024))).rejects.toThrow(/zip bomb/);
  });

  test('an archive that inflates to more than it says', async () => {
    await expect(read(withDeclaredSize(100))).rejects.toThrow(/damaged/);
  });

  test('another archive', async () => {
    await expect(read(zipSync({ 'a.txt': strToU8('a') }))).rejects.toThrow(/no Word file/);
  });

  test('an archive that was cut short', async () => {
    await expect(read(docx(paragraph(FIRST)).subarray(0, 400))).rejects.toThrow(/cut short/);
  });

  test('a document that is no XML', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8('<w:document><w:body>'),
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
  });

  test('a document without text', async () => {
    await expect(read(docx(paragraph('')))).rejects.toThrow(/no text/);
  });
});
