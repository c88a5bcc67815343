export { holdsAnswer, isExact, spanF1 } from './answer-measures.ts';
export {
  type LabelledDocument,
  type LabelledQuestion,
  type LabelledSet,
  readLabelledSet,
} from './labelled-set.ts';
export { areaUnderRoc, brierScore, calibrationError, type Forecast } from './probability-measures.ts';
export { ndcgAt, recallAt, reciprocalRankAt } from './ranking-measures.ts';
