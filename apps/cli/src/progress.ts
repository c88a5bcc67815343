import { Presets, SingleBar } from 'cli-progress';
import { tell } from './output.ts';

export interface Step {
  readonly activity: string;
  /** What is counted, in the plural. */
  readonly unit: string;
  readonly done: number;
  readonly total: number;
  /** How fast it goes, as people read it; taken from the count itself when absent. */
  readonly rate?: string;
  /** Null while it is not known; taken from the count itself when absent. */
  readonly secondsLeft?: number | null;
}

/** How far a long run is, on standard error. */
export interface Progress {
  update(step: Step): void;
  stop(): void;
}

/** How often a run that is not watched on a terminal says where it is, in milliseconds. */
const LINE_INTERVAL_MS = 5_000;

/** A bar with rate and time left on a terminal, else a plain line now and then. */
export function startProgress(): Progress {
  return process.stderr.isTTY ? startBar() : startLines();
}

function startBar(): Progress {
  const format = '{activity} {bar} {value}/{total} {unit}{pace}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  const paceOf = startPace();
  let started = false;
  return {
    update: (step) => {
      const { activity, unit, done, total } = step;
      if (!started) bar.start(total, done, { activity, unit, pace: '' });
      started = true;
      bar.setTotal(total);
      bar.update(done, { activity, unit, pace: paceOf(step) });
    },
    stop: () => {
      if (started) bar.stop();
    },
  };
}

function startLines(): Progress {
  const paceOf = startPace();
  let saidAt = Date.now();
  return {
    update: (step) => {
      const pace = paceOf(step);
      if (Date.now() - saidAt < LINE_INTERVAL_MS) return;
      saidAt = Date.now();
      tell(`${step.activity}: ${step.done} of ${step.total} ${step.unit}${pace}`);
    },
    stop: () => {},
  };
}

/** Rate and time left; where a step does not bring them, over all of its activity so far. */
function startPace(): (step: Step) => string {
  let activity: string | undefined;
  let startedAt = 0;
  return (step) => {
    if (step.activity !== activity) startedAt = Date.now();
    activity = step.activity;
    const seconds = (Date.now() - startedAt) / 1000;
    const perSecond = seconds > 0 && step.done > 0 ? step.done / seconds : null;
    const estimate = perSecond === null ? null : (step.total - step.done) / perSecond;
    const rate = step.rate ?? (perSecond === null ? null : `${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/s`);
    const left = step.secondsLeft === undefined ? estimate : step.secondsLeft;
    return [rate, left === null ? null : `${duration(left)} left`]
      .map((part) => (part ? `, ${part}` : ''))
      .join('');
  };
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
