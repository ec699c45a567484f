import { createNestablePublicClientApplication, createStandardPublicClientApplication } from '@azure/msal-browser';

/** The part of msal-browser that signing in uses: what is imported as a whole cannot be left out of the build. */
export const msal = { createNestablePublicClientApplication, createStandardPublicClientApplication };

export type Msal = typeof msal;
