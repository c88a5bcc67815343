// Asks a question, follows its stages, and checks every quote of the answer:
//   npx tsx packages/client/examples/ask.ts "When did Putin and Xi first meet?"
import { createFootnoteClient } from '@footnote/client';

const footnote = createFootnoteClient({ url: process.env.FOOTNOTE_API });
const question = process.argv[2] ?? 'When did Putin and Xi first meet?';

const result = await footnote.ask(question, { onStage: (stage) => console.error(stage) });
if (result.__typename === 'NoAnswer') {
  console.log(`The articles do not say (${result.reason}).`);
} else {
  const checks = await footnote.verify(result.citations);
  for (const [index, { number, quote, article }] of result.citations.entries()) {
    console.log(
      `[${number}] ${quote}\n    ${article.title ?? article.key}${checks[index]?.valid ? ', verified' : ''}`,
    );
  }
}
