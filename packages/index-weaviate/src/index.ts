export { type ClusterLocation, parseClusterLocation } from './location.ts';
export { type WeaviateOptions, weaviateIndex } from './weaviate-index.ts';
