'use client';

import { useRef, useState } from 'react';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { ConversationsNav } from './conversations-nav.tsx';

/** The conversations where the window has no room for them beside the page: a button that opens them. */
export function ConversationsDrawer() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <ScriptedButton
        className="quiet-button drawer-button"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        Conversations
      </ScriptedButton>
      <dialog
        ref={dialog}
        aria-label="Conversations"
        className="drawer"
        onClose={() => setOpen(false)}
        closedby="any"
      >
        {isOpen && (
          <>
            <ConversationsNav onOpen={close} />
            <button type="button" className="quiet-button mt-4" onClick={close}>
              Close
            </button>
          </>
        )}
      </dialog>
    </>
  );
}
