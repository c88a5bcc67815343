/** Where a reader was in this tab before an article filled the page. */
export interface LastPlace {
  readonly kind: 'conversation' | 'list';
  readonly href: string;
}

const STORAGE_KEY = 'footnote.last-place';

/** Remembers the place for this tab. */
export function rememberPlace(place: LastPlace): void {
  try {
    window.sessionStorage.setItem(STORAGE_KEY, JSON.stringify(place));
  } catch (error) {
    console.warn('The way back is not remembered:', error);
  }
}

/** The place remembered last; null where there is none, or the browser keeps nothing. */
export function lastPlace(): LastPlace | null {
  try {
    const kept = window.sessionStorage.getItem(STORAGE_KEY);
    return kept === null ? null : (JSON.parse(kept) as LastPlace);
  } catch (error) {
    console.warn('The way back is not known:', error);
    return null;
  }
}
