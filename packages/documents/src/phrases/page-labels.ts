const LABELS = [
  '(?:show|read|load|see|view) (?:more|less|all)|continue reading(?: below)?|read (?:the )?full (?:story|article|text)(?: here)?',
  '(?:see|view) (?:this content|(?:the )?original|all comments|comments)(?: by source| here)?|leave a (?:comment|reply)',
  'back to top|skip to (?:main )?content|skip (?:ad|advertisement)|scroll to continue.{0,40}|report this ad',
  '(?:story|article) continues(?: (?:below|after))?(?: (?:this )?ad(?:vertisement)?)?',
  'advertisement|advertising|advert|ad|ads|anzeige|werbung|publicidade|publicidad|publicité|pubblicità|реклама',
  'sponsored|sponsored content|promoted|promotion',
  'sharing is caring|supported by|text size|advertiser disclosure|our standards:? ?the thomson reuters trust principles',
  'unmute|remaining time.{0,20}|view (?:full )?gallery|view \\d+ (?:photos?|images?)',
];
const LABEL = new RegExp(`^[^\\p{L}\\p{N}]*(?:${LABELS.join('|')})[^\\p{L}\\p{N}]*$`, 'iu');
const MOST_CHARACTERS = 80;

/** Whether a line is nothing but a label of the page, whatever marks and arrows stand round it: "Advertisement", "» Read more". */
export function isPageLabel(line: string): boolean {
  return line.length <= MOST_CHARACTERS && LABEL.test(line);
}
