import type { TextSpan as Span } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

export const TextSpan = builder.objectRef<Span>('TextSpan').implement({
  description: 'A stretch of Article.text: UTF-16 code units, half open.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins.' }),
    end: t.exposeInt('end', { description: 'Where it ends: the first unit that is not of it.' }),
  }),
});
