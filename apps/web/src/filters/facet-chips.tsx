import type { ReactNode } from 'react';
import type { Filter } from '../address/filter.ts';
import type { Facet, Facets } from '../graphql/facets.ts';
import { Chip, type FilterNavigation } from './chip.tsx';
import { isChosen, isYearChosen, toggled, yearToggled } from './filter-changes.ts';

/** So many sources and authors are offered before the rest is folded. */
const SHOWN = 12;

interface Props {
  readonly filter: Filter;
  readonly navigation: FilterNavigation;
}

/** What can be chosen, with how many articles each would leave. */
export function FacetChips({ filter, facets, navigation }: Props & { readonly facets: Facets }) {
  return (
    <div className="facets">
      <FacetGroup name="Year" facets={facets.years}>
        {({ value, count }) => (
          <Chip
            navigation={navigation}
            key={value}
            filter={yearToggled(filter, value)}
            chosen={isYearChosen(filter, value)}
          >
            <Counted value={value} count={count} />
          </Chip>
        )}
      </FacetGroup>
      <FacetGroup name="Source" facets={facets.sources}>
        {({ value, count }) => (
          <Chip
            navigation={navigation}
            key={value}
            filter={toggled(filter, 'sources', value)}
            chosen={isChosen(filter, 'sources', value)}
          >
            <Counted value={value} count={count} />
          </Chip>
        )}
      </FacetGroup>
      <FacetGroup name="Author" facets={facets.authors}>
        {({ value, count }) => (
          <Chip
            navigation={navigation}
            key={value}
            filter={toggled(filter, 'authors', value)}
            chosen={isChosen(filter, 'authors', value)}
          >
            <Counted value={value} count={count} />
          </Chip>
        )}
      </FacetGroup>
    </div>
  );
}

interface FacetGroupProps {
  readonly name: string;
  readonly facets: readonly Facet[];
  readonly children: (facet: Facet) => ReactNode;
}

function FacetGroup({ name, facets, children }: FacetGroupProps) {
  if (facets.length === 0) {
    return null;
  }
  return (
    <div className="facet">
      <p className="eyebrow">{name}</p>
      <div className="chips">{facets.slice(0, SHOWN).map(children)}</div>
      {facets.length > SHOWN && (
        <details className="more-chips">
          <summary>{facets.length - SHOWN} more</summary>
          <div className="chips">{facets.slice(SHOWN).map(children)}</div>
        </details>
      )}
    </div>
  );
}

function Counted({ value, count }: Facet) {
  return (
    <>
      <bdi>{value}</bdi> <span className="chip-count">{count.toLocaleString('en-GB')}</span>
    </>
  );
}
