import { wordCount } from '../../phrases/words.ts';
import { type BlockRule, each } from './block-rule.ts';

const AFFILIATE =
  /(?:if you (?:buy|purchase|click)|(?:we|\w+) (?:may|might|will|could) (?:earn|receive|get|collect|be paid)|products? (?:discussed|featured|selected|recommended)|independently (?:chosen|selected|reviewed)|when you (?:buy|purchase|click|shop)|share of (?:the )?(?:revenue|sales)|income.earning)[\s\S]{0,200}\b(?:commissions?|compensation|share of|revenue|affiliate|paid a fee|our (?:site|links)|editors?)\b|\baffiliate (?:commission|links?|partner|program)|^FTC:/i;

/** How the publisher earns from links. */
export const affiliate = each('affiliate note', (b) => wordCount(b.text) <= 90 && AFFILIATE.test(b.text));

const COPYRIGHT =
  /^(?:copyright\b|©|\(c\)\s|&copy;)|all rights reserved\b|^this (?:document|material|article) (?:is subject to copyright|may not be)/i;

/** Copyright notices. */
export const copyright = each('copyright', (b) => wordCount(b.text) <= 60 && COPYRIGHT.test(b.text));

const DISCLAIMER = /\bfor informational purposes only\b|\bdoes not constitute (?:\w+ ){1,3}advice\b/i;

/** "For informational purposes only." */
export const disclaimer = each('disclaimer', (b) => DISCLAIMER.test(b.text) && wordCount(b.text) <= 110);

const SOURCE =
  /^(?:sources?|citation|more information|journal information|journal reference|provided by|references?|doi|via|fonte|fuente|quelle)\s*:/i;

/** "Source: …" and "Citation: …" below the article. */
export const sourceLine: BlockRule = {
  name: 'source line',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        SOURCE.test(b.text) &&
        wordCount(b.text) <= 45 &&
        (i > 0.6 * blocks.length || wordCount(b.text) <= 10),
    ),
};
