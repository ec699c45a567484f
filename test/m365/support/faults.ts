/** Switches a fault on in the tenant, by its control surface. */
export async function addFault(
  origin: string,
  rule: { match?: Record<string, unknown>; times?: number | null; skip?: number; effect: Record<string, unknown> },
): Promise<void> {
  const response = await fetch(`${origin}/sandbox/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(rule),
  });
  if (!response.ok) throw new Error(`fault: ${response.status} ${await response.text()}`);
}

export async function clearFaults(origin: string): Promise<void> {
  await fetch(`${origin}/sandbox/faults`, { method: 'DELETE' });
}

/** Requests since the last call to `/sandbox/requests`' number, as the tenant saw them. */
export async function requestsSince(origin: string, number: number) {
  const response = await fetch(`${origin}/sandbox/requests?since=${number}`);
  const { value } = (await response.json()) as {
    value: { number: number; method: string; path: string; status: number; batched: boolean }[];
  };
  return value.filter((request) => request.path.startsWith('/graph/'));
}

export async function lastRequestNumber(origin: string): Promise<number> {
  const response = await fetch(`${origin}/sandbox/requests?since=0`);
  const { value } = (await response.json()) as { value: { number: number }[] };
  return value.at(-1)?.number ?? 0;
}
