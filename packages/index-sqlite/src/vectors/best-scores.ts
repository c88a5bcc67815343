import type { PassageScore } from './passage-score.ts';

/** Negative when passage `a` comes before `b` among equal scores. */
export type ComparePassages = (a: number, b: number) => number;

/** Keeps the best of many scores: a bounded binary heap with the worst of the kept ones on top. */
export class BestScores {
  readonly #limit: number;
  readonly #compare: ComparePassages;
  readonly #heap: PassageScore[] = [];

  constructor(limit: number, compare: ComparePassages) {
    this.#limit = limit;
    this.#compare = compare;
  }

  offer(passageId: number, score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push({ passageId, score });
      this.#rise(heap.length - 1);
    } else if (this.#limit > 0 && score >= heap[0]!.score) {
      const candidate = { passageId, score };
      if (this.#rank(candidate, heap[0]!) >= 0) return;
      heap[0] = candidate;
      this.#sink(0);
    }
  }

  /** What was kept, best first. Empties nothing. */
  sorted(): PassageScore[] {
    return [...this.#heap].sort((a, b) => this.#rank(a, b));
  }

  /** Negative when `a` is better. */
  #rank(a: PassageScore, b: PassageScore): number {
    return b.score - a.score || this.#compare(a.passageId, b.passageId);
  }

  #rise(start: number): void {
    let at = start;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      if (this.#rank(this.#heap[at]!, this.#heap[parent]!) <= 0) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(start: number): void {
    let at = start;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#heap.length && this.#rank(this.#heap[child]!, this.#heap[worst]!) > 0)
          worst = child;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}
