/** What the page tells its own parts of articles that come and go. */
const CHANGED = 'footnote:index-changed';
const ADD = 'footnote:add';

export function tellIndexChanged(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** @returns ends it */
export function onIndexChanged(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** Opens the dialog that adds articles, wherever on the page it was asked for. */
export function openAdding(): void {
  window.dispatchEvent(new Event(ADD));
}

/** @returns ends it */
export function onOpenAdding(listener: () => void): () => void {
  window.addEventListener(ADD, listener);
  return () => window.removeEventListener(ADD, listener);
}
