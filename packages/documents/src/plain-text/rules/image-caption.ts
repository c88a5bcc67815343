import { isPictureCredit } from '../../phrases/picture-credits.ts';
import { type CleaningRule, lineRule } from './cleaning-rule.ts';

/** Captions and credits of pictures. */
export const imageCaption: CleaningRule = lineRule({
  name: 'image-caption',
  removes: 'captions and credits of pictures, told by their credit',
  matches: isPictureCredit,
});
