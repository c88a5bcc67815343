import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const VERSION = 'v1.35.2';
const MODULE = `github.com/weaviate/weaviate/cmd/weaviate-server@${VERSION}`;

/** Where the server and the data of the cluster are kept; nothing of it is needed by anything else. */
export const CLUSTER_FOLDER = resolve(import.meta.dirname, '../../node_modules/.cache/footnote/weaviate');

/**
 * The server's program, built from its Go module when it is not there yet: about twelve minutes on two cores, once.
 * @throws Error without Go 1.24 or newer
 */
export async function weaviateServer(): Promise<string> {
  const folder = join(CLUSTER_FOLDER, VERSION);
  const program = join(folder, 'weaviate-server');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  process.stderr.write(`Building Weaviate ${VERSION} from its Go module, once; this takes some minutes …\n`);
  const build = spawn('go', ['install', MODULE], {
    env: { ...process.env, GOBIN: folder, CGO_ENABLED: '0' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const failed = once(build, 'error').then(([cause]) => {
    throw new Error('The go command cannot be run. Install Go (https://go.dev/dl), then try again.', {
      cause,
    });
  });
  const [status] = await Promise.race([once(build, 'exit'), failed]);
  if (status !== 0 || !existsSync(program)) throw new Error(`"go install ${MODULE}" failed: see above.`);
  return program;
}
