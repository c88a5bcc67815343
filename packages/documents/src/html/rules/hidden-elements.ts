import { type ElementRule, endsIn } from './element-rule.ts';

const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const HIDDEN_NAME = endsIn(
  'visually-?hidden|sr-only|screen-reader(?:-text|-only)?|a11y-hidden|element-invisible|print-only|off-?screen|assistive-text|hide|hidden|is-hidden',
);

/** What the page itself keeps out of sight, by attribute, style or a class that says so. */
export const hidden: ElementRule = {
  name: 'hidden',
  matches({ element, signature }) {
    if (element.getAttributeNode('hidden')) return true;
    if (element.getAttribute('aria-hidden') === 'true') return true;
    const style = element.getAttribute('style');
    if (style && HIDDEN_STYLE.test(style)) return true;
    return HIDDEN_NAME.test(signature);
  },
};
