/** What the browser may not do, and what makes its output the same everywhere. */
export const browserFlags: readonly string[] = [
  // No name resolves, addresses written as numbers included.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-domain-reliability',
  '--disable-component-update',
  '--no-pings',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--font-render-hinting=none',
  '--lang=en-US',
];
