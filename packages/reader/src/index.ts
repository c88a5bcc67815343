export { createReader } from './create-reader.ts';
export type { PassageReader, PassageReading, ReadSentence } from './passage-reader.ts';
