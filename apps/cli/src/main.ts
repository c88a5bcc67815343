import { FootnoteError } from '@footnote/core';
import { CommanderError } from 'commander';
import { createProgram } from './create-program.ts';
import { EXIT, exitStatusOf } from './exit-status.ts';
import { tell } from './output.ts';
import { dropEmptySettings } from './settings.ts';
import { InterruptedError } from './until-interrupted.ts';

/** Runs the command line and sets the exit status of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', stopAtClosedPipe);
  dropEmptySettings(process.env);
  // A command may await what holds nothing open (a child that was told to end); Node would then leave in the middle.
  const presence = setInterval(() => {}, 2 ** 30);
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = exitStatusOf(error);
    report(error);
  } finally {
    clearInterval(presence);
  }
}

/** Commander has reported its own errors by now. */
function report(error: unknown): void {
  if (error instanceof CommanderError) return;
  if (error instanceof FootnoteError || error instanceof InterruptedError) tell(error.message);
  else tell(`footnote failed, and should not have: ${error instanceof Error ? error.stack : String(error)}`);
}

/** `footnote search … | head` closes the pipe: nothing is wrong then, and nothing is left to do. */
function stopAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}
