/**
 * Microsoft's Graph library does not say of itself that its modules only declare things. They do (looked through at 3.0.7), and what
 * nothing of ours imports stays out of the pages: uploads, redirects, sign-in handlers.
 */
export const pureModules = {
  moduleSideEffects: [{ test: /[\\/]@microsoft[\\/]microsoft-graph-client[\\/]/, sideEffects: false }],
};
