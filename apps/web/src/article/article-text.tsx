import { cutAtSpans, type PlacedText, type Segment } from '../text/cut-at-spans.ts';
import { ExactText } from '../text/exact-text.tsx';
import { splitParagraphs } from '../text/split-paragraphs.ts';
import type { TextSpan } from '../text/text-span.ts';

interface Props {
  readonly text: string;
  readonly quote: TextSpan | null;
  /** The words of the quote that answer. */
  readonly answer: TextSpan | null;
}

/**
 * The text of an article, character for character: its blank lines are what sets the paragraphs apart. The <mark>
 * elements joined read exactly the quote, one for each paragraph that it touches.
 */
export function ArticleText({ text, quote, answer }: Props) {
  return (
    <div className="article-text">
      {splitParagraphs(text).map((paragraph) => (
        <p key={paragraph.start} dir="auto">
          {quote === null ? (
            <ExactText text={paragraph.text} />
          ) : (
            <MarkedParagraph paragraph={paragraph} quote={quote} answer={answer} />
          )}
        </p>
      ))}
    </div>
  );
}

interface MarkedParagraphProps {
  readonly paragraph: PlacedText;
  readonly quote: TextSpan;
  readonly answer: TextSpan | null;
}

function MarkedParagraph({ paragraph, quote, answer }: MarkedParagraphProps) {
  const withinQuote = answer !== null && quote.start <= answer.start && answer.end <= quote.end;
  return cutAtSpans(paragraph, [[quote]]).map((segment) => {
    if (!segment.within[0]) {
      return <ExactText key={segment.start} text={segment.text} />;
    }
    const first = segment.start === quote.start;
    return (
      <mark key={segment.start} {...(first ? { id: 'quote', tabIndex: -1 } : {})}>
        {cutAtSpans(segment, [withinQuote ? [answer] : []]).map(answeringWords)}
      </mark>
    );
  });
}

function answeringWords({ start, text, within }: Segment) {
  const words = <ExactText key={start} text={text} />;
  return within[0] ? <strong key={start}>{words}</strong> : words;
}
