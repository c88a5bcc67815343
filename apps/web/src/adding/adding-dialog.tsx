'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { AddingPanelProps } from './adding-panel.tsx';
import type { ChosenFile } from './chosen-files.ts';
import { onOpenAdding } from './index-changes.ts';

interface Props {
  /** The command that adds articles to this index. */
  readonly command: string;
}

/** Where articles are added: opened by “Add articles”, and by files that are dropped anywhere on a page. */
export function AddingDialog({ command }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [Panel, setPanel] = useState<ComponentType<AddingPanelProps> | null>(null);
  const [dropped, setDropped] = useState<readonly ChosenFile[]>([]);
  const [isDragging, setDragging] = useState(false);
  const [isFailed, setFailed] = useState(false);

  useEffect(() => {
    const open = (files: readonly ChosenFile[]): void => {
      setDropped(files);
      if (dialog.current?.open === false) {
        dialog.current.showModal();
      }
      // Who only reads does without.
      import('./adding-panel.tsx').then(
        ({ AddingPanel }) => setPanel(() => AddingPanel),
        () => setFailed(true),
      );
    };
    const drag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) {
        event.preventDefault();
        setDragging(true);
      }
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) {
        setDragging(false);
      }
    };
    const drop = (event: DragEvent): void => {
      const transfer = event.dataTransfer;
      setDragging(false);
      if (transfer?.types.includes('Files')) {
        event.preventDefault();
        // The entries are there for as long as the event is.
        const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
        const files = [...transfer.files];
        const taking = import('./dropped-files.ts');
        taking.then(
          async ({ droppedFiles }) => open(await droppedFiles(entries, files)),
          () => setFailed(true),
        );
      }
    };
    const listeners = { dragover: drag, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener);
    }
    const endOpening = onOpenAdding(() => open([]));
    return () => {
      endOpening();
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener);
      }
    };
  }, []);

  const close = (): void => dialog.current?.close();
  return (
    <>
      {isDragging && <div className="drop-hint">Drop files to add them to your articles</div>}
      <dialog
        ref={dialog}
        aria-labelledby="adding"
        className="small-dialog adding"
        onClose={() => setDropped([])}
      >
        <h2 id="adding" className="font-semibold">
          Add articles
        </h2>
        {isFailed && <p className="mt-2 text-problem">Footnote is away: this was not loaded yet.</p>}
        {Panel !== null && <Panel dropped={dropped} command={command} onClose={close} />}
        <button type="button" className="quiet-button mt-4" onClick={close}>
          Close
        </button>
      </dialog>
    </>
  );
}
