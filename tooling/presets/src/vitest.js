import { existsSync } from "node:fs";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

/** The tests as they stand. */
const plain = { extends: /** @type {const} */ (true), test: { name: "plain" } };

/**
 * The tests again, on another backend. Examples print the same on all, and types know of none.
 *
 * @param {string} name its file in `test/backends` installs it
 */
function onBackend(name) {
  const test = { name, setupFiles: `test/backends/${name}.ts`, exclude: ["test/examples.test.ts"] };
  return { extends: /** @type {const} */ (true), test: { ...test, typecheck: { enabled: false } } };
}

/** @type {typeof import("./vitest.d.ts").packageTests} */
export function packageTests({ types = false, timeout = 20_000, alsoOn = [], workers = false } = {}) {
  const testTypes = existsSync("test/tsconfig.json") ? "test/tsconfig.json" : "tsconfig.json";
  return defineConfig({
    // Sources in every package alike: one from `src` and one from `dist` would be two copies of the same class.
    ssr: { resolve: { conditions: ["@rushlight/source", ...defaultServerConditions] } },
    test: {
      include: ["test/**/*.test.ts"],
      testTimeout: timeout,
      // Workers inherit the arguments of the process that starts them.
      ...(workers ? { execArgv: ["--conditions=@rushlight/source", "--import=tsx"] } : {}),
      typecheck: { enabled: types, include: ["test/**/*.test-d.ts"], tsconfig: testTypes },
      reporters: ["default", ["json", { outputFile: "reports/tests.json" }]],
      ...(alsoOn.length > 0 ? { projects: [plain, ...alsoOn.map(onBackend)] } : {}),
      coverage: { provider: "v8", include: ["src/**"] },
    },
  });
}
