import { existsSync } from "node:fs";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

/** @type {typeof import("./vitest.d.ts").packageTests} */
export function packageTests({ types = false, timeout = 20_000 } = {}) {
  const testTypes = existsSync("test/tsconfig.json") ? "test/tsconfig.json" : "tsconfig.json";
  return defineConfig({
    // Sources in every package alike: one from `src` and one from `dist` would be two copies of the same class.
    ssr: { resolve: { conditions: ["@rushlight/source", ...defaultServerConditions] } },
    test: {
      include: ["test/**/*.test.ts"],
      testTimeout: timeout,
      typecheck: { enabled: types, include: ["test/**/*.test-d.ts"], tsconfig: testTypes },
      reporters: ["default", ["json", { outputFile: "reports/tests.json" }]],
      coverage: { provider: "v8", include: ["src/**"] },
    },
  });
}
