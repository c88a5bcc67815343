import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { Hit } from '../graphql/ask-fields.ts';
import { QuoteLink } from '../source/source-links.tsx';
import { excerptAround } from './excerpt.ts';
import { scoreWords } from './score-words.ts';

/** How much of a passage is shown, in UTF-16 code units. */
const EXCERPT = 240;

/** Passages that were found: why, and an excerpt around the question's words, linked to their places. */
export function PassageList({ hits }: { readonly hits: readonly Hit[] }) {
  return (
    <ol>
      {hits.map((hit) => (
        <li key={hit.passage.id} className="passage">
          <QuoteLink to={{ key: hit.passage.article.key, quote: hit.passage }} className="link font-medium">
            {articleTitle(hit.passage.article)}
          </QuoteLink>
          <p className="text-muted" dir="auto">
            <Byline article={hit.passage.article} />
          </p>
          <p className="passage-excerpt" dir="auto" lang={hit.passage.article.language ?? undefined}>
            <PassageExcerpt hit={hit} />
          </p>
          <p className="passage-score">{scoreWords(hit)}</p>
        </li>
      ))}
    </ol>
  );
}

function PassageExcerpt({ hit: { passage, highlights } }: { readonly hit: Hit }) {
  const { segments, isCutBefore, isCutAfter } = excerptAround(passage, highlights, EXCERPT);
  return (
    <>
      {isCutBefore && '… '}
      {segments.map((segment) =>
        segment.within[0] ? (
          <span key={segment.start} className="matched">
            {segment.text}
          </span>
        ) : (
          segment.text
        ),
      )}
      {isCutAfter && ' …'}
    </>
  );
}
