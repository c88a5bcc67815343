// Asks for exactly what it needs: the result is typed by the schema.
//   npx tsx packages/client/examples/own-document.ts
import { createFootnoteClient, graphql } from '@footnote/client';

const footnote = createFootnoteClient({ url: process.env.FOOTNOTE_API });
const document = graphql(`
  query Years($filter: ArticleFilter) {
    facets(filter: $filter) {
      years {
        value
        count
      }
    }
  }
`);

const { facets } = await footnote.query(document, { filter: { languages: ['en'] } });
for (const { value, count } of facets.years) console.log(`${value}: ${count}`);
