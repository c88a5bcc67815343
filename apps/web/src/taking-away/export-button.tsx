'use client';

import type { Turn } from '../conversation/conversation.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';

interface Props {
  readonly name: string;
  readonly turns: readonly Turn[];
}

/** Saves the conversation as a Markdown file. */
export function ExportButton({ name, turns }: Props) {
  const save = async (): Promise<void> => {
    const { conversationMarkdown } = await import('./markdown.ts');
    const markdown = conversationMarkdown(name, turns, window.location.origin);
    const url = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${fileName(name)}.md`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return <ScriptedButton onClick={() => void save()}>Export conversation</ScriptedButton>;
}

/** A name that every system allows for a file. */
function fileName(name: string): string {
  const words = name.replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ').trim();
  return words.slice(0, 60).trim() || 'conversation';
}
