/**
 * The authentication contexts (`acrs`) that a claims request wants in the access token, for example `["c1"]`. Every other claim is let by:
 * `xms_cc`, for instance, only says what the client understands.
 * https://learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context
 */
export function contextsAsked(claims: string | null | undefined): string[] {
  if (!claims) return [];
  try {
    const { access_token } = JSON.parse(claims) as { access_token?: { acrs?: { value?: unknown; values?: unknown } } };
    const { value, values } = access_token?.acrs ?? {};
    return [value, ...(Array.isArray(values) ? values : [])].filter((each) => typeof each === 'string');
  } catch {
    return [];
  }
}

/** True where one of them is missing in what somebody has shown. */
export const lacksContext = (claims: string | null | undefined, has: readonly string[]): boolean =>
  contextsAsked(claims).some((each) => !has.includes(each));

/** What Entra says when a context can only be had with the person there. */
export const contextMissing = 'AADSTS50076: The policy of this organisation asks for another factor.';
