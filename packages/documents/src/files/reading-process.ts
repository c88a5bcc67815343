/** The child process that reads what may hang or blow up. */
import { serveRequests } from '@footnote/processes';
import type { DocumentInput, DocumentReading } from '../document.ts';
import { readDocument } from './read-document.ts';

serveRequests<undefined, DocumentInput, DocumentReading>(async () => readDocument);
