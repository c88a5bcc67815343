import type { Engine } from '@footnote/engine';
import type { z } from 'zod';

/** One thing that an agent can have done. It changes nothing. */
export interface Tool<
  Input extends z.ZodRawShape = z.ZodRawShape,
  Output extends z.ZodRawShape = z.ZodRawShape,
> {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** For agents: when to use it, and what it gives. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  run(
    args: z.output<z.ZodObject<Input>>,
    call: { readonly engine: Engine; readonly signal: AbortSignal },
  ): Promise<z.input<z.ZodObject<Output>>>;
}

/** Checks a tool against its own schemas, and forgets them, so that tools of any can be listed together. */
export function defineTool<Input extends z.ZodRawShape, Output extends z.ZodRawShape>(
  tool: Tool<Input, Output>,
): Tool {
  return tool as unknown as Tool;
}
