import { isPageLabel } from '../../phrases/page-labels.ts';
import { each } from './block-rule.ts';

/** What a page writes on its pictures and players, which a text may have as a line of its own. */
const MEDIA_LABEL =
  /^(?:-+\s*)?(?:loading\W*|close|image|video|photo|photos|gallery|play|pause|x|×|caption)\W*$/i;

/** Labels of advertisements, players and galleries. */
export const label = each('label', (b) => b.length < 60 && (isPageLabel(b.text) || MEDIA_LABEL.test(b.text)));

const PRICE =
  /^(?:from |(?:best |today[’']s best )?prices?(?: today)?: )?[$€£]\s?\d[\d,.]*(?:\s*[-–]\s*[$€£]?\s?\d[\d,.]*)?(?: (?:at|from|on) \S+(?: \S+){0,3})?$/i;

/** A price alone, or with the shop that asks it. */
export const price = each('price', (b) => PRICE.test(b.text));

const TAGS = /^(?:tags?|keywords?|filed under|schlagw(?:ö|oe)rter|etiquetas|mots[- ]clés)\s*[:：\n]/i;

/** "Tags: harbour, light, Kelm". */
export const tagLine = each('tag line', (b) => TAGS.test(b.text) && !/[.!?]["”’)]*$/.test(b.text));
