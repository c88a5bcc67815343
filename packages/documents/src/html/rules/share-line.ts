import { wordKey } from '../../phrases/words.ts';
import { each } from './block-rule.ts';

const SHARE_WORDS = new Set(
  (
    'share shares tweet pin print email e mail facebook twitter x linkedin whatsapp telegram reddit pinterest pint messenger instagram youtube flipboard ' +
    'tumblr vk copy link google plus sms save follow us on via this article story with friends it to your and or by like post more comment comments ' +
    'baixar compartilhar compartilhe teilen partager compartir condividi bookmark listen'
  ).split(' '),
);

const SHARE_WORD =
  /^(?:share|shares|tweet|facebook|twitter|whatsapp|email|print|linkedin|comments?|teilen|partager|compart.*)$/;

/** Lines made of nothing but names of networks and words such as "share". */
export const shareLine = each('share line', (b) => {
  const words = b.length < 120 ? wordKey(b.text).split(' ') : [];
  return (
    words.some((word) => SHARE_WORD.test(word)) &&
    words.every((word) => SHARE_WORDS.has(word) || /^\d+$/.test(word))
  );
});
