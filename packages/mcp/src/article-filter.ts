import type { ArticleFilter } from '@footnote/engine';
import { isCalendarDate } from '@footnote/engine';
import { z } from 'zod';

const calendarDate = z
  .string()
  .refine(isCalendarDate, 'Write a calendar date as YYYY-MM-DD, such as "2024-05-16".')
  .describe('YYYY-MM-DD');

export const articleFilter = z
  .strictObject({
    sources: z.array(z.string()).optional().describe('Any of these publishers, without regard to case.'),
    authors: z.array(z.string()).optional().describe('Any of these authors, without regard to case.'),
    publishedFrom: calendarDate.optional().describe('YYYY-MM-DD, this day included.'),
    publishedTo: calendarDate.optional().describe('YYYY-MM-DD, this day included.'),
    languages: z.array(z.string()).optional().describe('BCP 47 tags; "en" takes in "en-GB".'),
  })
  .optional()
  .describe('Which articles take part: all conditions given must hold. All articles when absent.');

// What the schema gives is what the engine takes.
articleFilter satisfies z.ZodType<ArticleFilter | undefined>;
