import type { ArticleFilter } from '@footnote/engine';
import { isCalendarDate, MAX_FIRST } from '@footnote/engine';
import { z } from 'zod';

const calendarDate = z
  .string()
  .refine(isCalendarDate, 'Write a calendar date as YYYY-MM-DD, such as "2024-05-16".')
  .describe('YYYY-MM-DD');

const values = z.array(z.string()).max(MAX_FIRST);

export const articleFilter = z
  .strictObject({
    sources: values
      .optional()
      .describe('Any of these publishers, whole names without regard to case; 50 at most.'),
    authors: values
      .optional()
      .describe('Any of these authors, whole names without regard to case; 50 at most.'),
    publishedFrom: calendarDate.optional().describe('YYYY-MM-DD, this day included.'),
    publishedTo: calendarDate.optional().describe('YYYY-MM-DD, this day included.'),
    languages: values.optional().describe('Any of these BCP 47 tags, 50 at most; "en" takes in "en-GB".'),
  })
  .optional()
  .describe('Which articles take part: all conditions given must hold. All articles when absent.');

// What the schema gives is what the engine takes.
articleFilter satisfies z.ZodType<ArticleFilter | undefined>;
