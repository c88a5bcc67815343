import type { TextBlock } from '../text-blocks.ts';

export interface ArticleFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
}

/** Takes text blocks out of the article. */
export interface BlockRule {
  readonly name: string;
  select(blocks: readonly TextBlock[], facts: ArticleFacts): readonly TextBlock[];
}

function each(name: string, matches: (block: TextBlock, facts: ArticleFacts) => boolean): BlockRule {
  return { name, select: (blocks, facts) => blocks.filter((block) => matches(block, facts)) };
}
const wordCount = (text: string) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const key = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
export const isLinked = (block: TextBlock) => block.linkLength >= 0.9 * block.length;
const HEADING = /^h[1-6]$/;

const headline: BlockRule = {
  name: 'headline',
  select(blocks, { title }) {
    const title_ = title ? key(title) : null;
    return blocks.filter(
      (b, i) =>
        b.element.localName === 'h1' ||
        (title_ !== null && key(b.text) === title_ && (i < 8 || HEADING.test(b.element.localName))),
    );
  },
};

const SHARE_WORDS = new Set(
  (
    'share shares tweet pin print email e mail facebook twitter x linkedin whatsapp telegram reddit pinterest pint messenger instagram youtube flipboard ' +
    'tumblr vk copy link google plus sms save follow us on via this article story with friends it to your and or by like post more comment comments ' +
    'baixar compartilhar compartilhe teilen partager compartir condividi bookmark listen'
  ).split(' '),
);
const SHARE_WORD =
  /^(?:share|shares|tweet|facebook|twitter|whatsapp|email|print|linkedin|comments?|teilen|partager|compart.*)$/;
const shareLine = each('share line', (b) => {
  const words = b.length < 120 ? key(b.text).split(' ') : [];
  return (
    words.some((word) => SHARE_WORD.test(word)) &&
    words.every((word) => SHARE_WORDS.has(word) || /^\d+$/.test(word))
  );
});

const AD_LABEL =
  /^(?:-+\s*)?(?:advertisement|advertising|advert|ad|ads|anzeige|werbung|publicidade|publicidad|publicité|pubblicità|реклама|sponsored|sponsored content|promoted|promotion|story continues(?: below)?(?: (?:this )?ad(?:vertisement)?)?|article continues (?:below|after)(?: (?:this )?ad(?:vertisement)?)?|continue reading(?: below)?|scroll to continue.*|skip (?:ad|advertisement)|loading\W*|close|image|video|photo|photos|gallery|play|pause|x|×|report this ad|remaining time.*|unmute|caption|view (?:full )?gallery|view \d+ (?:photos?|images?))\W*(?:-+)?$/i;
const label = each('label', (b) => b.length < 60 && AD_LABEL.test(b.text));

const DATE_LINE =
  /^(?:(?:last )?(?:published|posted|updated|modified|created|first published|publication date|date)(?: on| at)?\b|(?:publicado|publié|veröffentlicht|pubblicato|atualizado|actualizado|опубликовано)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d|(?:segunda|terça|quarta|quinta|sexta)-feira|\d{1,2}:\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? \d{4})/i;
