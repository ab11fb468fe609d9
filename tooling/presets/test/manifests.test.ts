import { describe, expect, test } from "vitest";
import { importTable, scope } from "../src/import-table.js";
import { readManifest, workspacePackages, workspaceRoot } from "../src/workspace.js";

const root = workspaceRoot(import.meta.dirname);
const packages = workspacePackages(root);
const published = packages.filter((candidate) => candidate.kind === "packages");

/** The packages of the workspace among the names of a list of dependencies. */
function inside(list: Record<string, string> = {}): string[] {
  return Object.keys(list).filter((name) => name.startsWith(scope));
}

describe("the dependencies that package.json lists", () => {
  test.each(published.map(({ manifest }) => [manifest.name ?? "", manifest] as const))(
    "%s depends on what the import table allows",
    (name, manifest) => {
      const allowed = importTable[name.slice(scope.length)]?.map((other) => scope + other);
      expect(allowed).toBeDefined();
      const listed = inside({ ...manifest.dependencies, ...manifest.peerDependencies });
      expect(listed.filter((other) => !allowed?.includes(other))).toEqual([]);
    },
  );

  test.each(packages.map(({ manifest }) => [manifest.name ?? "", manifest] as const))(
    "%s takes packages of the workspace from the workspace, and never an application",
    (_, manifest) => {
      const { dependencies, devDependencies, peerDependencies } = manifest;
      const linked = { ...dependencies, ...devDependencies };
      for (const name of inside(linked)) expect(linked[name]).toBe("workspace:^");
      // A peer may be of more versions than the one that is linked, but one is, for tests.
      for (const name of inside({ ...peerDependencies })) {
        expect(peerDependencies?.[name]).toMatch(/^workspace:/);
        expect(linked).toHaveProperty([name]);
      }
      for (const name of inside({ ...linked, ...peerDependencies })) {
        expect(packages.find((candidate) => candidate.manifest.name === name)?.kind).not.toBe("apps");
      }
    },
  );

  test("make no circle, those for tests included", () => {
    const waiting = new Map(
      packages.map(({ manifest }) => [
        manifest.name ?? "",
        new Set(inside({ ...manifest.dependencies, ...manifest.devDependencies })),
      ]),
    );
    for (let before = -1; waiting.size !== before; ) {
      before = waiting.size;
      for (const [name, needs] of waiting) {
        if ([...needs].every((other) => !waiting.has(other))) waiting.delete(name);
      }
    }
    expect([...waiting.keys()]).toEqual([]);
  });
});

describe("the import table", () => {
  test("points one way: a package stands above everything it may import", () => {
    const above = new Set<string>();
    for (const [name, allowed] of Object.entries(importTable)) {
      expect(allowed.filter((other) => !above.has(other))).toEqual([]);
      above.add(name);
    }
  });

  test("allows whatever is allowed to a package that is allowed", () => {
    for (const allowed of Object.values(importTable)) {
      const indirect = allowed.flatMap((other) => importTable[other] ?? []);
      expect(indirect.filter((other) => !allowed.includes(other))).toEqual([]);
    }
  });
});

describe("the workspace", () => {
  test("names one version of pnpm: the one it is installed with is the one that its scripts run", () => {
    const { packageManager, devDependencies } = readManifest(root);
    expect(packageManager).toBe(`pnpm@${devDependencies?.pnpm}`);
  });
});
