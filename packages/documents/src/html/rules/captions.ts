import { type ElementRule, endsIn } from './element-rule.ts';

const CAPTION = endsIn(
  'captions?|figcaption|wp-caption-text|caption-?(?:text|credit|container|wrap)|credits?|(?:image|img|photo|picture|media|video|figure)-?(?:caption|captions|credit|credits|source|meta|info|description|desc|copyright|byline|title|legend)|photographer|attribution|copyright|copyrights|source-?line',
);

const GALLERY = endsIn(
  'lightbox|gallery|galleries|photo-?gallery|image-?gallery|slideshow|slide-?show|carousel|swiper|slider|thumbnails|thumbs|slick-?(?:slider|list|track)',
);

/** Captions and credits of pictures and videos, and picture galleries. */
export const caption: ElementRule = {
  name: 'caption',
  matches: ({ tag, signature, proseLength }) =>
    tag === 'figcaption' ||
    (signature !== '' &&
      ((proseLength < 800 && CAPTION.test(signature)) || (proseLength < 300 && GALLERY.test(signature)))),
};

/** A box that holds a picture and a few words beside it. */
export const imageText: ElementRule = {
  name: 'caption',
  matches: ({ tag, holdsImage, textLength, proseLength, linkLength }) =>
    holdsImage &&
    textLength > 0 &&
    textLength < 220 &&
    proseLength === 0 &&
    linkLength < textLength &&
    (tag === 'div' || tag === 'figure'),
};

/** Figures: pictures and charts with their labels; one that holds a quotation, table or code is the article's. */
export const figure: ElementRule = {
  name: 'figure',
  matches: ({ tag, element, holdsQuotation, proseLength }) =>
    tag === 'figure' &&
    !holdsQuotation &&
    proseLength < 500 &&
    element.querySelector('table, pre, h2 + p') === null,
};
