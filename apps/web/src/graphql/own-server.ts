import type { Endpoint } from '@footnote/client';
import { sitePath } from '../address/site-path.ts';
import { unexpectedStatus, WEB_UNREACHABLE } from './web-problem.ts';

/** Where the browser asks the API: the web app's own origin passes it on. */
export const OWN_SERVER: Endpoint = {
  url: sitePath('/graphql'),
  headers: {},
  unreachable: WEB_UNREACHABLE,
  notFootnote: unexpectedStatus,
};
