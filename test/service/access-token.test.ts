import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { AccessTokenCheck } from '../../src/service/evidence/access-token.ts';

const rules = {
  issuer: 'https://login.example/v2.0',
  keysUrl: 'https://login.example/keys',
  tenantId: '11111111-1111-4111-8111-111111111111',
  clientId: '22222222-2222-4222-8222-222222222222',
};
const staffId = '33333333-3333-4333-8333-333333333333';
const now = Date.parse('2026-11-30T09:30:00Z');
const lifeSeconds = 3600;

/** A check by a clock that is off by so many seconds, and the authorization of a person whose token was issued this very moment. */
async function checkedBy(offSeconds: number, ageSeconds = 0) {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'key', alg: 'RS256', use: 'sig' }] };
  const clock = { now: () => new Date(now + offSeconds * 1000) };
  const check = new AccessTokenCheck(rules, clock, async () => Response.json(keys));
  const issued = now / 1000 - ageSeconds;
  const token = await new SignJWT({
    tid: rules.tenantId,
    oid: staffId,
    azp: rules.clientId,
    scp: 'access_as_user',
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key' })
    .setIssuer(rules.issuer)
    .setAudience(rules.clientId)
    .setIssuedAt(issued)
    .setNotBefore(issued)
    .setExpirationTime(issued + lifeSeconds)
    .sign(privateKey);
  return check.check(`Bearer ${token}`);
}

describe('The token of a person at a replica whose clock is wrong (X-TIME-1)', () => {
  it.each([0, -20, -180, -290, 180, 290])('is taken when it is off by %i s', async (offSeconds) => {
    expect(await checkedBy(offSeconds)).toEqual({ ok: true, staffId });
  });

  it('is refused when it is valid only long after', async () => {
    expect(await checkedBy(-360)).toMatchObject({ ok: false, status: 401 });
  });

  it.each([
    [290, true],
    [310, false],
  ])('%i s after it has run out: taken %s', async (late, ok) => {
    expect(await checkedBy(0, lifeSeconds + late)).toMatchObject({ ok });
  });
});
