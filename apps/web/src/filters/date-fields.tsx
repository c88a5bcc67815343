'use client';

import { useId } from 'react';
import type { Filter } from '../address/filter.ts';

interface Props {
  readonly filter: Filter;
  readonly onChoose: (filter: Filter) => void;
}

/** The first and the last day of publication that pass. */
export function DateFields({ filter, onChoose }: Props) {
  const id = useId();
  return (
    <p className="date-fields">
      <label htmlFor={`${id}-from`}>From</label>
      <input
        id={`${id}-from`}
        type="date"
        className="small-field"
        value={filter.from ?? ''}
        max={filter.to ?? undefined}
        onChange={(event) => onChoose({ ...filter, from: event.target.value || null })}
      />
      <label htmlFor={`${id}-to`}>to</label>
      <input
        id={`${id}-to`}
        type="date"
        className="small-field"
        value={filter.to ?? ''}
        min={filter.from ?? undefined}
        onChange={(event) => onChoose({ ...filter, to: event.target.value || null })}
      />
    </p>
  );
}
