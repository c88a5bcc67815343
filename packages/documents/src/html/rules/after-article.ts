import { wordCount } from '../../phrases/words.ts';
import type { TextBlock } from '../text-blocks.ts';
import { type BlockRule, isParagraph } from './block-rule.ts';

/** Short lines that lead in what is not the article any more, in the languages seen most. */
const TAIL_HEADING =
  /^(?:related(?: (?:articles?|stories|posts?|news|content|topics?|links?|reading|coverage|videos?))?|more (?:from|on|in|about|stories|news|great|like|to|articles|coverage)\b.{0,40}|you (?:may|might) (?:also )?(?:like|be interested).{0,20}|you may also like|recommended.{0,30}|read (?:more|next|also)|also read|see also|trending.{0,20}|most (?:read|popular|viewed|shared|recent).{0,20}|popular.{0,25}|latest.{0,20}|top stories|tagged(?: in| with)?|tags?|topics?|filed under|categories|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply).{0,20}|post (?:a |your )?comment.{0,10}|add (?:a )?comment|join the (?:conversation|discussion)|about the authors?|about (?:us|the writer)|share this.{0,20}|follow us.{0,20}|newsletter|subscribe|sign up.{0,30}|editor[’']?s picks?|don[’']t miss|what to read next|people are (?:also )?reading.{0,3}|people also .{0,10}|up next|next article|previous article|sponsored.{0,20}|promoted.{0,20}|from (?:the|our) (?:web|partners).{0,20}|around the web|explore (?:more|further)|further reading|sources?|references|footnotes|read more about.{0,30}|in this (?:article|story)|ver também|veja também|leia também|artigos relacionados|você (?:pode|também).{0,25}|отзывы.*|самые популярные.*|читайте также.*|похожие.*|комментарии.*|potrebbe interessarti.*|articoli correlati|mehr zum thema|lesen sie auch|das könnte.{0,20}|à lire aussi|sur le même sujet|artikel terkait|baca juga)\s*[:.…]*$/i;

/**
 * What a heading such as "More from …" leads in: everything to the end where little prose follows it, else the linked
 * and short lines right below it.
 */
const COMPANY_HEADING = /^(?:about|über|à propos de) .{2,40}$/i;

export const tail: BlockRule = {
  name: 'after the article',
  select(blocks) {
    const lengths = blocks.map((b) => (isParagraph(b) ? b.length : 0));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const removed: TextBlock[] = [];
    let before = 0;
    for (let index = 0; index < blocks.length; index++) {
      const b = blocks[index]!;
      if (isTailHeading(b, before / total)) {
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

/** A press release ends in a heading "About" its company. */
function isTailHeading(block: TextBlock, shareBefore: number): boolean {
  if (wordCount(block.text) > 8) return false;
  return TAIL_HEADING.test(block.text) || (shareBefore >= 0.6 && COMPANY_HEADING.test(block.text));
}

/** Teasers and notes come one prose block at a time; an article that goes on has two in a row. */
function endsArticle(rest: readonly TextBlock[], shareBefore: number): boolean {
  if (shareBefore >= 0.85) return true;
  return shareBefore >= 0.5 && rest.filter(isParagraph).length <= 1;
}
