import Link from 'next/link';
import { quotePath } from '../article/article-path.ts';
import { articleTitle } from '../article/article-title.ts';
import { Byline } from '../article/byline.tsx';
import type { NearestPassage } from '../graphql/ask-fields.ts';
import { cutAtSpans } from '../text/cut-at-spans.ts';

/** A passage that came close, the question's words in it set off, linked to its place in the article. */
export function NearestPassageView({ hit }: { readonly hit: NearestPassage }) {
  const { passage, highlights } = hit;
  return (
    <li className="nearest">
      <Link
        href={quotePath(passage.article.key, passage)}
        prefetch={false}
        className="link font-medium"
        dir="auto"
      >
        {articleTitle(passage.article)}
      </Link>
      <p className="text-muted">
        <Byline article={passage.article} />
      </p>
      <p className="nearest-text" dir="auto" lang={passage.article.language ?? undefined}>
        {cutAtSpans(passage, [highlights]).map((segment) =>
          segment.within[0] ? (
            <span key={segment.start} className="text-ink">
              {segment.text}
            </span>
          ) : (
            segment.text
          ),
        )}
      </p>
    </li>
  );
}
