import { isShareLine } from '../../phrases/share-words.ts';
import { each } from './block-rule.ts';

/** Lines made of nothing but names of networks and words such as "share". */
export const shareLine = each('share line', (b) => isShareLine(b.text));
