import type { TextSpan as Span } from '@footnote/engine';
import { builder } from '../../schema-builder.ts';

export const TextSpan = builder.objectRef<Span>('TextSpan').implement({
  description: 'A stretch of Article.text: UTF-16 code units, half open.',
  fields: (t) => ({ start: t.exposeInt('start'), end: t.exposeInt('end') }),
});
