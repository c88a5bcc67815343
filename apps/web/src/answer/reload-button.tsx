'use client';

import { ScriptedButton } from '../site/scripted-button.tsx';

/** Tries the page again as it was asked for. */
export function ReloadButton() {
  return <ScriptedButton onClick={() => window.location.reload()}>Try again</ScriptedButton>;
}
