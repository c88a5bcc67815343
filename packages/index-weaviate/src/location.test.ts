import { expect, it } from 'vitest';
import { describeLocation, parseClusterLocation } from './location.ts';

it('reads hosts, ports and name', () => {
  expect(parseClusterLocation('weaviate://a:81,b/news?grpc=9001,9002&replicas=3&shards=8')).toEqual({
    hosts: [
      { host: 'a', port: 81, grpcPort: 9001 },
      { host: 'b', port: 8080, grpcPort: 9002 },
    ],
    isSecure: false,
    name: 'news',
    replicas: 3,
    shards: 8,
  });
  const secure = parseClusterLocation('weaviates://[::1]:443/news?grpc=50');
  expect(secure).toMatchObject({ isSecure: true, hosts: [{ host: '[::1]', port: 443, grpcPort: 50 }] });
});

it.each([
  ['weaviate://a/news?replicas=3', 'weaviate://a:8080/news'],
  ['weaviates://[::1]:443/news?grpc=50', 'weaviates://[::1]:443/news?grpc=50'],
  ['weaviate://a,b/news?grpc=1,2', 'weaviate://a:8080,b:8080/news?grpc=1,2'],
])('describes %s so that it is found there: %s', (url, described) => {
  expect(describeLocation(parseClusterLocation(url))).toBe(described);
});

it.each([
  'weaviate://a',
  'weaviate://a/',
  'weaviate:///news',
  'weaviate://a/News',
  'weaviate://a/x/y',
  'weaviate://a:0/news',
  'weaviate://a:1:2/news',
  'weaviate://a,b,c/news?grpc=1,2',
  'weaviate://a/news?grpc=x',
  'weaviate://a/news?copies=3',
  'weaviate://a/news?replicas=0',
])('refuses %s', (url) => {
  expect(() => parseClusterLocation(url)).toThrow(expect.objectContaining({ code: 'INDEX_PATH_INVALID' }));
});

it('refuses a key in the address, and does not repeat it', () => {
  expect(() => parseClusterLocation('weaviate://user:secret@a/news')).toThrow(
    /^(?!.*secret).*FOOTNOTE_WEAVIATE_KEY/,
  );
});
