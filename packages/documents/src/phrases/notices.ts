import { wordCount } from './words.ts';

/** A line that is nothing but a known phrase, whatever marks and arrows stand round it. */
function phrase(words: string): RegExp {
  return new RegExp(`^[^\\p{L}\\p{N}]*(?:${words})[^\\p{L}\\p{N}]*$`, 'iu');
}

/** A notice of the page: a line of no more than so many words that begins or speaks in a way that articles do not. */
export interface Notice {
  readonly name: string;
  readonly removes: string;
  readonly mostWords: number;
  readonly patterns: readonly RegExp[];
}

const YOUR = '(?:your|the|seu|sua|su|tu|votre|ton|ihren|deinen|il tuo)';

export const NOTICES: readonly Notice[] = [
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
      /\bplease,? (?:donate|(?:support|help (?:support|fund)) (?:our |independent |quality |free |local )+(?:journalism|reporting|newsroom))\b/i,
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
    name: 'disclaimer',
    removes: 'disclaimers of the publisher',
    mostWords: 60,
    patterns: [/^disclaimer\s*[:–—-]/i],
  },
  {
    name: 'translation-note',
    removes: 'notes about who translated or republished the text',
    mostWords: 60,
    patterns: [
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
    name: 'advertising-note',
    removes: 'notes that the newsroom did not write an advertiser’s text',
    mostWords: 60,
    patterns: [
      /\b(?:newsroom|news|editorial)\b.{0,80}\b(?:had no role in|(?:was|were) not involved in) (?:the )?(?:creation|writing|production)\b/i,
    ],
  },
  {
    name: 'affiliate-note',
    removes: 'notes on how the publisher earns from links',
    mostWords: 90,
    patterns: [
      /(?:if you (?:buy|purchase|click)|(?:we|\w+) (?:may|might|will|could) (?:earn|receive|get|collect|be paid)|products? (?:discussed|featured|selected|recommended)|independently (?:chosen|selected|reviewed)|when you (?:buy|purchase|click|shop)|share of (?:the )?(?:revenue|sales)|income.earning)[\s\S]{0,200}\b(?:commissions?|compensation|share of|revenue|affiliate|paid a fee|our (?:site|links)|editors?)\b/i,
      /\baffiliate (?:commission|links?|partner|program)|^FTC:/i,
    ],
  },
  {
    name: 'copyright',
    removes: 'copyright notices',
    mostWords: 60,
    patterns: [
      /^(?:copyright\b|©|\(c\)\s|&copy;)|all rights reserved\b/i,
      /^this (?:document|material|article) (?:is subject to copyright|may not be)/i,
    ],
  },
  {
    name: 'advice-disclaimer',
    removes: 'notes that the text is no advice',
    mostWords: 110,
    patterns: [/\bfor informational purposes only\b|\bdoes not constitute (?:\w+ ){1,3}advice\b/i],
  },
];

/** No notice is longer; a longer line is text, and is not looked at. */
const MOST_CHARACTERS = 1000;
/** Words of a notice are shorter than this on average, their space included: spares counting the words of long lines. */
const LONG_WORD = 12;

export function isNotice(line: string, { mostWords, patterns }: Notice): boolean {
  if (line.length > Math.min(MOST_CHARACTERS, mostWords * LONG_WORD)) return false;
  return patterns.some((pattern) => pattern.test(line)) && wordCount(line) <= mostWords;
}
