/** The one JSON document of a command, on standard output. */
export function printDocument(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** What a person asked to see, on standard output. */
export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''));
}

/** Progress and messages, on standard error. */
export function tell(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** What a person should know of something that was done all the same, on standard error. */
export function tellNotes(warnings: readonly string[]): void {
  for (const warning of warnings) tell(`Note: ${warning}`);
}

/** Articles are other people's: control characters in them must not steer the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd');
}
