'use client';

import { openAdding } from './index-changes.ts';

/** Opens the dialog that adds articles. */
export function AddButton({ className = 'quiet-button' }: { readonly className?: string }) {
  return (
    <button type="button" className={`${className} scripted`} onClick={openAdding}>
      Add articles
    </button>
  );
}
