import { forwardToApi } from '../../graphql/forward-to-api.ts';
import { readSettings } from '../../settings.ts';

export function POST(request: Request): Promise<Response> {
  return forwardToApi(request, readSettings());
}
