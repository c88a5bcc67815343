import type { Calibration } from '@footnote/index';
import type { Records } from './records.ts';

const NAME = 'index';

/** The threshold that was last fitted to the index; null where none was. */
export function readCalibration(records: Records): Promise<Calibration | null> {
  return records.read<Calibration>('calibration', NAME);
}

export function writeCalibration(records: Records, calibration: Calibration): Promise<void> {
  return records.write('calibration', NAME, calibration);
}
