import type { IndexProgress as Progress } from '@footnote/ingestion';
import { builder } from '../../schema-builder.ts';

const IndexStage = builder.enumType('IndexStage', {
  description: 'What is being done with the files that were sent: CHECKING, then EMBEDDING, then LINKING.',
  values: {
    CHECKING: { value: 'checking', description: 'Looking which of them the index holds as they are.' },
    EMBEDDING: { value: 'embedding', description: 'Reading them, and embedding their passages.' },
    LINKING: { value: 'linking', description: 'Putting all of them into the index at once.' },
  } satisfies Record<string, { value: Progress['stage']; description: string }>,
});

export const IndexProgress = builder.objectRef<Progress>('IndexProgress').implement({
  description: 'How far an addition is.',
  isTypeOf: (value) => value !== null && typeof value === 'object' && 'stage' in value,
  fields: (t) => ({
    stage: t.expose('stage', { type: IndexStage, description: 'What is being done.' }),
    files: t.exposeInt('files', { description: 'Files that this stage is done with.' }),
    totalFiles: t.exposeInt('totalFiles', { description: 'Files that this stage is about.' }),
    passages: t.exposeInt('passages', {
      description: 'Passages embedded so far: one file may have thousands.',
    }),
    secondsLeft: t.exposeFloat('secondsLeft', {
      nullable: true,
      description: 'An estimate; null while there is none.',
    }),
  }),
});
