import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { askCommand } from './commands/ask-command.ts';
import { calibrateCommand } from './commands/calibrate-command.ts';
import { evalCommand } from './commands/eval-command.ts';
import { indexCommand } from './commands/index-command.ts';
import { mcpCommand } from './commands/mcp-command.ts';
import { removeCommand } from './commands/remove-command.ts';
import { searchCommand } from './commands/search-command.ts';
import { serveCommand } from './commands/serve-command.ts';
import { statusCommand } from './commands/status-command.ts';
import { verifyCommand } from './commands/verify-command.ts';

/** The whole command line. It throws CommanderError instead of ending the process. */
export function createProgram(): Command {
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
    mcpCommand(),
    statusCommand(),
    verifyCommand(),
    evalCommand(),
    calibrateCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands])
    command.exitOverride().showHelpAfterError('(--help shows how)');
  return program;
}
