/** How the pages look: as the system says, or always light or dark. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that the choice is kept in, so that the server sends the page in its colours from the start. */
export const THEME_COOKIE = 'footnote-theme';

export function readTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}
