export { answerOf, cited } from './cited-quotes.ts';
export { default as handWritten } from './hand-written.json' with { type: 'json' };
export { type LieByRule, liesByRule } from './lies-by-rule.ts';
export { sendSentences, startWriterServer, type WriterServer } from './writer-server.ts';
