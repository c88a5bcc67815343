import { AsyncLocalStorage } from 'node:async_hooks';
import type { AskResult, AskStage, Engine } from '@footnote/engine';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { TraceExport } from './trace-export.ts';

/** Spans of what a server does: of requests, and within them of searches, questions and each of their stages. */
export interface Tracing {
  /** Answers a request in a span of its own, within that of the client where it names one. */
  request(request: Request, path: string, answer: () => Promise<Response>): Promise<Response>;
  /** What is asked, by whoever asks it. */
  traced(engine: Engine): Engine;
  /** The stages of questions that are worked on. */
  tracedStages(ask: Engine['ask']): Engine['ask'];
}

export interface TracingOptions {
  /** Put questions and queries into spans. */
  readonly withQuestions: boolean;
}

const STAGE_SPANS: Readonly<Record<AskStage, string>> = {
  SEARCHING: 'retrieval',
  READING: 'reading',
  DECIDING: 'decision',
};

export function createTracing({ tracer, parentOf }: TraceExport, { withQuestions }: TracingOptions): Tracing {
  const current = new AsyncLocalStorage<Context>();

  /** Runs something in a span within the one that runs now. */
  async function within<T>(
    name: string,
    options: { kind?: SpanKind; attributes?: Attributes; parent?: Context },
    run: (set: (attributes: Attributes) => void) => Promise<T>,
  ): Promise<T> {
    const {
      kind = SpanKind.INTERNAL,
      attributes = {},
      parent = current.getStore() ?? ROOT_CONTEXT,
    } = options;
    const span = tracer.startSpan(name, { kind, attributes }, parent);
    try {
      return await current.run(trace.setSpan(parent, span), () => run((more) => span.setAttributes(more)));
    } catch (error) {
      // The message may hold what was asked.
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', codeOf(error));
      throw error;
    } finally {
      span.end();
    }
  }

  const asked = (question: string): Attributes => (withQuestions ? { 'footnote.question': question } : {});

  return {
    request: (request, path, answer) => {
      const attributes = { 'http.request.method': request.method, 'url.path': path };
      const options = { kind: SpanKind.SERVER, attributes, parent: parentOf(request) };
      return within(`${request.method} ${path}`, options, async (set) => {
        const response = await answer();
        set({ 'http.response.status_code': response.status });
        return response;
      });
    },
    traced: (engine) => ({
      ...engine,
      ask: (request, options) =>
        within('ask', { attributes: asked(request.question) }, async (set) => {
          const result = await engine.ask(request, options);
          set(outcomeOf(result));
          return result;
        }),
      search: (request, options) =>
        within('search', { attributes: asked(request.query) }, async (set) => {
          const page = await engine.search(request, options);
          set({ 'footnote.hits': page.edges.length });
          return page;
        }),
      prose: (answer, options) =>
        within('prose', {}, async (set) => {
          const prose = await engine.prose(answer, options);
          if (prose)
            set({ 'footnote.outcome': prose.reason ?? 'written', 'footnote.dropped': prose.dropped });
          return prose;
        }),
    }),
    tracedStages: (ask) => async (request, options) => {
      const parent = current.getStore() ?? ROOT_CONTEXT;
      let span = tracer.startSpan('queue', {}, parent);
      try {
        return await ask(request, {
          ...options,
          onProgress: (progress) => {
            span.end();
            span = tracer.startSpan(STAGE_SPANS[progress.stage], {}, parent);
            if (progress.evidence) span.setAttribute('footnote.passages', progress.evidence.length);
            options?.onProgress?.(progress);
          },
        });
      } finally {
        span.end();
      }
    },
  };
}

function outcomeOf(result: AskResult): Attributes {
  const { kind, confidence } = result;
  const outcome = { 'footnote.outcome': kind, 'footnote.confidence': confidence };
  return kind === 'NoAnswer' ? { ...outcome, 'footnote.reason': result.reason } : outcome;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}
