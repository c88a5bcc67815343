import { headingOfForm, headingOfNothing, tail } from './after-article.ts';
import { authorNote } from './author-note.ts';
import type { BlockRule } from './block-rule.ts';
import { callToAction } from './call-to-action.ts';
import { creditLine } from './credit-line.ts';
import { linked, linkedHeading, seeAlso } from './cross-references.ts';
import { headline } from './headline-block.ts';
import { label, price, tagLine } from './label-line.ts';
import { notices, sourceLine } from './notices.ts';
import { addressLine, factBox } from './page-scraps.ts';
import { pictureSeries } from './picture-series.ts';
import { bylineLine, contributionLine, dateLine, nameAndDate } from './publication-lines.ts';
import { shareLine } from './share-line.ts';

/** What takes single blocks out of the article, in this order: each sees what the ones before it left. */
export const BLOCK_RULES: readonly BlockRule[] = [
  headline,
  pictureSeries,
  shareLine,
  label,
  tagLine,
  dateLine,
  nameAndDate,
  bylineLine,
  contributionLine,
  seeAlso,
  ...notices,
  sourceLine,
  creditLine,
  callToAction,
  price,
  addressLine,
  authorNote,
  factBox,
  tail,
  linked,
  linkedHeading,
  headingOfForm,
  headingOfNothing,
];
