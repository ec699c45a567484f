import type { Measurement } from '../measurement.ts';
export async function measureEvidence(_given: unknown): Promise<Measurement[]> {
  return [];
}
