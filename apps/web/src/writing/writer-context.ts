'use client';

import type { Writer } from '@footnote/client';
import { createContext, useContext } from 'react';

const WriterContext = createContext<Writer | null>(null);

export const ProvideWriter = WriterContext.Provider;

/** Who would be sent question and quotes for the prose of an answer; null where nobody is set. */
export function useWriter(): Writer | null {
  return useContext(WriterContext);
}
