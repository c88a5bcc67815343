import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { FootnoteError } from '@footnote/core';
import { downloadModel } from './hub-download.ts';

/** Where a model is taken from. */
export interface ModelLocation {
  /** A folder, or the id of a model on the hub (`owner/name`); undefined or empty: the weights that ship. */
  readonly setting?: string | undefined;
  /** What a relative folder is relative to; the process's own folder by default. */
  readonly workingDirectory?: string | undefined;
  /** Where downloaded models are kept; `~/.cache/footnote/models` by default. */
  readonly cacheDirectory?: string | undefined;
  /** The hub's address; Hugging Face by default. */
  readonly hubUrl?: string | undefined;
  /** Told of each file (`owner/name/file`) before it is downloaded. */
  readonly onDownload?: ((file: string) => void) | undefined;
}

const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/;

/**
 * The folder of the model that a setting names. Only a setting that is no folder and looks like a hub id is
 * downloaded, and nothing ever stands in for what was asked for.
 * @param variable the environment variable that a remedy names
 * @throws FootnoteError `MODEL_NOT_FOUND`, `MODEL_DOWNLOAD_FAILED`
 */
export async function locateModel(location: ModelLocation, variable: string): Promise<string> {
  const { setting } = location;
  if (!setting)
    return dirname(createRequire(import.meta.url).resolve('@footnote/embedding-model/package.json'));
  const folder = resolve(location.workingDirectory ?? process.cwd(), setting);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  if (HUB_ID.test(setting)) {
    return downloadModel(setting, {
      cacheDirectory: location.cacheDirectory ?? join(homedir(), '.cache', 'footnote', 'models'),
      hubUrl: location.hubUrl ?? 'https://huggingface.co',
      onDownload: location.onDownload,
      variable,
    });
  }
  throw new FootnoteError(
    'MODEL_NOT_FOUND',
    `There is no model folder at ${folder}, and "${setting}" is no hub id (owner/name). Set ${variable} to a folder with config.json, tokenizer.json and onnx/model_quantized.onnx, or leave it out for the model that ships.`,
  );
}
