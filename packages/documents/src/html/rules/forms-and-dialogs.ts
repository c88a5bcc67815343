import { type ElementRule, names } from './element-rule.ts';

const FORM_TAGS = new Set(['button', 'input', 'fieldset', 'label', 'form']);

/** Forms and buttons; a page wrapped in one form as a whole is no form to fill in. */
export const form: ElementRule = {
  name: 'form',
  matches: ({ tag, proseLength }) => FORM_TAGS.has(tag) && proseLength < 400,
};

const MODAL = names('modal|pop-?up|popup|overlay|interstitial|dialog');

/** Windows that open over the page. */
export const dialog: ElementRule = {
  name: 'dialog',
  matches: ({ signature, holdsArticle }) => signature !== '' && !holdsArticle && MODAL.test(signature),
};
