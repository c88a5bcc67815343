import type { DocumentInput } from '../document.ts';
import { ReadingChild, type ReadingChildLimits, type ReadingOutcome } from './reading-child.ts';
import type { ReadingAnswer } from './reading-process.ts';

export interface ReadingPoolOptions extends ReadingChildLimits {
  /** How many processes read at the same time, at most. */
  readonly processes: number;
}

/** Reads documents in child processes, kept from file to file and replaced when one had to be ended. */
export interface ReadingPool {
  read(input: DocumentInput): Promise<ReadingAnswer>;
  close(): Promise<void>;
}

interface Task {
  readonly input: DocumentInput;
  readonly resolve: (answer: ReadingAnswer) => void;
}

const CLOSED: ReadingAnswer = { reason: 'The reader was closed before the file was read.' };

/** A pool without processes: each is started by the first file that finds no idle one. */
export function createReadingPool(options: ReadingPoolOptions): ReadingPool {
  const queue: Task[] = [];
  const idle: ReadingChild[] = [];
  const children = new Set<ReadingChild>();
  let isClosed = false;

  function dispatch(): void {
    while (queue.length > 0 && (idle.length > 0 || children.size < options.processes)) {
      const child = idle.pop() ?? new ReadingChild(options);
      children.add(child);
      if (child.isAlive) void run(child, queue.shift()!);
      else children.delete(child);
    }
  }

  async function run(child: ReadingChild, task: Task): Promise<void> {
    const isFresh = child.reads === 0;
    const outcome = await child.read(task.input);
    if (child.isAlive) idle.push(child);
    else children.delete(child);
    const answer = answerOf(outcome, options);
    // What earlier files left in memory may have been too much, not this file.
    if (answer === null && !isFresh && !isClosed) queue.unshift(task);
    else task.resolve(answer ?? { reason: `Reading it took more than ${options.memoryMb} MB of memory.` });
    dispatch();
  }

  return {
    read(input) {
      if (isClosed) return Promise.resolve(CLOSED);
      return new Promise((resolve) => {
        queue.push({ input, resolve });
        dispatch();
      });
    },
    async close() {
      isClosed = true;
      for (const task of queue.splice(0)) task.resolve(CLOSED);
      await Promise.all([...children].map((child) => child.close()));
    },
  };
}

/** Null when the process ran out of memory. */
function answerOf(outcome: ReadingOutcome, { timeoutMs }: ReadingPoolOptions): ReadingAnswer | null {
  if (!('exceeded' in outcome)) return outcome;
  if (outcome.exceeded === 'memory') return null;
  return { reason: `Reading it took more than ${timeoutMs / 1000} seconds of processor time.` };
}
