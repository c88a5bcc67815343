/** What each figure of a report is called where people read it, in the order in which they are shown. */
export const RETRIEVAL_FIGURES = {
  ndcg10: 'nDCG@10',
  recall5: 'recall@5',
  recall10: 'recall@10',
  mrr10: 'MRR@10',
  success5: 'success@5',
} as const;

export const ANSWER_FIGURES = {
  firstQuote: 'first quote holds the answer',
  anyQuote: 'any quote holds the answer',
  firstQuoteNeverRefusing: 'first quote would, if never refusing',
  firstQuoteWhenAnswered: 'first quote holds it, of those answered',
  exactSpanWhenAnswered: 'answer span is the answer, of those with one',
} as const;

export const REFUSAL_FIGURES = {
  precision: 'precision of refusing',
  recall: 'recall of refusing',
  answerPrecision: 'precision of answering',
  auroc: 'AUROC of confidence, answerable or not',
  brier: 'Brier score of confidence',
  calibrationError: 'calibration error of confidence',
} as const;
