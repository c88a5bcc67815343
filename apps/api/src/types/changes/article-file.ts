import { Buffer } from 'node:buffer';
import type { Upload } from '@footnote/ingestion';
import { refusal } from '../../errors.ts';
import { MAX_FILE_BYTES, MAX_PAGE_SIZE, MAX_UPLOAD_BYTES } from '../../limits.ts';
import { builder } from '../../schema-builder.ts';
import { atMost } from '../connection/page-arguments.ts';

const ArticleFile = builder.inputType('ArticleFile', {
  description: 'A file of one article, or of many where it is JSONL.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description:
        'Its name, ending in .txt, .md, .html, .htm, .pdf, .docx or .jsonl; it may stand in folders, `2024/summit.md`. The key of its article, unless the file gives another. Refused: names that leave their folder, are hidden, reserved or over 255 bytes a part, or hold what is not seen or `\\\\ : * ? " < > |`.',
    }),
    contentBase64: t.string({
      required: true,
      description: `Its bytes in base64 (RFC 4648, with padding, without line breaks); at most ${MAX_FILE_BYTES / 1024 / 1024} MiB before that.`,
    }),
  }),
});

export const FILES_ARGUMENT = builder.args((arg) => ({
  files: arg.field({
    type: [ArticleFile],
    required: true,
    description: `At most ${MAX_PAGE_SIZE}, and ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB together. Send them as a variable: an operation itself may have 256 KiB.`,
  }),
}));

/** @throws GraphQLError `TOO_MANY_ITEMS`, `INVALID_BASE64`, `FILE_TOO_LARGE` */
export function toUploads(
  files: readonly { readonly name: string; readonly contentBase64: string }[],
): Upload[] {
  const uploads = atMost(MAX_PAGE_SIZE, 'files', files).map(({ name, contentBase64 }) => ({
    name,
    bytes: decode(name, contentBase64),
  }));
  const total = uploads.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (total > MAX_UPLOAD_BYTES)
    throw tooLarge('The files together are', { bytes: total, most: MAX_UPLOAD_BYTES });
  return uploads;
}

function decode(name: string, base64: string): Uint8Array {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    throw refusal(
      'INVALID_BASE64',
      `The content of ${told(name)} is not base64. Nothing was added: encode its bytes, with padding and without line breaks.`,
    );
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAX_FILE_BYTES)
    throw tooLarge(`${told(name)} is`, { bytes: bytes.length, most: MAX_FILE_BYTES });
  return bytes;
}

function tooLarge(what: string, { bytes, most }: { bytes: number; most: number }): Error {
  return refusal(
    'FILE_TOO_LARGE',
    `${what} ${bytes} bytes, and the limit is ${most}. Nothing was added: send less at once, or use "footnote index".`,
  );
}

function told(name: string): string {
  return JSON.stringify(name.slice(0, 80));
}
