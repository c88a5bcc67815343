export type { PassageReader, PassageReading, ReadSentence } from './passage-reader.ts';
