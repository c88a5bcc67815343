'use client';

/** Tries the page again as it was asked for. */
export function ReloadButton() {
  return (
    <button type="button" className="quiet-button scripted" onClick={() => window.location.reload()}>
      Try again
    </button>
  );
}
