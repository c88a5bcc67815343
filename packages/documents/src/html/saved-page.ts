/** Browsers and savers note where a page came from within so many characters of its start. */
const HEAD_CHARACTERS = 8192;

/** `<!-- saved from url=(0041)https://… -->` of browsers, `url: https://…` in the comment that SingleFile leaves. */
const SAVED_FROM =
  /<!--\s*(?:saved from url=\(\d+\)\s*(\S+)|Page saved with SingleFile[\s\S]{0,400}?\burl:\s*(\S+))/i;

/** The address that whoever saved the page noted in it; null without one. */
export function savedAddress(html: string): string | null {
  const match = SAVED_FROM.exec(html.slice(0, HEAD_CHARACTERS));
  return match === null ? null : (match[1] ?? match[2])!.replace(/-->$/, '');
}
