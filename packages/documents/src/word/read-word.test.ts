import { readFile } from 'node:fs/promises';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
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
  it('paragraphs are the text, and the one in the style of a title is the title', async () => {
    const bytes = docx(
      paragraph('Ferry runs another year.', 'Title') + paragraph(FIRST) + paragraph('') + paragraph(SECOND),
    );
    expect((await read(bytes)).articles[0]).toMatchObject({
      title: 'Ferry runs another year.',
      text: `${FIRST}\n\n${SECOND.replace('&amp;', '&')}`,
    });
  });

  it('a row of a table is a line', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('Cars')}${cell('120')}</w:tr><w:tr>${cell('Bikes')}${cell('80')}</w:tr></w:tbl>`;
    expect((await read(docx(paragraph(FIRST) + table))).articles[0]?.text).toBe(
      `${FIRST}\n\nCars 120\nBikes 80`,
    );
  });

  it('paragraphs in the style of a caption are out', async () => {
    const { articles, removals } = await read(
      docx(paragraph(FIRST) + paragraph('The ferry in May', 'Caption')),
    );
    expect(articles[0]?.text).toBe(FIRST);
    expect(removals).toEqual([{ rule: 'image-caption', text: 'The ferry in May' }]);
  });

  it('its properties give title and author where the text does not, and never the date', async () => {
    const bytes = docx(paragraph(FIRST), { 'docProps/core.xml': core('Ferry &amp; bridge', 'Ada Moss') });
    expect((await read(bytes)).articles[0]).toMatchObject({
      title: 'Ferry & bridge',
      authors: ['Ada Moss'],
      publishedAt: null,
    });
  });

  it('a title that is only a file name is none', async () => {
    const bytes = docx(paragraph(FIRST), { 'docProps/core.xml': core('ferry final 2.docx', 'admin') });
    expect((await read(bytes)).articles[0]).toMatchObject({ title: null, authors: [] });
  });
});

describe('what Word keeps apart from plain runs', () => {
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const textBox = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  const textOf = async (body: string, more?: Zippable) => (await read(docx(body, more))).articles[0]?.text;
  const fixture = async (name: string) =>
    read(await readFile(new URL(`./fixtures/${name}.docx`, import.meta.url)));

  it('a text box follows the paragraph that it hangs on', async () => {
    const { articles, warnings } = await fixture('textbox-drawing');
    expect(articles[0]?.text.split('\n\n').slice(0, 2)).toEqual([
      'The port council of Lindhaven voted nine to four on Monday to close the old grain pier.',
      'The pier in figures: it was built in 1911 and is 212 metres long.',
    ]);
    expect(warnings).toEqual([]);
  });

  it('a text box that is there twice, for older programs too, is read once', async () => {
    const both = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>${textBox(SECOND)}</w:drawing></mc:Choice><mc:Fallback><w:pict>${textBox(SECOND)}</w:pict></mc:Fallback></mc:AlternateContent>`;
    const body = `<w:p>${run(FIRST)}<w:r>${both}</w:r></w:p>`;
    expect(await textOf(body)).toBe(`${FIRST}\n\n${SECOND.replace('&amp;', '&')}`);
  });

  it('the text of fields is read', async () => {
    const { text } = (await fixture('fields')).articles[0]!;
    expect(text).toContain('3 September 2024 is the day on which the divers begin');
    expect(text).toContain('The contract was signed by Petra Lund, the mayor.');
    expect(text).toContain('The sum is named in table 4 of the report.');
    expect(text).toContain('The report is at example.org/r for all to read.');
  });

  it('the part that holds the text may have any name', async () => {
    expect((await fixture('document2')).articles[0]?.text).toContain('Engineers found shipworm');
  });

  it('of ruby the base stays, of an equation its text, of moved text the new place', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('みなと')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>`;
    const equation =
      '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>2a = b</m:t></m:r></m:oMath>';
    const moved = `<w:moveFrom>${run('gone')}</w:moveFrom><w:moveTo>${run(' and stays.')}</w:moveTo>`;
    const body = `${paragraph(FIRST)}<w:p>${run('The word ')}${ruby}${run(' says that ')}${equation}${moved}</w:p>`;
    const { articles, warnings } = await read(docx(body));
    expect(articles[0]?.text).toBe(`${FIRST}\n\nThe word 港 says that 2a = b and stays.`);
    expect(warnings).toEqual([]);
  });

  it('hidden text is out, hidden by itself or by its style', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
    const body = `<w:p>${run(FIRST)}${run(' SECRET', '<w:vanish/>')}${run(' HIDDEN', '<w:rStyle w:val="Secret"/>')}${run(' Nobody left.', '<w:vanish w:val="0"/>')}</w:p>`;
    expect(await textOf(body, { 'word/styles.xml': strToU8(styles) })).toBe(`${FIRST} Nobody left.`);
  });

  it('words of the file that did not come out are warned of', async () => {
    const body = `${paragraph(FIRST)}<w:p>${run('The mayor ')}<w:unheardOf>${run('never signed')}</w:unheardOf>${run(' it.')}</w:p>`;
    expect((await read(docx(body))).warnings).toEqual([expect.stringMatching(/^2 words .*“never signed”/)]);
  });
});

describe('a Word file that gives no article', () => {
  it('an archive that says that it inflates to too much', async () => {
    await expect(read(withDeclaredSize(200 * 1024 * 1024))).rejects.toThrow(/zip bomb/);
  });

  it('an archive that inflates to more than it says', async () => {
    await expect(read(withDeclaredSize(100))).rejects.toThrow(/damaged/);
  });

  it('another archive', async () => {
    await expect(read(zipSync({ 'a.txt': strToU8('a') }))).rejects.toThrow(/no Word file/);
  });

  it('an archive that was cut short', async () => {
    await expect(read(docx(paragraph(FIRST)).subarray(0, 400))).rejects.toThrow(/cut short/);
  });

  it('a document that is no XML', async () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8(TYPES),
      '_rels/.rels': strToU8(RELATIONS),
      'word/document.xml': strToU8('<w:document><w:body>'),
    });
    await expect(read(bytes)).rejects.toMatchObject({ code: 'UNREADABLE_DOCUMENT' });
  });

  it('a document without text', async () => {
    await expect(read(docx(paragraph('')))).rejects.toThrow(/no text/);
  });
});
