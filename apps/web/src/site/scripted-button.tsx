'use client';

import type { ComponentProps } from 'react';
import { useIsHydrated } from './use-is-hydrated.ts';

/**
 * A button that needs scripts: disabled until they have come, so that no click is lost, and not shown where they never
 * will.
 */
export function ScriptedButton({
  className = 'quiet-button',
  disabled,
  ...others
}: Omit<ComponentProps<'button'>, 'type'>) {
  const isHydrated = useIsHydrated();
  return (
    <button
      type="button"
      className={`${className} scripted`}
      disabled={disabled || !isHydrated}
      {...others}
    />
  );
}
