import type { Uploads } from '@footnote/ingestion';
import { refusal } from '../../errors.ts';

/** @throws GraphQLError `NOT_WRITABLE` */
export function writable(uploads: Uploads | null): Uploads {
  if (uploads) return uploads;
  throw refusal(
    'NOT_WRITABLE',
    'This server changes nothing. Start it with "footnote serve --writable", or use "footnote index" and "footnote remove".',
  );
}
