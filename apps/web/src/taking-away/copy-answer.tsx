'use client';

import type { Answer } from '../graphql/ask-fields.ts';
import { CopyButton } from './copy-button.tsx';

/** Copies an answer with its footnotes: as rich text where that is pasted, as Markdown elsewhere. */
export function CopyAnswer({ answer }: { readonly answer: Answer }) {
  const copy = (): Promise<void> => {
    const { origin } = window.location;
    const markdown = import('./markdown.ts').then((module) => module.answerMarkdown(answer, origin));
    const html = import('./rich-text.ts').then((module) => module.answerHtml(answer, origin));
    return navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': blobOf('text/plain', markdown),
        'text/html': blobOf('text/html', html),
      }),
    ]);
  };
  return <CopyButton label="Copy answer" copied="The answer and its footnotes are copied." onCopy={copy} />;
}

async function blobOf(type: string, text: Promise<string>): Promise<Blob> {
  return new Blob([await text], { type });
}
