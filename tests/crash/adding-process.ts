import { sqliteIndex } from '@footnote/index-sqlite';
import { resolveEmbeddingModel } from '@footnote/inference';
import { addArticles } from '@footnote/ingestion';

/**
 * Adds files in a process of its own, which ends itself by SIGKILL at a given moment.
 * Arguments: index directory; `before-commit`, `after-commit`, a number of passages, or `never`; the files as JSON.
 */
const [directory, moment, json] = process.argv.slice(2) as [string, string, string];
const die = () => process.kill(process.pid, 'SIGKILL');

const engine = sqliteIndex(directory);
const files = Object.entries(JSON.parse(json) as Record<string, string>).map(([name, text]) => {
  return { name, bytes: Buffer.from(text) };
});
try {
  await addArticles({
    index: {
      ...engine,
      openWriter: async (options) => {
        const writer = await engine.openWriter(options);
        const apply = writer.apply.bind(writer);
        return Object.assign(writer, {
          apply: async (changes: Parameters<typeof apply>[0]) => {
            const isCommit = changes.some(({ kind }) => kind === 'put');
            if (isCommit && moment === 'before-commit') die();
            await apply(changes);
            if (isCommit && moment === 'after-commit') die();
          },
        });
      },
    },
    files,
    model: await resolveEmbeddingModel(),
    workers: 1,
    onProgress: ({ passages }) => {
      if (passages === Number(moment)) die();
    },
  });
  process.stdout.write('added\n');
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.stdout.write(`failed ${code} ${message}\n`);
}
