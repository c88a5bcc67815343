import type { IndexProgress } from '@footnote/ingestion';
import type { Step } from './progress.ts';

const ACTIVITIES = { checking: 'Checking', embedding: 'Indexing', linking: 'Linking' } as const;

/** An index run's progress as it is shown: files done, and passages, for a file may hold a thousand articles. */
export function indexingStep({
  stage,
  files,
  totalFiles,
  passages,
  passagesPerSecond,
  secondsLeft,
}: IndexProgress): Step {
  return {
    activity: ACTIVITIES[stage],
    unit: 'files',
    done: files,
    total: totalFiles,
    rate: stage === 'embedding' ? `${passages} passages, ${passagesPerSecond.toFixed(0)}/s` : '',
    secondsLeft,
  };
}
