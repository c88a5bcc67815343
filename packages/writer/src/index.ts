export type { WriterSettings } from './asking/endpoint.ts';
export { type CheckedProse, checkProse } from './checking/check-prose.ts';
export { createWriter, type Writer } from './create-writer.ts';
export type { NoProseReason, Prose, ProseSentence, WriterIdentity } from './prose.ts';
