import { FootnoteError } from '@footnote/documents';
import { Command, CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { askCommand } from './commands/ask-command.ts';
import { evalCommand } from './commands/eval-command.ts';
import { indexCommand } from './commands/index-command.ts';
import { removeCommand } from './commands/remove-command.ts';
import { searchCommand } from './commands/search-command.ts';
import { serveCommand } from './commands/serve-command.ts';
import { statusCommand } from './commands/status-command.ts';
import { verifyCommand } from './commands/verify-command.ts';
import { EXIT, exitStatusOf } from './exit-status.ts';
import { tell } from './output.ts';
import { dropEmptySettings } from './settings.ts';

/** Runs the command line and sets the exit status of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', stopAtClosedPipe);
  dropEmptySettings(process.env);
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    process.exitCode = exitStatusOf(error);
    report(error);
  }
}

function createProgram(): Command {
  const program = new Command('footnote')
    .description('Ask your articles; every answer is a quote you can check.')
    .version(packageJson.version)
    .addHelpText(
      'after',
      '\nExample:\n  $ footnote index articles/\n  $ footnote ask "Who signed the treaty?"',
    );
  const commands = [
    indexCommand(),
    removeCommand(),
    searchCommand(),
    askCommand(),
    serveCommand(),
    statusCommand(),
    verifyCommand(),
    evalCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands])
    command.exitOverride().showHelpAfterError('(--help shows how)');
  return program;
}

/** Commander has reported its own errors by now. */
function report(error: unknown): void {
  if (error instanceof CommanderError) return;
  if (error instanceof FootnoteError) tell(error.message);
  else tell(`footnote failed, and should not have: ${error instanceof Error ? error.stack : String(error)}`);
}

/** `footnote search … | head` closes the pipe: nothing is wrong then, and nothing is left to do. */
function stopAtClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}
