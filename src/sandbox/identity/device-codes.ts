import { randomBytes, randomInt } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** A sign-in that waits for somebody to enter its code. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
interface Waiting {
  deviceCode: string;
  userCode: string;
  clientId: string;
  scope: string;
  until: number;
  /** Who entered it; null while nobody has, or who declined. */
  answer: { personId: string } | 'declined' | 'used' | null;
}

/** In memory: after a restart one begins anew. */
const ofTenant = new WeakMap<Tenant, Waiting[]>();

export const deviceCodeSeconds = 900;
/** Letters and digits that cannot be mistaken for one another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function waitingIn(tenant: Tenant): Waiting[] {
  const known = ofTenant.get(tenant) ?? [];
  ofTenant.set(tenant, known);
  return known;
}

export function beginDeviceSignIn(tenant: Tenant, clientId: string, scope: string): Waiting {
  const userCode = Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('');
  const until = tenant.clock.now().getTime() + deviceCodeSeconds * 1000;
  const begun = { deviceCode: randomBytes(32).toString('base64url'), userCode, clientId, scope, until, answer: null };
  waitingIn(tenant).push(begun);
  return begun;
}

/** Somebody enters the code at the page; null declines. False where no such code waits. */
export function answerDeviceSignIn(tenant: Tenant, userCode: string, personId: string | null): boolean {
  const found = waitingIn(tenant).find((each) => each.userCode === userCode.trim().toUpperCase());
  if (!found || found.answer !== null || found.until < tenant.clock.now().getTime()) return false;
  found.answer = personId === null ? 'declined' : { personId };
  return true;
}

/** What the program that waits is told: who signed in, or the error it has to act on. The code serves once. */
export function redeemDeviceCode(
  tenant: Tenant,
  clientId: string,
  deviceCode: string,
): { ok: true; personId: string; scope: string } | { ok: false; error: string; description: string } {
  const refused = (error: string, description: string) => ({ ok: false, error, description }) as const;
  const found = waitingIn(tenant).find((each) => each.deviceCode === deviceCode && each.clientId === clientId);
  if (!found || found.answer === 'used') {
    return refused('bad_verification_code', 'AADSTS70019: The verification code is not known, or was used.');
  }
  if (found.until < tenant.clock.now().getTime()) {
    return refused('expired_token', 'AADSTS70020: The device code has expired.');
  }
  if (found.answer === null) return refused('authorization_pending', 'AADSTS70016: Nobody has entered the code yet.');
  if (found.answer === 'declined') {
    return refused('authorization_declined', 'AADSTS70018: The person declined to sign in.');
  }
  const { personId } = found.answer;
  found.answer = 'used';
  return { ok: true, personId, scope: found.scope };
}
