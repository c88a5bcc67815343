import { INLINE_TAGS } from '../../dom.ts';
import { type ElementRule, endsIn } from './element-rule.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const HIDDEN_NAME = endsIn(
  'visually-?hidden|sr-only|screen-reader(?:-text|-only)?|a11y-hidden|element-invisible|print-only|off-?screen|assistive-text|is-hidden',
);
const HIDDEN_TOKEN = /\|(?:hidden|hide|d-none)\|/;
/** Hidden on narrow screens only: `hidden md:block`. */
const SHOWN_WHEN_WIDE = /\|(?:d-)?(?:sm|md|lg|xl|xxl|2xl)-(?:block|flex|grid|inline|table|contents)/;

/** `aria-hidden` keeps an element from being read aloud: in a line of text (a drop cap, say) the eye still sees it. */
const HOLDS_TEXT: ReadonlySet<string> = new Set([
  ...INLINE_TAGS,
  'p',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'article',
  'main',
]);

/** What the page itself keeps out of sight, by attribute, style or a class that says so. */
export const hidden: ElementRule = {
  name: 'hidden',
  isCertain: true,
  matches({ element, tag, signature }) {
    if (element.getAttributeNode('hidden')) return true;
    if (element.getAttribute('aria-hidden') === 'true' && !HOLDS_TEXT.has(tag)) return true;
    const style = element.getAttribute('style');
    if (style && HIDDEN_STYLE.test(style)) return true;
    if (HIDDEN_NAME.test(signature)) return true;
    return HIDDEN_TOKEN.test(signature) && !SHOWN_WHEN_WIDE.test(signature);
  },
};

/** How characters are read, set above them: no part of the line they stand over. */
export const rubyReading: ElementRule = {
  name: 'ruby reading',
  isCertain: true,
  matches: ({ tag }) => tag === 'rt' || tag === 'rp' || tag === 'rtc',
};
