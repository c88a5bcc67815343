/** `npm run index-corpus [-- FLAG…]`: indexes the sample articles, as `footnote index corpus` does. */
import { CORPUS } from './start/index-articles.ts';
import { runFootnote } from './start/run-footnote.ts';

await runFootnote(['index', CORPUS, ...process.argv.slice(2)]);
