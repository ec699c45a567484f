import type { ReceiptStep } from '../ports/intake.ts';
import type { StepProgress } from './step-progress.ts';

/**
 * What every entry of an outbox has, whatever it carries: written before anything is sent, so that a closed window or a lost
 * network loses nothing. X-OFF-1, X-IDEM-1.
 */
export interface KeptEntry {
  /** Pressed twice, or in two windows, it is the same. */
  id: string;
  /** UTC, ISO 8601, of the press. */
  createdAt: string;
  /** Who pressed, once signed in; another person using the same browser profile never sends it. */
  reporterId: string | null;
  /** Whom the host application was open for when it was pressed, as the host names them; null when it had not said. */
  profile: string | null;
  steps: Record<ReceiptStep, StepProgress>;
}
