import { wordCount } from '../../phrases/words.ts';
import type { BlockRule } from './block-rule.ts';

const CONTACT =
  /(?:^|\b)(?:may be reached at|can be reached (?:at|on|by|via)|reach (?:him|her|them|the reporters?|[A-Z]\w+) (?:at|on|by)|follow (?:him|her|them|us|me|[A-Z]\w+(?: [A-Z]\w+)?) (?:on|at|@)|follow (?:[\w'’]+ ){1,6}on (?:facebook|twitter|instagram|youtube|telegram|whatsapp|tiktok)\b|(?:contact|e-?mail|write to) (?:him|her|them|us|the (?:author|writer|reporter)|[A-Z]\w+(?: [A-Z][\w-]+){0,2}) (?:at|on|via)|have a tip|got a (?:news )?tip|send (?:us )?(?:your )?tips|email:? \S+@|like this (?:story|article)\?|tell us what you think|what do you think\?|let us know (?:in|what)|join the conversation|click here to (?:get|sign|subscribe|download|read|follow)|sign up (?:for|to|here)|subscribe (?:to|now|today|here|for)|please subscribe|get (?:the|our) (?:latest|best|app|newsletter)|download (?:the|our) (?:\w+ ){0,3}app|support (?:our|independent|quality) journalism|our journalism needs|to continue reading|already a subscriber|register (?:now|for free|to read)|log ?in to)/i;

/** Invitations to follow, subscribe, write in or download: at the end, or wherever a line is only that. */
export const callToAction: BlockRule = {
  name: 'call to action',
  select: (blocks) =>
    blocks.filter(
      (b, i) =>
        CONTACT.test(b.text) &&
        wordCount(b.text) <= 45 &&
        (i > 0.5 * blocks.length ||
          (b.linkLength > 0 && wordCount(b.text) <= 40 && /newsletter|subscribe/i.test(b.text)) ||
          /^(?:sign up|subscribe|click here|download|get the|follow|like this|email|e-mail|contact|have a tip|got a|join|support|register|log ?in|please|our journalism)/i.test(
            b.text,
          )),
    ),
};
