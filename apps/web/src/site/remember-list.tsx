'use client';

import { useRememberedPlace } from './last-place.ts';

/** Remembers the list as it is, so that an article leads back to it. */
export function RememberList({ href }: { readonly href: string }) {
  useRememberedPlace('list', href);
  return null;
}
