import { type Context, ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import type { Logger } from 'pino';

/** Where spans go. */
export interface TraceExport {
  readonly tracer: Tracer;
  /** The span of the client that a request names (W3C trace context). */
  parentOf(request: Request): Context;
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Most milliseconds that what is left may take when the server stops. */
const CLOSE_MS = 3_000;

/**
 * Exports spans as the standard variables of OpenTelemetry say (`OTEL_EXPORTER_OTLP_ENDPOINT` and so on), over HTTP.
 * Null, with nothing loaded and nothing sent, unless they name an exporter.
 */
export async function openTraceExport(
  environment: NodeJS.ProcessEnv,
  logger: Logger,
): Promise<TraceExport | null> {
  if (!isConfigured(environment)) return null;
  const protocol =
    environment.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ||
    environment.OTEL_EXPORTER_OTLP_PROTOCOL ||
    'http/protobuf';
  if (protocol !== 'http/protobuf' && protocol !== 'http/json') {
    logger.warn(
      `No traces are exported: OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}". Set http/protobuf or http/json.`,
    );
    return null;
  }
  const [{ BasicTracerProvider, BatchSpanProcessor }, { W3CTraceContextPropagator }, resources, exporters] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/core'),
      import('@opentelemetry/resources'),
      protocol === 'http/json'
        ? import('@opentelemetry/exporter-trace-otlp-http')
        : import('@opentelemetry/exporter-trace-otlp-proto'),
    ]);
  const named = resources.detectResources({ detectors: [resources.envDetector] });
  const resource = resources
    .resourceFromAttributes({ 'service.name': environment.OTEL_SERVICE_NAME || 'footnote' })
    .merge(named);
  const provider = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new exporters.OTLPTraceExporter())],
  });
  const propagator = new W3CTraceContextPropagator();
  return {
    tracer: provider.getTracer('footnote'),
    parentOf: ({ headers }) =>
      propagator.extract(ROOT_CONTEXT, headers, {
        get: (carrier, name) => carrier.get(name) ?? undefined,
        keys: (carrier) => [...carrier.keys()],
      }),
    close: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref());
      await Promise.race([
        provider.shutdown().catch((err: unknown) => logger.warn({ err }, 'The last traces were not sent.')),
        late,
      ]);
    },
  };
}

/** An endpoint is named, or the exporter is, which then has its standard place on this machine. */
function isConfigured(environment: NodeJS.ProcessEnv): boolean {
  const { OTEL_SDK_DISABLED, OTEL_TRACES_EXPORTER } = environment;
  if (OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') return false;
  if (OTEL_TRACES_EXPORTER) return OTEL_TRACES_EXPORTER.split(',').some((one) => one.trim() === 'otlp');
  return Boolean(environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT);
}
