import { isPictureCredit } from '../../phrases/picture-credits.ts';
import { each } from './block-rule.ts';

/** Captions and credits of pictures that stand as paragraphs. */
export const creditLine = each('credit line', (b) => isPictureCredit(b.text));
