import type { MouseEvent, ReactNode } from 'react';
import type { Filter } from '../address/filter.ts';

/** How a filter is chosen: by a link to the page with it, which scripts may follow without a load. */
export interface FilterNavigation {
  readonly hrefOf: (filter: Filter) => string;
  readonly onChoose?: (filter: Filter) => void;
}

interface ChipProps {
  readonly filter: Filter;
  readonly navigation: FilterNavigation;
  readonly chosen: boolean;
  /** The accessible name, where it says more than the chip shows. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A filter to choose, or a chosen one to take back. */
export function Chip({ filter, navigation: { hrefOf, onChoose }, chosen, label, children }: ChipProps) {
  const choose = onChoose && {
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      onChoose(filter);
    },
  };
  return (
    <a
      href={hrefOf(filter)}
      className="chip"
      aria-current={chosen ? 'true' : undefined}
      aria-label={label}
      {...choose}
    >
      {children}
    </a>
  );
}
