import type { Measurement } from '../measurement.ts';
export async function measureReport(_given: unknown): Promise<Measurement[]> {
  return [];
}
