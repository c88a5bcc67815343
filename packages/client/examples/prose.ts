// Shows an answer, and beside it what the server's language model made of the quotes; of a server with a token:
//   FOOTNOTE_TOKEN=… npx tsx packages/client/examples/prose.ts "When did Putin and Xi first meet?"
import { createFootnoteClient } from '@footnote/client';

const footnote = createFootnoteClient({ url: process.env.FOOTNOTE_API, token: process.env.FOOTNOTE_TOKEN });
const question = process.argv[2] ?? 'When did Putin and Xi first meet?';

const result = await footnote.ask(question);
if (result.__typename === 'NoAnswer') {
  console.log(`The articles do not say (${result.reason}).`);
} else {
  for (const { number, quote } of result.citations) console.log(`[${number}] ${quote}`);
  const prose = await footnote.prose(question);
  if (!prose) console.log('\nNo language model is set.');
  else
    console.log(
      `\n${prose.text ?? `No prose: ${prose.reason}`}\n    ${prose.writer.model} at ${prose.writer.host}`,
    );
}
