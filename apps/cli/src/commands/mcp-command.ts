import { once } from 'node:events';
import { Command } from 'commander';
import { tell } from '../output.ts';
import { settingOption, type WriterOptions, writerSettings } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';

interface McpOptions extends WriterOptions {
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly reader?: string;
  readonly readers?: number;
  readonly threshold?: number;
}

export function mcpCommand(): Command {
  return new Command('mcp')
    .description(
      'Gives agents tools to search, ask and cite the articles (Model Context Protocol over stdio).',
    )
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .addOption(settingOption('reader'))
    .addOption(settingOption('readers'))
    .addOption(settingOption('threshold'))
    .addOption(settingOption('writerUrl'))
    .addOption(settingOption('writerModel'))
    .addHelpText('after', '\nExample:\n  $ footnote mcp --index /home/me/news/.footnote')
    .action(mcp);
}

async function mcp(options: McpOptions): Promise<void> {
  const [{ openEngine }, { serveMcpOverStdio }] = await Promise.all([
    import('@footnote/engine'),
    import('@footnote/mcp'),
  ]);
  const writer = writerSettings(options, process.env);
  const engine = await openEngine({ ...options, writer, onDownload: tellDownload });
  const stopped = new AbortController();
  void Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => stopped.abort());
  try {
    await serveMcpOverStdio({
      engine,
      input: process.stdin,
      output: process.stdout,
      signal: stopped.signal,
      onFailure: (error) => tell(`A tool failed: ${error instanceof Error ? error.stack : String(error)}`),
    });
  } finally {
    await engine.close();
  }
}
