import { wordsOf } from './words.ts';

/** Networks, buttons and the small words between them; in the languages seen most. */
const SHARE_WORDS = new Set(
  (
    'share shares sharing tweet retweet pin print email e mail facebook twitter x linkedin whatsapp telegram reddit pinterest pint messenger instagram ' +
    'youtube flipboard tumblr vk weibo wechat viber threads bluesky pocket line copy link copied google plus sms save bookmark follow us on via this the ' +
    'article story page post with now friends it to your and or by like more comment comments please ' +
    'baixar compartilhar compartilhe teilen partager compartir condividi listen'
  ).split(' '),
);
/** One of these at least makes such a line one that shares the page. */
const SHARE_SIGN =
  /^(?:share|shares|tweet|retweet|facebook|twitter|whatsapp|telegram|email|mail|print|linkedin|comments?|teilen|partager|compart.*|like)$/;
const MOST_CHARACTERS = 120;

/** Whether a line is nothing but networks and words such as "share": a row of buttons, read as text. */
export function isShareLine(line: string): boolean {
  if (line.length > MOST_CHARACTERS || /[.;]/.test(line)) return false;
  const words = wordsOf(line).filter((word) => !/^\d+$/.test(word));
  const isNetworkAlone = words.length === 1 && !/^(?:shares?|tweet|retweet)$/.test(words[0]!);
  return (
    !isNetworkAlone &&
    words.some((word) => SHARE_SIGN.test(word)) &&
    words.every((word) => SHARE_WORDS.has(word))
  );
}
