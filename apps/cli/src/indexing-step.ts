import type { IndexProgress } from '@footnote/indexing';
import type { Step } from './progress.ts';

const ACTIVITIES = { checking: 'Checking', embedding: 'Indexing', linking: 'Linking' } as const;

/** An index run's progress as it is shown: files done, the rate in passages. */
export function indexingStep({
  stage,
  files,
  totalFiles,
  passagesPerSecond,
  secondsLeft,
}: IndexProgress): Step {
  return {
    activity: ACTIVITIES[stage],
    unit: 'files',
    done: files,
    total: totalFiles,
    rate: stage === 'embedding' ? `${passagesPerSecond.toFixed(0)} passages/s` : '',
    secondsLeft,
  };
}
