import { OTHER_LANGUAGES_DATE } from './month-names.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const TIME = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';

/** A date of which year, month and day are written, in figures with the year first or with the month's name. */
export const FULL_DATE = new RegExp(
  `(?:\\b(?:19|20)\\d{2}(?<separator>[-/.])\\d{1,2}\\k<separator>\\d{1,2}${TIME}(?!\\d)|\\b${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d{2}\\b|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(?:19|20)\\d{2}\\b|${OTHER_LANGUAGES_DATE})`,
  'iu',
);
