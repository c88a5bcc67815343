import { quoteHref } from '../address/place.ts';
import { CERTAINTY_WORDS } from '../answer/certainty.ts';
import { articleTitle } from '../article/article-title.ts';
import { dateInWords } from '../article/publication-date.ts';
import { type Turn, understoodAs } from '../conversation/conversation.ts';
import type { Answer, Citation, NoAnswer } from '../graphql/ask-fields.ts';
import { caveats } from './caveats.ts';

/**
 * An answer as Markdown: its quotes, each with a footnote that links to the marked place.
 * @param origin of this page, which the links lead to
 * @param firstNumber of the footnotes, so that those of several answers differ
 */
export function answerMarkdown(answer: Answer, origin: string, firstNumber = 1): string {
  const numberOf = (number: number): number => firstNumber - 1 + number;
  const quotes = answer.sentences.map(
    ({ text, citationNumbers }) =>
      `> “${escaped(text)}”${citationNumbers.map((number) => `[^${numberOf(number)}]`).join('')}`,
  );
  const footnotes = answer.citations.map(
    (citation) => `[^${numberOf(citation.number)}]: ${footnote(citation, origin)}`,
  );
  const parts = [quotes.join('\n>\n'), ...caveats(answer).map(escaped), footnotes.join('\n')];
  return `${parts.join('\n\n')}\n`;
}

/** A conversation as a Markdown document: each question, what came of it, and its footnotes. */
export function conversationMarkdown(name: string, turns: readonly Turn[], origin: string): string {
  let firstNumber = 1;
  const sections = turns.map((turn) => {
    const section = turnMarkdown(turn, origin, firstNumber);
    firstNumber += citationsOf(turn).length;
    return section;
  });
  return [`# ${escaped(name)}\n`, ...sections].join('\n');
}

function turnMarkdown({ question, outcome }: Turn, origin: string, firstNumber: number): string {
  const heading = `## ${escaped(question)}\n`;
  if (outcome.kind !== 'result') {
    return `${heading}\nNot answered.\n`;
  }
  const { result } = outcome;
  const understood = understoodAs(result);
  const note = understood === null ? '' : `\nUnderstood as: “${escaped(understood)}”\n`;
  const body =
    result.__typename === 'Answer'
      ? `${CERTAINTY_WORDS[result.certainty]} answer:\n\n${answerMarkdown(result, origin, firstNumber)}`
      : refusalMarkdown(result, origin);
  return `${heading}${note}\n${body}`;
}

function refusalMarkdown({ nearest, explanation }: NoAnswer, origin: string): string {
  const places = nearest.map(({ passage }) => {
    const href = quoteHref({ key: passage.article.key, quote: passage });
    return `- [${escaped(articleTitle(passage.article))}](${new URL(href, origin)})\n`;
  });
  const list = places.length === 0 ? '' : ` The nearest passages:\n\n${places.join('')}`;
  const why = explanation === null ? '' : ` ${escaped(explanation)}`;
  return `No answer in these articles.${why}${list}\n`;
}

function footnote({ article, ...quote }: Citation, origin: string): string {
  const href = quoteHref({ key: article.key, quote, answer: quote.answerSpan });
  const date = article.publishedAt === null ? null : dateInWords(article.publishedAt);
  const names = [article.source, article.author, date].filter((name) => name !== null && name !== '');
  const title = `[${escaped(articleTitle(article))}](${new URL(href, origin)})`;
  return [title, ...names.map((name) => escaped(name ?? ''))].join(', ');
}

function citationsOf({ outcome }: Turn): readonly Citation[] {
  return outcome.kind === 'result' && outcome.result.__typename === 'Answer' ? outcome.result.citations : [];
}

/** Text that Markdown shows as it stands, on one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&]/g, String.raw`\$&`);
}
