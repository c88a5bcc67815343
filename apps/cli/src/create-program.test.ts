import { type Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from './create-program.ts';
import { EXIT, exitStatusOf } from './exit-status.ts';

/** What a command line that runs no command prints, and its exit status. */
async function outcomeOf(args: readonly string[]): Promise<{ status: number; stdout: string }> {
  const written: string[] = [];
  const program = createProgram();
  const output = { writeOut: (text: string) => written.push(text), writeErr: () => {} };
  for (const command of [program, ...program.commands]) command.configureOutput(output);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    expect(error).toBeInstanceOf(CommanderError);
    return { status: exitStatusOf(error), stdout: written.join('') };
  }
  throw new Error('A command ran.');
}

const COMMANDS = [
  'index',
  'remove',
  'search',
  'ask',
  'serve',
  'mcp',
  'status',
  'verify',
  'eval',
  'calibrate',
];

it.each(COMMANDS)('shows an example with the help of %s', async (name) => {
  const { status, stdout } = await outcomeOf([name, '--help']);
  expect(status).toBe(EXIT.done);
  expect(stdout).toMatch(new RegExp(`Example:\\s+\\$ footnote ${name} `));
});

it('has every command of which it shows the help', () => {
  const names = createProgram().commands.map((command: Command) => command.name());
  expect(names).toEqual(COMMANDS);
});

it.each([
  [[]],
  [['nonsense']],
  [['index']],
  [['remove']],
  [['search']],
  [['search', 'a', 'b']],
  [['search', 'a', '--first', '0']],
  [['search', 'a', '--first', '51']],
  [['search', 'a', '--mode', 'fast']],
  [['ask', 'a', '--since', '2023-02-29']],
  [['serve', '--port', '70000']],
  [['serve', '--token', 'a-secret-on-the-command-line']],
  [['serve', '--allowed-hosts', 'https://news.example']],
  [['serve', '--cors-origins', 'app.example']],
  [['serve', '--cors-origins', 'https://app.example/page']],
  [['serve', '--path-prefix', '/a b']],
  [['serve', '--path-prefix', '/a/../b']],
  [['serve', '--trusted-proxies', '10.0.0.0/99']],
  [['serve', '--rate-limit', '-1']],
  [['eval', 'a', '--limit', 'all']],
  [['status', '--colour']],
])('takes %j for wrong usage', async (args) => {
  expect(await outcomeOf(args)).toEqual({ status: EXIT.wrongUsage, stdout: '' });
});
