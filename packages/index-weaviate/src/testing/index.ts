/** For tests and measurements on a cluster. */

export { Cluster } from '../cluster/cluster.ts';
export { ObjectStore } from '../storage/object-store.ts';
export { Records } from '../storage/records.ts';
export { dropIndex } from './drop-index.ts';
export { testLocation } from './test-cluster.ts';
