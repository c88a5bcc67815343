import type { Adding } from './add-files.ts';

/** How far an addition is, or what became of it, in a sentence. */
export function addingWords(adding: Adding): string {
  const { state, files, doneFiles, progress } = adding;
  switch (state) {
    case 'sending':
      return `Sending ${counted(files, 'file')}…`;
    case 'waiting':
      return 'Something else changes the index now. Waiting for it…';
    case 'reading': {
      const done = doneFiles + (progress?.stage === 'EMBEDDING' ? progress.files : 0);
      return progress?.stage === 'LINKING'
        ? 'Putting them into the index…'
        : `Reading: ${done} of ${counted(files, 'file')}, ${counted(progress?.passages ?? 0, 'passage')}…`;
    }
    case 'stopped':
      return doneFiles === 0 ? 'Stopped. Nothing was added.' : `Stopped. ${outcome(adding)}`;
    case 'failed':
      return doneFiles === 0 ? 'Nothing was added.' : outcome(adding);
    case 'done':
      return outcome(adding);
  }
}

function outcome({ added, replaced, unchanged, skipped }: Adding): string {
  const parts = [
    added > 0 ? `${counted(added, 'article')} added` : null,
    replaced > 0 ? `${counted(replaced, 'article')} replaced` : null,
    unchanged > 0 ? `${counted(unchanged, 'article')} there already` : null,
    skipped.length > 0 ? `${skipped.length} skipped` : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'Nothing was added.' : `${parts.join(', ')}.`;
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`;
}
