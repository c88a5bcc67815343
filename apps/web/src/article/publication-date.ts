const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** An ISO calendar date in words: "2013-03-24" is "24 March 2013". */
export function dateInWords(date: string): string {
  return format.format(new Date(`${date}T00:00:00Z`));
}
