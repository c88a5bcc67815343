import { type ElementRule, endsIn } from './element-rule.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const HIDDEN_NAME = endsIn(
  'visually-?hidden|sr-only|screen-reader(?:-text|-only)?|a11y-hidden|element-invisible|print-only|off-?screen|assistive-text|is-hidden',
);
const HIDDEN_TOKEN = /\|(?:hidden|hide|d-none)\|/;
/** Hidden on narrow screens only: `hidden md:block`. */
const SHOWN_WHEN_WIDE = /\|(?:d-)?(?:sm|md|lg|xl|xxl|2xl)-(?:block|flex|grid|inline|table|contents)/;

/** What the page itself keeps out of sight, by attribute, style or a class that says so. */
export const hidden: ElementRule = {
  name: 'hidden',
  matches({ element, signature }) {
    if (element.getAttributeNode('hidden')) return true;
    if (element.getAttribute('aria-hidden') === 'true') return true;
    const style = element.getAttribute('style');
    if (style && HIDDEN_STYLE.test(style)) return true;
    if (HIDDEN_NAME.test(signature)) return true;
    return HIDDEN_TOKEN.test(signature) && !SHOWN_WHEN_WIDE.test(signature);
  },
};
