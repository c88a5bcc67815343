'use client';

import { lazy, Suspense, useId, useRef, useState } from 'react';
import { type Filter, isFiltering } from '../address/filter.ts';
import { HOME, type Place, placeHref } from '../address/place.ts';
import { correctPlace } from '../address/use-place.ts';
import { ScriptedButton } from '../site/scripted-button.tsx';
import { ChosenChips } from './chosen-chips.tsx';

const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.tsx')).FilterPanel }));

/** Which articles the next question is put to: kept in the address, and chosen with the chips. */
export function FilterGroup({ place }: { readonly place: Place }) {
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { filter } = place;
  const choose = (chosen: Filter): void => {
    correctPlace({ ...place, filter: chosen });
    // A chip that is gone takes the focus with it.
    button.current?.focus();
  };
  const navigation = {
    hrefOf: (chosen: Filter) => placeHref({ ...HOME, filter: chosen }),
    onChoose: choose,
  };
  return (
    <fieldset className="filters scripted">
      <legend className="sr-only">Filters</legend>
      <div className="chips">
        <ScriptedButton
          ref={button}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          {isFiltering(filter) ? 'Asking only' : 'Filter'}
        </ScriptedButton>
        <ChosenChips filter={filter} navigation={navigation} />
      </div>
      <div id={panelId}>
        {isOpen && (
          <Suspense>
            <FilterPanel filter={filter} navigation={navigation} />
          </Suspense>
        )}
      </div>
    </fieldset>
  );
}
