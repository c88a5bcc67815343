import { type PageStatements, textOf } from '../metadata/index.ts';

/** Characters below which a declared body may be no more than a summary. */
const SHORTEST_BODY = 500;
/** A page that shows less than this share of what it declares does not hold its article as elements. */
const SHOWN_SHARE = 0.4;

/**
 * The article as the page declares it in JSON-LD, one paragraph a line, where the page shows far less of it: pages whose
 * text is put in by a script, or folded away, say it there still. Null where what is shown will do.
 */
export function declaredBody({ jsonLd }: PageStatements, shown: string): string | null {
  const body = jsonLd?.articleBody;
  if (typeof body !== 'string' || body.length < SHORTEST_BODY || shown.length > SHOWN_SHARE * body.length)
    return null;
  const paragraphs = body.split(/\n+|<\/p>|<br\s*\/?>/i).map(textOf);
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n');
}
