import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const json = async <T>(method: string, path: string, body?: unknown) =>
  (await (await sandbox.send(method, path, body === undefined ? {} : { body })).json()) as T;
const me = async () =>
  sandbox.send('GET', '/graph/v1.0/me', {
    token: await sandbox.token({ persona: 'reporter', app: 'an-app', scopes: ['User.Read'] }),
  });

describe('the personas', () => {
  it('are all eleven, with their names and addresses', async () => {
    const { personas } = await json<{ personas: { key: string; displayName: string; userPrincipalName: string }[] }>(
      'GET',
      '/sandbox/personas',
    );
    expect(personas.map((persona) => persona.key)).toEqual(
      'reporter manager seniorManager deputyDirector security itSecurity switchboard hr helpDesk colleague administrator'.split(
        ' ',
      ),
    );
    expect(personas.every((persona) => persona.userPrincipalName.endsWith('.example'))).toBe(true);
  });
});

describe('the clock', () => {
  it('moves on, and goes where it is told', async () => {
    const before = Date.parse((await json<{ now: string }>('GET', '/sandbox/clock')).now);
    const after = Date.parse((await json<{ now: string }>('POST', '/sandbox/clock', { advanceSeconds: 86_400 })).now);
    expect(after - before).toBeGreaterThanOrEqual(86_400_000);
    const set = await json<{ now: string }>('POST', '/sandbox/clock', { now: '2027-03-01T08:00:00Z' });
    expect(set.now).toMatch(/^2027-03-01T08:00:0/);
  });

  it.each([{}, { now: 'tomorrow' }, { advanceSeconds: '5' }])('refuses %j', async (body) => {
    expect((await sandbox.send('POST', '/sandbox/clock', { body })).status).toBe(400);
  });
});

describe('what was asked', () => {
  it('is listed by route, without names, with the bytes sent', async () => {
    await me();
    type Log = {
      value: { number: number; path: string; status: number; caller: string; app: string; bytes: number }[];
    };
    const { value } = await json<Log>('GET', '/sandbox/requests?since=0');
    const last = value.at(-1);
    expect(last).toMatchObject({ path: '/graph/v1.0/me', status: 200, caller: 'user', app: 'an-app' });
    expect(last?.bytes).toBeGreaterThan(100);
    expect((await json<Log>('GET', `/sandbox/requests?since=${last?.number}`)).value).toEqual([]);
  });

  it('is counted for each app, with SharePoint’s resource units', async () => {
    sandbox.running.tenant.usage.addResourceUnits('an-app', 5);
    const { apps } = await json<{ apps: Record<string, { requests: number; resourceUnits: number }> }>(
      'GET',
      '/sandbox/usage',
    );
    expect(apps['an-app']).toMatchObject({ resourceUnits: 5 });
    expect(apps['an-app']?.requests).toBeGreaterThan(0);
  });
});

describe('a person’s record', () => {
  it('can lose its manager and get another', async () => {
    const token = await sandbox.token({ persona: 'colleague', scopes: ['User.Read.All'] });
    const manager = () => sandbox.send('GET', '/graph/v1.0/me/manager', { token });
    await sandbox.send('PATCH', '/sandbox/people/colleague', { body: { manager: null } });
    expect((await manager()).status).toBe(404);
    await sandbox.send('PATCH', '/sandbox/people/colleague', { body: { manager: 'security' } });
    expect(((await (await manager()).json()) as { displayName: string }).displayName).toBe('Gareth Pwllheron');
  });

  it.each([
    ['nobody', { accountEnabled: true }, 404],
    ['reporter', { manager: 'nobody' }, 404],
    ['reporter', { salary: 1 }, 400],
  ])('refuses a change of %s to %j', async (person, body, status) => {
    expect((await sandbox.send('PATCH', `/sandbox/people/${person}`, { body })).status).toBe(status);
  });
});

describe('a reset', () => {
  it('puts people, clock, faults and counts back, and keeps apps and tokens good', async () => {
    const token = await sandbox.token({ persona: 'colleague', scopes: ['User.Read.All'] });
    await sandbox.send('PUT', '/sandbox/apps/kept', { body: { name: 'Kept' } });
    await sandbox.send('PATCH', '/sandbox/people/colleague', { body: { manager: null } });
    await sandbox.send('POST', '/sandbox/faults', { body: { effect: { kind: 'drop' } } });
    let heard = 0;
    sandbox.running.tenant.events.on('reset', () => {
      heard += 1;
    });
    expect((await sandbox.send('POST', '/sandbox/reset')).status).toBe(200);
    expect(heard).toBe(1);
    expect((await json<{ value: unknown[] }>('GET', '/sandbox/faults')).value).toEqual([]);
    expect((await json<{ apps: object }>('GET', '/sandbox/usage')).apps).toEqual({});
    const manager = await sandbox.send('GET', '/graph/v1.0/me/manager', {
      token: await sandbox.token({ persona: 'colleague', scopes: ['User.Read.All'] }),
    });
    expect(manager.status).toBe(200);
    expect((await sandbox.send('GET', '/sandbox/apps/kept')).status).toBe(200);
    expect(token).not.toBe('');
  });

  it('forgets the apps as well when asked', async () => {
    await sandbox.send('PUT', '/sandbox/apps/kept', { body: { name: 'Kept' } });
    await sandbox.send('POST', '/sandbox/reset', { body: { apps: true } });
    expect((await sandbox.send('GET', '/sandbox/apps/kept')).status).toBe(404);
  });
});

describe('the control page', () => {
  it('says what it is, and shows the faults as text', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { path: '<script>x</script>' }, effect: { kind: 'drop' } },
    });
    const page = await (await sandbox.send('GET', '/sandbox')).text();
    expect(page).toContain('stand-in');
    expect(page).not.toContain('<script>x');
    expect(page).toContain('reporter');
  });

  it('gives examples that the tenant takes', async () => {
    const page = await (await sandbox.send('GET', '/sandbox')).text();
    const bodies = [...page.matchAll(/sandbox\/faults -H [^{]+(\{.*?\})&#39;/g)].map((match) =>
      (match[1] ?? '').replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code))),
    );
    expect(bodies.length).toBeGreaterThan(8);
    for (const body of bodies) {
      const answer = await sandbox.send('POST', '/sandbox/faults', { body: JSON.parse(body) });
      expect(answer.status, body).toBe(201);
    }
  });
});
