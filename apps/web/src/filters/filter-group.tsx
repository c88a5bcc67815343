'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { type Filter, isFiltering } from '../address/filter.ts';
import { HOME, type Place, placeHref } from '../address/place.ts';
import { correctPlace } from '../address/use-place.ts';
import type { Facets } from '../graphql/facets.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import { DateFields } from './date-fields.tsx';
import { ChosenChips, FacetChips, type FilterNavigation } from './filter-chips.tsx';

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
        <button
          ref={button}
          type="button"
          className="quiet-button"
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          {isFiltering(filter) ? 'Asking only' : 'Filter'}
        </button>
        <ChosenChips filter={filter} navigation={navigation} />
      </div>
      <div id={panelId}>{isOpen && <FilterPanel filter={filter} navigation={navigation} />}</div>
    </fieldset>
  );
}

interface PanelProps {
  readonly filter: Filter;
  readonly navigation: Required<FilterNavigation>;
}

function FilterPanel({ filter, navigation }: PanelProps) {
  const facets = useFacets(filter);
  return (
    <div className="filter-panel">
      {facets?.problem !== undefined && <p className="text-problem">{facets.problem.message}</p>}
      {facets?.value !== undefined && (
        <FacetChips filter={filter} facets={facets.value} navigation={navigation} />
      )}
      <DateFields filter={filter} onChoose={navigation.onChoose} />
    </div>
  );
}

/** Undefined until the first have come; then those before stay until the next have. */
function useFacets(filter: Filter): OrProblem<Facets> | undefined {
  const [facets, setFacets] = useState<OrProblem<Facets>>();
  useEffect(() => {
    const giveUp = new AbortController();
    void fromOwnServer((api) => api.fetchFacets(filter, giveUp.signal)).then((fetched) => {
      if (!giveUp.signal.aborted) {
        setFacets(fetched);
      }
    });
    return () => giveUp.abort();
  }, [filter]);
  return facets;
}
