import { describeIndexContract, memoryIndex } from './testing/index.ts';

describeIndexContract('the reference in memory', async () => ({
  engine: memoryIndex(),
  dispose: async () => {},
}));
