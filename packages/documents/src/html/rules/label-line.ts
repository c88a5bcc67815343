import { isPageLabel } from '../../phrases/page-labels.ts';
import { each } from './block-rule.ts';

/** What a page writes on its pictures and players, which a text may have as a line of its own. */
const MEDIA_LABEL =
  /^(?:-+\s*)?(?:loading\W*|close|image|video|photo|photos|gallery|play|pause|x|×|caption)\W*$/i;

/** Labels of advertisements, players and galleries. */
export const label = each('label', (b) => b.length < 60 && (isPageLabel(b.text) || MEDIA_LABEL.test(b.text)));

const PRICE = /^(?:from )?[$€£]\s?\d[\d,.]*(?:\s*[-–]\s*[$€£]?\s?\d[\d,.]*)?$/;

/** A price alone. */
export const price = each('price', (b) => PRICE.test(b.text));
