import { MADE_UP_MODEL, memoryIndex } from '@footnote/index/testing';
import { expect, it } from 'vitest';
import { calibratedThreshold } from './calibrated-threshold.ts';

const models = { embeddingModel: 'a', readerModel: null };

it('is the one that was kept for the same models, and none for others', async () => {
  const index = memoryIndex();
  const writer = await index.openWriter({ model: MADE_UP_MODEL });
  await writer.apply([{ kind: 'calibrate', calibration: { threshold: 0.3, ...models } }]);
  const reader = await index.openReader();
  expect(await calibratedThreshold(reader, models)).toBe(0.3);
  expect(await calibratedThreshold(reader, { ...models, readerModel: 'b' })).toBeUndefined();
  expect(await calibratedThreshold(reader, { ...models, embeddingModel: 'b' })).toBeUndefined();
});

it('is none where none was kept', async () => {
  const reader = await memoryIndex().openReader({ follow: true });
  expect(await calibratedThreshold(reader, models)).toBeUndefined();
});
