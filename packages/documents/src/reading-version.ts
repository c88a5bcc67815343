/** Grows when the rules of reading change what comes out of a file: an index then reads every file again. */
export const READING_VERSION = 6;
