import { type ClusterLocation, parseClusterLocation } from '../location.ts';

/** An index of the cluster that `npm run test:cluster` started, with settings as a URL has them. */
export function testLocation(name: string, settings: Readonly<Record<string, string>> = {}): ClusterLocation {
  const base = process.env.FOOTNOTE_TEST_CLUSTER;
  if (!base) throw new Error('There is no cluster to test on. Run npm run test:cluster.');
  const query = Object.entries(settings).map(([setting, value]) => `&${setting}=${value}`);
  return parseClusterLocation(`${base.replace('/NAME', `/${name}`)}${query.join('')}`);
}
