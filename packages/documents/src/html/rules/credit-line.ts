import { wordCount } from '../../phrases/words.ts';
import { each } from './block-rule.ts';

const CREDIT =
  /^[([]?\s*(?:photos?|photograph|pictures?|images?|photo credit|image credit|picture credit|credits?|video|foto|fotos|bild|source|file photo|featured image|header image|illustration|image source|image copyright|photo illustration|screenshot|courtesy)(?: (?:by|via|of|from|credit|courtesy|source|copyright))*\s*[:/©|]|^(?:photo|photograph|image|illustration|picture|video|graphic|screenshot)s? (?:by|courtesy|via|from|of|provided)\b|^courtesy (?:of|photo)|^©\s*\S+(?:\s\S+){0,6}$|^image (?:copyright|caption)\b/i;

const CREDIT_END =
  /(?:\(|\/|\||—|–|-|,|:|\bvia\b|\bby\b|\bcredit:?)\s*(?:AP|AP Photo|AFP|Reuters|REUTERS|Getty|Getty Images|EPA|Shutterstock|iStock|Bloomberg|Associated Press|Xinhua|TASS|PA|Unsplash|Pexels|Pixabay|AFP via Getty Images|Alamy|Flickr|Wikimedia(?: Commons)?|USA TODAY Sports)\b[^.]{0,40}\)?\.?$/;

/** Captions and credits of pictures that stand as paragraphs. */
export const creditLine = each(
  'credit line',
  (b) =>
    wordCount(b.text) <= 40 &&
    (CREDIT.test(b.text)
      ? wordCount(b.text) <= 25
      : (CREDIT_END.test(b.text) && wordCount(b.text) <= 20 && !/^["“]/.test(b.text)) ||
        /\((?:AP )?Photo(?:s)?(?: by|\/| courtesy)[^)]*\)\s*$|\bCredit:\s*[^.]{2,60}\.?$|\|\s*(?:Image|Photo|Picture) credits?:/i.test(
          b.text,
        )),
);
