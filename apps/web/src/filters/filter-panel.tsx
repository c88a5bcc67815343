'use client';

import { useEffect, useState } from 'react';
import type { Filter } from '../address/filter.ts';
import type { Facets } from '../graphql/facets.ts';
import { fromOwnServer } from '../graphql/from-own-server.ts';
import type { OrProblem } from '../graphql/or-problem.ts';
import type { FilterNavigation } from './chip.tsx';
import { DateFields } from './date-fields.tsx';
import { FacetChips } from './facet-chips.tsx';

interface Props {
  readonly filter: Filter;
  readonly navigation: Required<FilterNavigation>;
}

/** What the next question can be put to, with counts. */
export function FilterPanel({ filter, navigation }: Props) {
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
