import { describe, expect, it } from 'vitest';
import { axeFindings, type Chat } from './chat.ts';
import { STATES } from './states.ts';

export const WIDTHS = { wide: { width: 1280, height: 800 }, narrow: { width: 360, height: 740 } };
const VIEWS = Object.entries(WIDTHS).flatMap(([name, viewport]) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ name, viewport, colorScheme })),
);

/** Nothing that axe knows keeps anybody from using the page, in any state that is pictured. */
export function accessibilityTests(chat: Chat): void {
  describe.each(VIEWS)('axe finds nothing, $name and $colorScheme,', ({ viewport, colorScheme }) => {
    it.each(Object.entries(STATES))('in the state “%s”', async (_, reach) => {
      const page = await chat.open('/', { viewport, colorScheme });
      await reach(page);
      expect(await axeFindings(page)).toEqual([]);
      await page.context().close();
    });
  });
}
