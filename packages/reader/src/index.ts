export { createReader, type ReaderOptions } from './create-reader.ts';
export type { PassageReader, PassageReading, ReadablePassage, ReadSentence } from './passage-reader.ts';
