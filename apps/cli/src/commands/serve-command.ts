import { once } from 'node:events';
import { Command } from 'commander';
import { type AccessFlags, accessOptions, readAccess } from '../access-settings.ts';
import { tell } from '../output.ts';
import { settingOption, type WriterOptions, writerSettings } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';

interface ServeOptions extends AccessFlags, WriterOptions {
  readonly index: string;
  readonly host: string;
  readonly port: number;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly logLevel: string;
  readonly threshold?: number;
  readonly writable?: true;
  readonly traceQuestions?: true;
}

const EXAMPLES = `
Example:
  $ footnote serve --index .footnote --port 4000
  $ footnote serve --host 0.0.0.0 --token-file token.txt --allowed-hosts news.example`;

export function serveCommand(): Command {
  const command = new Command('serve')
    .description('Serves the API (GraphQL at /graphql, tools for agents at /mcp) until it is stopped.')
    .addOption(settingOption('index'))
    .addOption(settingOption('host'))
    .addOption(settingOption('port'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .addOption(settingOption('reader'))
    .addOption(settingOption('readers'))
    .addOption(settingOption('logLevel'))
    .addOption(settingOption('threshold'))
    .addOption(settingOption('writable'))
    .addOption(settingOption('traceQuestions'))
    .addOption(settingOption('writerUrl'))
    .addOption(settingOption('writerModel'))
    .addHelpText('after', EXAMPLES)
    .action(serve);
  for (const option of accessOptions()) command.addOption(option);
  return command;
}

async function serve({ host, port, logLevel, ...options }: ServeOptions): Promise<void> {
  const [{ startServer }, { pino }] = await Promise.all([import('@footnote/api'), import('pino')]);
  const logger = pino({ name: 'footnote', level: logLevel }, pino.destination({ dest: 2, sync: true }));
  const access = await readAccess(options);
  const engine = { ...options, writer: writerSettings(options, process.env), onDownload: tellDownload };
  // It is disconnected when what started it with a channel, as npm start does, is gone however it ended.
  const stopped = Promise.race(['SIGINT', 'SIGTERM', 'disconnect'].map((event) => once(process, event)));
  // Only to be listened to: the channel keeps no server running that has stopped, or that did not start.
  process.channel?.unref();
  const server = await startServer({ ...engine, host, port, access, logger });
  try {
    await Promise.race([server.ready, stopped]);
    tell(`The API is at ${server.url}`);
    await stopped;
  } finally {
    await server.close();
  }
}
