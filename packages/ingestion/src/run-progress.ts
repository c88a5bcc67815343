import type { IndexProgress } from './index-report.ts';

/** An estimate from a smaller share of the bytes would be of how long the models take to start. */
const SETTLED_SHARE = 0.05;

/** Keeps count of an index run, and tells who wants to know. */
export class RunProgress {
  readonly #started = performance.now();
  readonly #tell: ((progress: IndexProgress) => void) | undefined;
  #stage: IndexProgress['stage'] = 'checking';
  #stageStarted = this.#started;
  #files = 0;
  #totalFiles = 0;
  #bytes = 0;
  #totalBytes = 0;
  #passages = 0;

  constructor(tell: ((progress: IndexProgress) => void) | undefined) {
    this.#tell = tell;
  }

  /** Seconds since the run began. */
  get seconds(): number {
    return (performance.now() - this.#started) / 1000;
  }

  get passages(): number {
    return this.#passages;
  }

  begin(stage: IndexProgress['stage'], files: readonly { readonly size: number }[]): void {
    this.#stage = stage;
    this.#stageStarted = performance.now();
    this.#files = 0;
    this.#bytes = 0;
    this.#totalFiles = files.length;
    this.#totalBytes = files.reduce((total, file) => total + file.size, 0);
    this.#report();
  }

  finishFile(file: { readonly size: number }): void {
    this.#files += 1;
    this.#bytes += file.size;
    this.#report();
  }

  finishPassage(): void {
    this.#passages += 1;
    this.#report();
  }

  #report(): void {
    this.#tell?.({
      stage: this.#stage,
      files: this.#files,
      totalFiles: this.#totalFiles,
      passages: this.#passages,
      passagesPerSecond: this.#stage === 'embedding' ? this.#passages / this.#secondsOfStage() : 0,
      secondsLeft: this.#secondsLeft(),
    });
  }

  #secondsOfStage(): number {
    return Math.max((performance.now() - this.#stageStarted) / 1000, 0.001);
  }

  #secondsLeft(): number | null {
    if (this.#stage !== 'embedding' || this.#bytes <= SETTLED_SHARE * this.#totalBytes) return null;
    return ((this.#totalBytes - this.#bytes) / this.#bytes) * this.#secondsOfStage();
  }
}
