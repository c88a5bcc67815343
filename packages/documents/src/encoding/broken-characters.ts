/** What an emoji turned into when a page was saved in the wrong encoding. One alone may be a letter, and is none. */
export const BROKEN_CHARACTERS = /\uFFFD{2,} ?|(?<!\S)\uFFFD(?:[^\S\n]+|(?=\n)|$)/gu;
