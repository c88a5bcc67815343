import { describe, expect, it } from 'vitest';
import { bootstrap, comparePaired } from './resampling.ts';
import { wilsonInterval } from './wilson-interval.ts';

const share = (sample: readonly number[]) => ({
  share: sample.length === 0 ? null : sample.reduce((sum, one) => sum + one, 0) / sample.length,
});
const times = (one: number, count: number) => Array.from({ length: count }, () => one);

describe('bootstrap', () => {
  it('gives much the interval that a formula gives where there is one', () => {
    const [from, to] = bootstrap([...times(1, 300), ...times(0, 100)], share).share!;
    const [wanted, wantedTo] = wilsonInterval(300, 400)!;
    expect(from).toBeCloseTo(wanted, 1);
    expect(to).toBeCloseTo(wantedTo, 1);
    expect(to - from).toBeLessThan(0.1);
  });

  it('does not take what was so every time for certain', () => {
    expect(bootstrap(times(1, 20), share).share).toEqual(wilsonInterval(20, 20));
    expect(bootstrap(times(0, 20), share).share).toEqual(wilsonInterval(0, 20));
    expect(bootstrap(times(1, 20), share, { share: 5 }).share).toEqual(wilsonInterval(5, 5));
  });

  it('gives the same interval every time, and none where there is no figure', () => {
    expect(bootstrap([1, 0, 1], share)).toEqual(bootstrap([1, 0, 1], share));
    expect(bootstrap([], share)).toEqual({ share: null });
  });
});

describe('comparePaired', () => {
  it('finds a difference that is the same way on most questions', () => {
    const second = [...times(1, 60), ...times(0, 140)];
    const first = [...times(1, 40), ...times(0, 160)];
    const { share: found } = comparePaired([first, second], share);
    expect(found).toMatchObject({ first: 0.2, second: 0.3 });
    expect(found!.interval[0]).toBeGreaterThan(0);
    expect(found!.p).toBeLessThan(0.01);
  });

  it('takes for chance what goes one way as often as the other', () => {
    const first = [...times(1, 11), ...times(0, 10), ...times(1, 79)];
    const second = [...times(0, 11), ...times(1, 10), ...times(1, 79)];
    const { share: found } = comparePaired([first, second], share);
    expect(found!.p).toBeGreaterThan(0.5);
    expect(found!.interval[0]).toBeLessThan(0);
    expect(found!.interval[1]).toBeGreaterThan(0);
  });

  it('is sure of no difference between a setting and itself', () => {
    const { share: found } = comparePaired([times(1, 5), times(1, 5)], share);
    expect(found).toMatchObject({ difference: 0, interval: [0, 0], p: 1 });
  });
});
