import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

/** Who may read a register, asked of the directory each time. */
export interface Readers {
  mayRead(staffId: string, boundary: CaveatBoundary): Promise<boolean>;
}
