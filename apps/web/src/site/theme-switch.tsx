'use client';

import { useId } from 'react';
import { readTheme, THEME_COOKIE, THEMES, type Theme } from './theme.ts';
import { useIsHydrated } from './use-is-hydrated.ts';

/** How long the choice is kept, in seconds. */
const YEAR = 365 * 24 * 60 * 60;

/** Lets the reader choose light or dark. */
export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const id = useId();
  const isHydrated = useIsHydrated();
  const choose = (theme: Theme): void => {
    document.documentElement.dataset.theme = theme;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR}; samesite=strict`;
  };
  return (
    <span className="theme-switch scripted">
      <label htmlFor={id} className="sr-only">
        Theme
      </label>
      <select
        id={id}
        defaultValue={initial}
        disabled={!isHydrated}
        onChange={(event) => choose(readTheme(event.target.value))}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {{ system: 'System', light: 'Light', dark: 'Dark' }[theme]}
          </option>
        ))}
      </select>
    </span>
  );
}
