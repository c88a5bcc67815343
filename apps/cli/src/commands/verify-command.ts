import { isClusterLocation } from '@footnote/index-location';
import { Command } from 'commander';
import { EXIT } from '../exit-status.ts';
import { printDocument, printLines, tell } from '../output.ts';
import { settingOption } from '../settings.ts';
import { tellDownload } from '../tell-download.ts';

interface VerifyOptions {
  readonly index: string;
  readonly model?: string;
  readonly pooling?: string;
  readonly repair?: true;
  readonly json?: true;
}

const REPAIR =
  'Try footnote verify --repair, or delete the folder and build the index again with footnote index.';
const REINDEX =
  'Take out what is damaged with footnote remove, and bring it back with footnote index; the cluster repairs its own replicas.';

export function verifyCommand(): Command {
  return new Command('verify')
    .description('Checks every checksum and every offset of the index.')
    .addOption(settingOption('index'))
    .addOption(settingOption('model'))
    .addOption(settingOption('pooling'))
    .option('--repair', 'mend what can be mended, then check')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  $ footnote verify --index .footnote')
    .action(verify);
}

async function verify({ index, model, pooling, repair, json }: VerifyOptions): Promise<void> {
  if (repair) await mend(index, { model, pooling });
  const { indexAt } = await import('@footnote/index-location');
  const { ok, problems } = await (await indexAt(index)).verify();
  if (json) printDocument({ ok, problems: problems.map(({ code, message }) => ({ code, message })) });
  else printLines(ok ? ['The index is sound.'] : problems.map(({ code, message }) => `${code}: ${message}`));
  if (ok) return;
  process.exitCode = EXIT.damaged;
  if (!repair) tell(isClusterLocation(index) ? REINDEX : REPAIR);
}

async function mend(
  directory: string,
  { model, pooling }: Record<'model' | 'pooling', string | undefined>,
): Promise<void> {
  const { assertDirectory } = await import('@footnote/index-location');
  assertDirectory(directory, { use: 'verify --repair', remedy: REINDEX });
  const { resolveEmbeddingModel } = await import('@footnote/inference');
  const { repairIndex } = await import('@footnote/ingestion');
  const report = await repairIndex(directory, {
    model: await resolveEmbeddingModel({ setting: model, pooling, onDownload: tellDownload }),
  });
  for (const action of report.actions) tell(action);
  if (report.lost > 0) tell(`${report.lost} articles could not be saved. Index their files again.`);
}
