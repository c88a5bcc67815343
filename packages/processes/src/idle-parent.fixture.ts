import type { EchoRequest } from './echo-process.fixture.ts';
import { WorkerProcess } from './worker-process.ts';

const echo = new WorkerProcess<EchoRequest, string>({
  entry: new URL('./echo-process.fixture.ts', import.meta.url),
  start: {},
  name: 'echo process',
});
console.log(await echo.request({ say: 'answered', delayMs: 200 }));
