import type { OrProblem } from './or-problem.ts';
import { WEB_UNREACHABLE } from './web-problem.ts';

type Operations = typeof import('./browser-operations.ts');

/** Has the browser ask the API. What that needs is loaded with the first operation, not with the page. */
export async function fromOwnServer<Value>(
  operation: (operations: Operations) => Promise<OrProblem<Value>>,
): Promise<OrProblem<Value>> {
  let operations: Operations;
  try {
    operations = await import('./browser-operations.ts');
  } catch (error) {
    console.warn('The page’s own server did not send what asking the API needs:', error);
    return { problem: WEB_UNREACHABLE };
  }
  return operation(operations);
}
