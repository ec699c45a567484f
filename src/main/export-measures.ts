import type { Meter } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/**
 * Offers what is measured at `http://HOST:port/metrics`, in the form of Prometheus, which OpenTelemetry's collector reads too. A port of its
 * own, because nobody outside needs it. Rejects when the port is taken.
 */
export async function exportMeasures(port: number): Promise<{ meter: Meter; stop: () => Promise<void> }> {
  const exporter = new PrometheusExporter({ port, preventServerStart: true });
  const provider = new MeterProvider({ readers: [exporter] });
  await exporter.startServer();
  return { meter: provider.getMeter('urddas'), stop: () => provider.shutdown() };
}
