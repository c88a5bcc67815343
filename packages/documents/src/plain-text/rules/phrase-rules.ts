import { wordCount } from '../../phrases/words.ts';
import { type CleaningRule, lineRule } from './cleaning-rule.ts';

/** A line that is nothing but a known phrase, whatever marks and arrows stand round it. */
function phrase(words: string): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${words})[^\\p{L}\\p{N}]*$`, 'iu');
}

/** A notice: a line of no more than so many words that begins or speaks in a way that articles do not. */
interface Notice {
  readonly name: string;
  readonly removes: string;
  readonly mostWords: number;
  readonly patterns: readonly RegExp[];
}

const YOUR = '(?:your|the|seu|sua|su|tu|votre|ton|ihren|deinen|il tuo)';

const notices: readonly Notice[] = [
  {
    name: 'cookie-notice',
    removes: 'notices about cookies',
    mostWords: 80,
    patterns: [
      /^(?:we|this (?:web)?site|our (?:web)?site|we and our (?:partners|\d+ partners))\b.{0,40}\buses? (?:[\w-]+ ){0,3}cookies\b/i,
      /^(?:by (?:continuing|clicking|using|browsing)|if you continue)\b.{0,160}\bcookies?\b/i,
      phrase(
        '(?:accept|reject|allow|manage)(?: all)? cookies|cookie (?:policy|settings|preferences|notice|consent)',
      ),
    ],
  },
  {
    name: 'ad-block-notice',
    removes: 'pleas to switch an ad blocker off',
    mostWords: 40,
    patterns: [
      /^ad-?\s?block(?:er)?s? (?:has been |was |is )?detected\b/i,
      new RegExp(
        `^(?:please,? |to continue,? |por favor,? )?(?:disable|turn off|switch off|whitelist|desativ\\w+|desactiv\\w+|désactiv\\w+|deaktivier\\w+|disattiv\\w+) ${YOUR} ad-?\\s?block`,
        'i',
      ),
      /^(?:it (?:looks|seems)|we(?:'|’)ve (?:noticed|detected)|we (?:notice|noticed|detected)) .{0,30}\bad-?\s?block/i,
    ],
  },
  {
    name: 'donation-plea',
    removes: 'pleas for donations and subscriptions',
    mostWords: 60,
    patterns: [
      /^(?:please )?(?:support|help (?:us|support|fund)) (?:our |independent |quality |free |local )+(?:journalism|journalists|reporting|news|media|work)\b/i,
      /^(?:please,? )?(?:donate|make a donation|become a (?:member|patron|supporter))\b.{0,120}(?:today|now|here|to|journalism|us)\s*[.!>»]*$/i,
      /\bplease,? donate\b/i,
    ],
  },
  {
    name: 'newsletter-plea',
    removes: 'invitations to subscribe, sign up or follow',
    mostWords: 35,
    patterns: [
      /^(?:subscribe|sign up|register) (?:to|for|now for|here for) (?:our|the|my|free) .{0,80}(?:newsletters?|alerts?|updates?|channels?|briefings?|inbox|emails?)\b/i,
      /^follow (?:us|our (?:channel|page)) on \S+/i,
      /^(?:join|follow) (?:us|our (?:channel|group|page)) (?:on|in|at) (?:whatsapp|telegram|facebook|twitter|x|instagram|youtube|tiktok)\b/i,
      /^download our (?:free )?(?:mobile |news )?app\b/i,
    ],
  },
  {
    name: 'translation-disclaimer',
    removes: 'notes about who translated or republished the text',
    mostWords: 60,
    patterns: [
      /^disclaimer\s*[:–—-]/i,
      /^(?:machine |automatically |auto-)?translated (?:by|with|using|from the .{1,30} by) /i,
      /^(?:this|the) (?:article|text|story|post|content|report) (?:has been|was|is) (?:machine[- ]|automatically |originally )?(?:translated|republished|syndicated)\b/i,
    ],
  },
  {
    name: 'editor-line',
    removes: 'lines that name the web editor',
    mostWords: 15,
    patterns: [
      /^[([（【]?\s*(?:web |online |website |copy )?editors?\s*[:：]\s*\S[^.]*$/i,
      /^[（([]?责任?编辑?\s*[:：]/,
    ],
  },
  {
    name: 'more-link',
    removes: 'links to more of the page',
    mostWords: 14,
    patterns: [
      phrase(
        '(?:show|read|load|see|view) (?:more|less|all)|continue reading|(?:see|view) (?:this content|(?:the )?original|all comments|comments)(?: by source| here)?|read (?:the )?full (?:story|article|text)(?: here)?|back to top|skip to (?:main )?content|leave a (?:comment|reply)|(?:story|article) continues below(?: (?:this )?(?:advertisement|ad))?|advertisement|advertising|sponsored content',
      ),
      /^click (?:here )?to (?:read|see|view|share|print|subscribe|expand|enlarge)\b/i,
    ],
  },
  {
    name: 'share-buttons',
    removes: 'the labels of buttons that share the page',
    mostWords: 30,
    patterns: [
      /^(?:please )?(?:share|like|retweet) (?:this|the|on|via|with|it on|now|article|story|post)(?: (?:this|article|story|post|page|on|via|facebook|twitter|x|whatsapp|telegram|linkedin|email|your friends|with))*[^\p{L}]*$/iu,
    ],
  },
];

const SHARE_WORDS = new Set(
  'share tweet retweet facebook twitter x whatsapp telegram linkedin e-mail email mail print pinterest reddit messenger vk weibo wechat copy link copied flipboard threads bluesky instagram youtube line viber tumblr pocket save bookmark on via by this article'.split(
    ' ',
  ),
);

/** Two or more networks and buttons, and no other word. */
const shareRow: CleaningRule = lineRule({
  name: 'share-buttons',
  removes: 'the labels of buttons that share the page',
  matches: (line) => {
    const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? [];
    const isPlea = words.length > 0 && words.every((word) => SHARE_WORDS.has(word));
    return isPlea && (words.length > 1 || words[0] === 'share') && !/[.;:]/.test(line);
  },
});

/** Rules for single lines that a known phrase gives away. */
export const phraseRules: readonly CleaningRule[] = [
  ...notices.map((notice) =>
    lineRule({
      name: notice.name,
      removes: notice.removes,
      matches: (line) =>
        wordCount(line) <= notice.mostWords && notice.patterns.some((pattern) => pattern.test(line)),
    }),
  ),
  shareRow,
];
