import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const TSX = import.meta.resolve('tsx');
const NPM_GONE = resolve(import.meta.dirname, 'npm-gone.ts');

it.each(['SIGKILL', 'SIGTERM'] as const)('is told when npm start is ended by %s', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-npm-gone-'));
  try {
    writeFileSync(
      join(folder, 'started.ts'),
      `import { npmGone } from ${JSON.stringify(NPM_GONE)};
const waiting = setInterval(() => undefined, 1_000);
npmGone().addEventListener('abort', () => clearInterval(waiting));
console.log('started');`,
    );
    const start = `node --import ${TSX} started.ts`;
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { start } }));
    const npm = spawn('npm', ['start', '--silent'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((started) => npm.stdout.once('data', () => started()));
    npm.kill(signal);
    // The pipe ends with the last process that holds it.
    await new Promise<void>((ended) => npm.stdout.resume().once('end', () => ended()));
    expect(npm.signalCode ?? npm.exitCode).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
