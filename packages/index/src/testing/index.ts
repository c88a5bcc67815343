export { describeIndexContract, type EngineUnderTest } from './index-contract.ts';
export { direction, MADE_UP_MODEL, type MadeUpFields, madeUpArticle } from './made-up-articles.ts';
export { memoryIndex } from './memory-index.ts';
export { type RankedPassage, rankedPassages } from './ranked-passages.ts';
