'use client';

import { ScriptedButton } from '../site/scripted-button.tsx';
import { openAdding } from './index-changes.ts';

/** Opens the dialog that adds articles. */
export function AddButton({ className = 'quiet-button' }: { readonly className?: string }) {
  return (
    <ScriptedButton className={className} onClick={openAdding}>
      Add articles
    </ScriptedButton>
  );
}
