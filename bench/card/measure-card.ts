import type { Measurement } from '../measurement.ts';
export async function measureCard(_given: unknown): Promise<Measurement[]> {
  return [];
}
