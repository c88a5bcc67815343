import { each } from './block-rule.ts';

const AD_LABEL =
  /^(?:-+\s*)?(?:advertisement|advertising|advert|ad|ads|anzeige|werbung|publicidade|publicidad|publicité|pubblicità|реклама|sponsored|sponsored content|promoted|promotion|story continues(?: below)?(?: (?:this )?ad(?:vertisement)?)?|article continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|continue reading(?: below)?|scroll to continue.*|skip (?:ad|advertisement)|loading\W*|close|image|video|photo|photos|gallery|play|pause|x|×|report this ad|remaining time.*|unmute|caption|view (?:full )?gallery|view \d+ (?:photos?|images?))\W*(?:-+)?$/i;

/** Labels of advertisements, players and galleries. */
export const label = each('label', (b) => b.length < 60 && AD_LABEL.test(b.text));

const PRICE = /^(?:from )?[$€£]\s?\d[\d,.]*(?:\s*[-–]\s*[$€£]?\s?\d[\d,.]*)?$/;

/** A price alone. */
export const price = each('price', (b) => PRICE.test(b.text));
