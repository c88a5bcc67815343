import { tell } from './output.ts';

/** Says which file of a model is being downloaded: weights take a while. */
export function tellDownload(file: string): void {
  tell(`Downloading ${file}`);
}
