/** @type {import("tsup").Options} */
const shared = {
  format: "esm",
  target: "es2022",
  sourcemap: true,
  clean: true,
  silent: true,
  treeshake: true,
  splitting: true,
  // tsup takes the `node:` off built-in modules unless it is told not to.
  removeNodeProtocol: false,
};

/** @type {typeof import("./tsup.d.ts").packageBuild} */
export function packageBuild(entry = { index: "src/index.ts" }) {
  return {
    ...shared,
    entry,
    // The same output for Node and for browsers; an entry for Node alone may import Node's built-in modules.
    platform: "neutral",
    external: [/^node:/],
    // tsup 8 sets `baseUrl` when it bundles declarations; TypeScript 6 calls that deprecated.
    dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  };
}

/** @type {typeof import("./tsup.d.ts").applicationBuild} */
export function applicationBuild(entry) {
  return { ...shared, entry, platform: "node" };
}
