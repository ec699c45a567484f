/**
 * How long the sign-in window may stay open: a password, a telephone that must be found first, and terms to agree to. msal gives up after a
 * minute untold, and the answer then comes to nobody.
 */
export const signInWindowMilliseconds = 600_000;
