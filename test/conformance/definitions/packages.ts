import type { PinnedPackage } from './unpack-package.ts';

const sdk = (part: string, version: string, integrity: string): PinnedPackage => ({
  name: `@microsoft/msgraph-sdk${part}`,
  version,
  integrity: `sha512-${integrity}`,
});

/** All types of Graph v1.0, as Microsoft's generator writes them for its own clients. */
export const modelsPackage = sdk(
  '',
  '1.0.0-preview.90',
  'IZOF9kxqRjSbEsj/cdrQRbclmKR3ewxPLMkKITIrJXLsu3E3lmWn2U/vsgG4dOGOSY8kMokqZHG30ffLHLH30w==',
);

/** Endpoints of Graph v1.0 from the same generator. Its parts for drives and groups are not published. */
export const endpointPackages = [
  sdk(
    '-sites',
    '1.0.0-preview.90',
    'FkN6AE7ysQGTQpaPnJOlbt8QR9MgHsRLx+QUCYo3GMyeoPhaLqZAjLmiAP9iDEqYXolM03lSuB9OVxJ/cQ1Aag==',
  ),
  sdk(
    '-users',
    '1.0.0-preview.90',
    'm1y4/mYKUntS4wCQ6vAf6ZPK0RnV9ufnZiVNyU7bbJfCicFI5TuhotcbVRHDpaiK8I4GaJGt9InCKGzcgjhgfg==',
  ),
  sdk(
    '-chats',
    '1.0.0-preview.80',
    '9OdasydYtCs5cvyzVmJ0H7To1qK+xrOt6KSQJr3T6mX8nQhz6LTPTxZyEWwa5Kw1pbt5aFPFrKojfImhgpSCIA==',
  ),
  sdk(
    '-subscriptions',
    '1.0.0-preview.90',
    'ubYpoC0ZE6boF2BM+WrbqXjp4jl3fgEQJaGCSRvvmrNZrUCH9Eyhk8mwf/WG3s+ycUGt5tfABPXpWZFggZyaMQ==',
  ),
];

/** A client made from Microsoft's OpenAPI description of Graph v1.0: drives and groups come from here. */
export const openApiClientPackage: PinnedPackage = {
  name: '@softeria/ms-365-mcp-server',
  version: '0.155.0',
  integrity: 'sha512-+7wLe+jDgChAXQSLWph0sjKCEfav8JQUlFGjaiaoDxsNRl1k4JSfEuyuNKmucuap3Q9gyw1BV/MjOfTo9kwYiQ==',
};

/** Microsoft's client of the Bot connector. */
export const connectorPackage: PinnedPackage = {
  name: 'botframework-connector',
  version: '4.23.3',
  integrity: 'sha512-sChwCFJr3xhcMCYChaOxJoE8/YgdjOPWzGwz5JAxZDwhbQonwYX5O/6Z9EA+wB3TCFNEh642SGeC/rOitaTnGQ==',
};
