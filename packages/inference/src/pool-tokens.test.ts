import { expect, it } from 'vitest';
import { resolveEmbeddingModel } from './embedding-model.ts';
import { importTransformers } from './load-model.ts';
import { poolTokens } from './pool-tokens.ts';

const DIMENSIONS = 384;

it.each(['mean', 'cls'] as const)('pools by %s as transformers.js does, to the bit', async (pooling) => {
  const { mean_pooling, Tensor } = await importTransformers((await resolveEmbeddingModel()).folder);
  for (const count of [1, 2, 9, 130]) {
    const tokens = Float32Array.from({ length: count * DIMENSIONS }, (_, place) => Math.sin(place * place));
    const hidden = new Tensor('float32', tokens, [1, count, DIMENSIONS]);
    const mask = new Tensor('int64', new BigInt64Array(count).fill(1n), [1, count]);
    const pooled = pooling === 'mean' ? mean_pooling(hidden, mask) : hidden.slice(null, 0);
    expect(poolTokens(tokens, DIMENSIONS, pooling)).toEqual(pooled.normalize(2, -1).data);
  }
});
