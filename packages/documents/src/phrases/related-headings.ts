/** How pages lead in what is not the article any more, a kind of words a line; in the languages seen most. */
const HEADINGS = [
  'related(?: (?:stor(?:y|ies)|articles?|news|posts?|topics?|content|links?|coverage|reading|tags|videos?))?',
  '(?:more|latest|other|top) (?:news|stories|articles|headlines|coverage|great)(?: (?:from|on|in|about) .{1,40})?',
  'more (?:from|on|in|about|like|to|stories|news|great|articles|coverage)\\b.{0,40}',
  'latest.{0,20}|top stories|trending.{0,20}|popular.{0,25}|most (?:read|popular|viewed|shared|recent).{0,20}',
  'you (?:may|might)(?: also)? (?:like|be interested).{0,20}',
  'recommended.{0,30}|read (?:also|more|next|this next|more (?:on|about).{0,30})|see also|also read',
  "don[’']?t miss|editor[’']?s?[’']? picks?|what to read next|(?:what (?:others|people)|people) are (?:also )?reading.{0,3}|people also .{0,10}",
  'up next|next article|previous article|explore (?:more|further)|further reading|in this (?:article|story)',
  'tagged(?: in| with)?|tags?|topics?|filed under|categories',
  'comments?(?: \\(\\d+\\))?|\\d+ comments?|leave a (?:comment|reply).{0,20}|post (?:a |your )?comment.{0,10}|add (?:a )?comment',
  'join the (?:conversation|discussion)|about the authors?|about (?:us|the writer)',
  'share this.{0,20}|follow us.{0,20}|newsletter|subscribe|sign up.{0,30}',
  'sponsored.{0,20}|promoted.{0,20}|from (?:the|our) (?:web|partners).{0,20}|around the web',
  'ver também|veja também|leia também|artigos relacionados|você (?:pode|também).{0,25}',
  'отзывы.*|самые популярные.*|читайте также.*|похожие.*|комментарии.*',
  'potrebbe interessarti.*|articoli correlati|mehr zum thema|lesen sie auch|das könnte.{0,20}',
  'à lire aussi|sur le même sujet|artikel terkait|baca juga',
];
const RELATED_HEADING = new RegExp(`^(?:${HEADINGS.join('|')})\\s*[:：.…]*$`, 'iu');

/** Whether a line leads in other articles, comments or the page's own business: "Related stories", "You may also like". */
export function isRelatedHeading(line: string): boolean {
  return RELATED_HEADING.test(line);
}

const LEAD_WORDS =
  'related|read|read more|read also|also read|read next|read this|more|more on this|see|see also|see more|also see|watch|watch more|watch this|listen|' +
  "don[’']?t miss|recommended|required reading|you may also like|more from|next|previous|up next|must read|trending|click here|view|" +
  'leggi anche|leia também|leia mais|lea también|lire aussi|à lire|lesen sie auch|mehr|siehe auch|читайте также|baca juga|' +
  'on [\\w.]+\\.com|also on [\\w.]+|discover more|explore|in case you missed it|icymi|full story|story continues|' +
  '(?:read|see) (?:our|the) (?:full|complete|latest)[^:]*|for more,? read';

/** How a link within the text says that it leads elsewhere: "Read also", "Watch more", whatever mark stands before. */
export const SEE_ALSO_LEAD = `^[([{"“*•▶►>→\\s]*(?:${LEAD_WORDS})`;
