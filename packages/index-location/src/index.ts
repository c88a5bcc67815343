export { indexAt } from './index-at.ts';
export { assertDirectory, isClusterLocation } from './location-kinds.ts';
