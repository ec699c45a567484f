import type { ConfigurationRow } from '../../../src/application/ports/configuration-view.ts';
import { demoConfiguration } from '../../../src/main/start/demo-configuration.ts';

/** The stand-in's Config list as a real tenant would have it; `spoilt` replaces rows by other texts, as JSON of an object. */
export function fakeConfiguration(spoilt: string | null): ConfigurationRow[] {
  const rows = Object.entries(demoConfiguration('sefydliad.gov.uk')).map(([key, value]) => [
    key,
    JSON.stringify(value),
  ]);
  const texts: Record<string, string> = { ...Object.fromEntries(rows), ...JSON.parse(spoilt ?? '{}') };
  return Object.entries(texts).map(([key, text]) => ({ key, text, changedAt: '2026-11-20T10:00:00Z' }));
}