const dateLine = each(
  'date line',
  (b) =>
    wordCount(b.text) <= 16 &&
    /\d/.test(b.text) &&
    DATE_LINE.test(b.text) &&
    !/[.!?]["”’]?$/.test(b.text.replace(/\b[ap]\.m\.$/i, '')),
);

const BYLINE =
  /^(?:[Bb]y|BY|[Vv]on|[Pp]or|[Pp]ar|(?:[Ww]ritten|[Rr]eported|[Ee]dited|[Tt]ext|[Ww]ords|[Ss]tory|[Rr]eporting|[Pp]osted|[Pp]hotos?) by|Автор:?)\s+[\p{Lu}@]/u;
const bylineLine: BlockRule = {
  name: 'byline line',
  select(blocks, { authors }) {
    const names = authors.map(key);
    return blocks.filter(
      (b, i) =>
        wordCount(b.text) <= 14 &&
        ((BYLINE.test(b.text) && !/[.!?:]$/.test(b.text)) ||
          (i < 6 &&
            names.length > 0 &&
            names.some((n) => key(b.text).startsWith(n)) &&
            wordCount(b.text) <= 9 &&
            !/[.!?:]$/.test(b.text))),
    );
  },
};

const SEE_ALSO =
  /^[([{"“*•▶►>→\s]*(?:related|read|read more|read also|also read|read next|more|see|see also|see more|also see|watch|watch more|watch this|listen|don[’']?t miss|recommended|required reading|you may also like|more from|next|previous|up next|must read|trending|click here|view|leggi anche|leia também|leia mais|lea también|lire aussi|à lire|lesen sie auch|mehr|siehe auch|читайте также|baca juga|on [\w.]+\.com|also on [\w.]+|discover more|explore|in case you missed it|icymi|full story|story continues|(?:read|see) (?:our|the) (?:full|complete|latest)[^:]*|for more,? read)\b[^.]{0,40}?[:|»›>–-]?/i;
const seeAlso = each(
  'see also',
  (b) =>
    SEE_ALSO.test(b.text) &&
    wordCount(b.text) <= 40 &&
    (b.linkLength > 0.4 * b.length || (/^[^.!?]{3,40}[:…]$/.test(b.text) && wordCount(b.text) <= 6)),
);

const linked = each(
  'linked line',
  (b) => isLinked(b) && !HEADING.test(b.element.localName) && wordCount(b.text) >= 1,
);
const linkedHeading: BlockRule = {
  name: 'linked heading',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        isLinked(b) &&
        HEADING.test(b.element.localName) &&
        wordCount(b.text) >= 5 &&
        !(blocks[i + 1] && isProse(blocks[i + 1]!)),
    ),
};

const CREDIT =
  /^[([]?\s*(?:photos?|photograph|pictures?|images?|photo credit|image credit|picture credit|credits?|video|foto|fotos|bild|source|file photo|featured image|header image|illustration|image source|image copyright|photo illustration|screenshot|courtesy)(?: (?:by|via|of|from|credit|courtesy|source|copyright))*\s*[:/©|]|^(?:photo|photograph|image|illustration|picture|video|graphic|screenshot)s? (?:by|courtesy|via|from|of|provided)\b|^courtesy (?:of|photo)|^©\s*\S+(?:\s\S+){0,6}$|^image (?:copyright|caption)\b/i;
const CREDIT_END =
  /(?:\(|\/|\||—|–|-|,|:|\bvia\b|\bby\b|\bcredit:?)\s*(?:AP|AP Photo|AFP|Reuters|REUTERS|Getty|Getty Images|EPA|Shutterstock|iStock|Bloomberg|Associated Press|Xinhua|TASS|PA|Unsplash|Pexels|Pixabay|AFP via Getty Images|Alamy|Flickr|Wikimedia(?: Commons)?|USA TODAY Sports)\b[^.]{0,40}\)?\.?$/;
const creditLine = each(
  'credit line',
  (b) =>
    wordCount(b.text) <= 40 &&
    (CREDIT.test(b.text)
      ? wordCount(b.text) <= 25
      : CREDIT_END.test(b.text) ||
        /\((?:AP )?Photo(?:s)?(?: by|\/| courtesy)[^)]*\)\s*$|\bCredit:\s*[^.]{2,60}\.?$|\|\s*(?:Image|Photo|Picture) credits?:/i.test(
          b.text,
        )),
);

const CONTACT =
  /(?:^|\b)(?:may be reached at|can be reached (?:at|on|by|via)|reach (?:him|her|them|the reporters?|[A-Z]\w+) (?:at|on|by)|follow (?:him|her|them|us|me|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at|@)|(?:contact|e-?mail|write to) (?:him|her|them|us|the (?:author|writer|reporter)|[A-Z]\w+(?: [A-Z][\w-]+){0,2}) (?:at|on|via)|have a tip|got a (?:news )?tip|send (?:us )?(?:your )?tips|email:? \S+@|like this (?:story|article)\?|tell us what you think|what do you think\?|let us know (?:in|what)|join the conversation|click here to (?:get|sign|subscribe|download|read|follow)|sign up (?:for|to|here)|subscribe (?:to|now|today|here|for)|please subscribe|get (?:the|our) (?:latest|best|app|newsletter)|download (?:the|our) (?:\w+ ){0,3}app|support (?:our|independent|quality) journalism|our journalism needs|to continue reading|already a subscriber|register (?:now|for free|to read)|log ?in to)/i;
const callToAction: BlockRule = {
  name: 'call to action',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        CONTACT.test(b.text) &&
        wordCount(b.text) <= 45 &&
        (i > 0.5 * blocks.length ||
          /^(?:sign up|subscribe|click here|download|get the|follow|like this|email|e-mail|contact|have a tip|got a|join|support|register|log ?in|please|our journalism)/i.test(
            b.text,
          )),
    ),
};

const AFFILIATE =
  /(?:if you (?:buy|purchase|click)|(?:we|\w+) (?:may|might|will|could) (?:earn|receive|get|collect|be paid)|products? (?:discussed|featured|selected|recommended)|independently (?:chosen|selected|reviewed)|when you (?:buy|purchase|click|shop)|share of (?:the )?(?:revenue|sales)|income.earning)[^]{0,200}\b(?:commissions?|compensation|share of|revenue|affiliate|paid a fee|our (?:site|links)|editors?)\b|\baffiliate (?:commission|links?|partner|program)|^FTC:/i;
const affiliate = each('affiliate note', (b) => wordCount(b.text) <= 90 && AFFILIATE.test(b.text));

const SOURCE =
  /^(?:sources?|citation|more information|journal information|journal reference|provided by|references?|doi|via|fonte|fuente|quelle)\s*:/i;
const sourceLine: BlockRule = {
  name: 'source line',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        SOURCE.test(b.text) &&
        wordCount(b.text) <= 45 &&
        (i > 0.6 * blocks.length || wordCount(b.text) <= 10),
    ),
};
const PRICE = /^(?:from )?[$€£]\s?\d[\d,.]*(?:\s*[-–]\s*[$€£]?\s?\d[\d,.]*)?$/;
const price = each('price', (b) => PRICE.test(b.text));

const COPYRIGHT =
  /^(?:copyright\b|©|\(c\)\s|&copy;)|all rights reserved\b|^this (?:document|material|article) (?:is subject to copyright|may not be)/i;
const copyright = each('copyright', (b) => wordCount(b.text) <= 60 && COPYRIGHT.test(b.text));

const TAIL_HEADING =
  /^(?:related(?: (?:articles?|stories|posts?|news|content|topics?|links?|reading|coverage|videos?))?|more (?:from|on|in|about|stories|news|great|like|to|articles|coverage)\b.{0,40}|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|you may also like|recommended.{0,30}|read (?:more|next|also)|also read|see also|trending.{0,20}|most (?:read|popular|viewed|shared|recent).{0,20}|popular.{0,25}|latest.{0,20}|top stories|tagged(?: in| with)?|tags?|topics?|filed under|categories|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply).{0,20}|post (?:a |your )?comment.{0,10}|add (?:a )?comment|join the (?:conversation|discussion)|about the authors?|about (?:us|the writer)|share this.{0,20}|follow us.{0,20}|newsletter|subscribe|sign up.{0,30}|support \w+|self promo|editor[’']?s picks?|don[’']t miss|what to read next|people are (?:also )?reading.{0,3}|people also .{0,10}|up next|next article|previous article|next auto.*|sponsored.{0,20}|promoted.{0,20}|from (?:the|our) (?:web|partners).{0,20}|around the web|explore (?:more|further)|further reading|sources?|references|footnotes|read more about.{0,30}|in this (?:article|story)|a word to our .{0,20}|ver também|veja também|leia também|artigos relacionados|você (?:pode|também).{0,25}|отзывы.*|самые популярные.*|читайте также.*|похожие.*|комментарии.*|potrebbe interessarti.*|articoli correlati|mehr zum thema|lesen sie auch|das könnte.{0,20}|à lire aussi|sur le même sujet|artikel terkait|baca juga)\s*[:.…]*$/i;

const PROSE_WORDS = 25;
const isProse = (b: TextBlock) => b.linkLength < 0.3 * b.length && wordCount(b.text) >= PROSE_WORDS;

/**
 * What a heading such as "More from …" leads in: everything to the end where little prose follows it, else the linked
 * and short lines right below it.
 */
const tail: BlockRule = {
  name: 'after the article',
  select(blocks) {
    const lengths = blocks.map((b) => (isProse(b) ? b.length : 0));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const removed: TextBlock[] = [];
    let before = 0;
    for (let index = 0; index < blocks.length; index++) {
      const b = blocks[index]!;
      if (wordCount(b.text) <= 8 && TAIL_HEADING.test(b.text)) {
        if (index > 0 && endsArticle(blocks.slice(index + 1), before / total))
          return [...removed, ...blocks.slice(index)];
        removed.push(b);
        while (index + 1 < blocks.length && blocks[index + 1]!.linkLength > 0.5 * blocks[index + 1]!.length)
          removed.push(blocks[++index]!);
      }
      before += lengths[index]!;
    }
    return removed;
  },
};

/** Teasers and notes come one prose block at a time; an article that goes on has two in a row. */
function endsArticle(rest: readonly TextBlock[], shareBefore: number): boolean {
  if (shareBefore >= 0.85) return true;
  return shareBefore >= 0.5 && rest.filter(isProse).length <= 1;
}

export const BLOCK_RULES: readonly BlockRule[] = [
  headline,
  shareLine,
  label,
  dateLine,
  bylineLine,
  seeAlso,
  creditLine,
  callToAction,
  affiliate,
  copyright,
  sourceLine,
  price,
  tail,
  linked,
  linkedHeading,
];
