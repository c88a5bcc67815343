// Prints the passages about something, page by page:
//   npx tsx packages/client/examples/search.ts "gas pipeline" 30
import { createFootnoteClient } from '@footnote/client';

const footnote = createFootnoteClient({ url: process.env.FOOTNOTE_API });
const [query = 'gas pipeline', wanted = '30'] = process.argv.slice(2);

let after: string | null = null;
let rank = 0;
do {
  const page: Awaited<ReturnType<typeof footnote.search>> = await footnote.search(query, {
    first: 10,
    after,
  });
  for (const { passage, score } of page.hits) {
    rank += 1;
    console.log(`${rank}. ${passage.article.key} ${passage.start}-${passage.end} (${score.toFixed(3)})`);
  }
  after = page.nextCursor;
} while (after && rank < Number(wanted));
