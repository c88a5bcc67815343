import { DOMParser } from 'linkedom';

/** As much of the DOM as is needed here. */
interface XmlElement {
  readonly nodeName: string;
  readonly parentElement: XmlElement | null;
  readonly childNodes: readonly XmlElement[];
  textContent: string;
  getAttribute(name: string): string | null;
  getElementsByTagName(name: string): ArrayLike<XmlElement>;
  append(...nodes: XmlElement[]): void;
  after(...nodes: XmlElement[]): void;
  replaceWith(...nodes: XmlElement[]): void;
  remove(): void;
}

interface XmlDocument extends XmlElement {
  readonly documentElement: XmlElement;
  createElement(name: string): XmlElement;
  toString(): string;
}

/** What wraps runs and says nothing: fields, directions of writing, the frame of an equation. */
const WRAPPERS = ['w:fldSimple', 'w:bdo', 'w:dir', 'm:oMathPara'];

/** What was taken out of the text, with the changes kept on record. */
const TAKEN_OUT = /^w:(?:del|moveFrom)$/u;

/** The main part of a Word file, in the form of which mammoth reads every word. */
export interface MainPart {
  readonly xml: string;
  /** The text of each paragraph as its runs have it. */
  readonly paragraphs: readonly string[];
}

/**
 * Brings the main part into a form that mammoth reads whole: text boxes follow the paragraph that they hang on, fields
 * and equations are their text, of ruby the base stays, and hidden text is out.
 *
 * @param stylesXml the part with the styles, in which text may be hidden; null without one
 */
export function readMainPart(xml: string, stylesXml: string | null): MainPart {
  const document = parse(xml);
  if (document.documentElement?.nodeName !== 'w:document') return { xml, paragraphs: [] };
  for (const row of all(document, 'w:tr')) if (isTakenOut(row)) row.remove();
  removeHiddenRuns(document, hiddenStyles(stylesXml));
  for (const element of all(document, 'mc:AlternateContent'))
    element.replaceWith(...shownAlternative(element));
  for (const ruby of all(document, 'w:ruby')) openRuby(ruby);
  for (const name of WRAPPERS) {
    for (const element of all(document, name)) element.replaceWith(...element.childNodes);
  }
  for (const element of all(document, 'm:oMath')) element.replaceWith(textRun(document, element.textContent));
  for (const element of all(document, 'w:txbxContent').toReversed()) {
    outermostParagraph(element)?.after(...element.childNodes);
  }
  return { xml: document.toString(), paragraphs: all(document, 'w:p').map(runText) };
}

function parse(xml: string): XmlDocument {
  return new DOMParser().parseFromString(xml, 'text/xml') as unknown as XmlDocument;
}

function all(root: XmlElement, name: string): XmlElement[] {
  return Array.from(root.getElementsByTagName(name));
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return [...element.childNodes].filter((child) => child.nodeName === name);
}

/** Word writes a text box twice, for itself and for older programs: the first that holds text counts. */
function shownAlternative(element: XmlElement): readonly XmlElement[] {
  const alternatives = [...childrenOf(element, 'mc:Choice'), ...childrenOf(element, 'mc:Fallback')];
  const shown = alternatives.find((each) => all(each, 'w:t').length + all(each, 'm:t').length > 0);
  return [...((shown ?? alternatives.at(-1))?.childNodes ?? [])];
}

/** The runs of the base stand in the run that holds the ruby: they take its place. */
function openRuby(ruby: XmlElement): void {
  const base = childrenOf(ruby, 'w:rubyBase').flatMap((each) => [...each.childNodes]);
  const run = ruby.parentElement;
  if (run?.nodeName === 'w:r') run.replaceWith(...base);
  else ruby.replaceWith(...base);
}

/** A row of a table that was deleted with the changes kept on record. */
function isTakenOut(row: XmlElement): boolean {
  return childrenOf(row, 'w:trPr').some((each) => childrenOf(each, 'w:del').length > 0);
}

function hiddenStyles(stylesXml: string | null): ReadonlySet<string | null> {
  const styles = stylesXml === null ? [] : all(parse(stylesXml), 'w:style');
  return new Set(styles.filter(isHidden).map((style) => style.getAttribute('w:styleId')));
}

function removeHiddenRuns(document: XmlDocument, hidden: ReadonlySet<string | null>): void {
  for (const run of all(document, 'w:r')) {
    const properties = childrenOf(run, 'w:rPr');
    const styles = properties.flatMap((each) => childrenOf(each, 'w:rStyle'));
    if (properties.some(isHidden) || styles.some((style) => hidden.has(style.getAttribute('w:val'))))
      run.remove();
  }
  for (const style of all(document, 'w:pStyle')) {
    const paragraph = style.parentElement?.parentElement;
    if (paragraph && hidden.has(style.getAttribute('w:val'))) {
      for (const run of all(paragraph, 'w:r')) run.remove();
    }
  }
}

function isHidden(element: XmlElement): boolean {
  return all(element, 'w:vanish').some(
    (mark) => !/^(?:0|false|off)$/u.test(mark.getAttribute('w:val') ?? ''),
  );
}

function textRun(document: XmlDocument, text: string): XmlElement {
  const [run, content] = [document.createElement('w:r'), document.createElement('w:t')];
  content.textContent = text;
  run.append(content);
  return run;
}

function outermostParagraph(element: XmlElement): XmlElement | null {
  let paragraph: XmlElement | null = null;
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (at.nodeName === 'w:p') paragraph = at;
    if (at.nodeName === 'w:txbxContent') break;
  }
  return paragraph;
}

/** The text of a paragraph without that of paragraphs within it. */
function runText(paragraph: XmlElement): string {
  const read = (node: XmlElement): string => {
    if (node.nodeName === 'w:t') return node.textContent;
    if (/^w:(?:tab|br|cr)$/u.test(node.nodeName)) return ' ';
    if (node.nodeName === 'w:noBreakHyphen') return '-';
    return node.nodeName === 'w:p' || TAKEN_OUT.test(node.nodeName)
      ? ''
      : [...node.childNodes].map(read).join('');
  };
  return [...paragraph.childNodes].map(read).join('');
}
