import { type Filter, isFiltering, NO_FILTER } from '../address/filter.ts';
import { Chip, type FilterNavigation } from './chip.tsx';
import { toggled } from './filter-changes.ts';
import { datesInWords } from './filter-words.ts';

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
