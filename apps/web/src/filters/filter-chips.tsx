import type { MouseEvent, ReactNode } from 'react';
import { type Filter, isFiltering, NO_FILTER } from '../address/filter.ts';
import type { Facet, Facets } from '../graphql/facets.ts';
import { isChosen, isYearChosen, toggled, yearToggled } from './filter-changes.ts';
import { datesInWords } from './filter-words.ts';

/** So many sources and authors are offered before the rest is folded. */
const SHOWN = 12;

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

function Chip({ filter, navigation: { hrefOf, onChoose }, chosen, label, children }: ChipProps) {
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

interface Props {
  readonly filter: Filter;
  readonly navigation: FilterNavigation;
}

/** What is chosen, each to be taken back. */
export function ChosenChips({ filter, navigation }: Props) {
  const dates = datesInWords(filter.from, filter.to);
  const chip = (value: string, without: Filter) => (
    <Chip
      navigation={navigation}
      key={value}
      filter={without}
      chosen
      label={`${value}: take the filter back`}
    >
      {value} <span aria-hidden="true">×</span>
    </Chip>
  );
  return (
    <>
      {filter.sources.map((value) => chip(value, toggled(filter, 'sources', value)))}
      {filter.authors.map((value) => chip(value, toggled(filter, 'authors', value)))}
      {dates !== null && chip(dates, { ...filter, from: null, to: null })}
      {isFiltering(filter) && (
        <Chip navigation={navigation} filter={NO_FILTER} chosen={false}>
          All articles
        </Chip>
      )}
    </>
  );
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
