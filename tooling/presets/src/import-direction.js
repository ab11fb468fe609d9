import { dirname, relative, resolve, sep } from "node:path";
import { importTable, scope } from "./import-table.js";
import { packageOf, workspacePackages, workspaceRoot } from "./workspace.js";

/** Listed once, by the root: the configuration and tests of every package use them. */
const listedByRoot = { "@rushlight/presets": "workspace:^", "@rushlight/examples": "workspace:^" };

/**
 * An import that leaves its package goes by a public name, in the direction of the import table.
 *
 * - `src` of a published package imports what its row of the table allows;
 * - every other file (tests, configuration, applications, tooling) imports what its `package.json` lists;
 * - nobody reaches into a package past its `exports`, or leaves a package by a relative path.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const importDirection = {
  meta: {
    type: "problem",
    docs: { description: "imports between packages point one way and go by public names" },
    schema: [],
    messages: {
      application: "{{to}} is an application: nothing imports it.",
      deep: "{{to}} does not export {{subpath}}: import a package by a name that its package.json exports.",
      direction:
        "{{from}} may not import {{to}}: it may import {{allowed}}. The table is tooling/presets/src/import-table.js.",
      itself: "{{from}} imports itself by name: use a relative path inside src.",
      missing: "There is no package {{to}} in the workspace.",
      relative: "{{specifier}} leaves {{from}}: import another package by its name.",
      unknown: "{{from}} has no row in tooling/presets/src/import-table.js, which says what a package may import.",
      unlisted: "{{from}} imports {{to}}, which its package.json does not list.",
    },
  },
  create(context) {
    const file = context.filename;
    const root = workspaceRoot(dirname(file));
    const home = packageOf(file, root);
    if (home === undefined) return {};
    const inSources = relative(home.folder, file).split(sep)[0] === "src";

    /** @param {any} node the node that holds the name of a module, if that is written out */
    function check(node) {
      if (node?.type !== "Literal" || typeof node.value !== "string") return;
      const problem = node.value.startsWith(".")
        ? problemOfPath(node.value, file, home)
        : problemOfName(node.value, inSources, home, workspacePackages(root));
      if (problem !== undefined) context.report({ node, ...problem });
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (/** @type {any} */ node) => check(node.source),
    };
  },
};

/**
 * @typedef {{ messageId: string, data: Record<string, string> }} Problem
 * @typedef {import("./workspace.js").WorkspacePackage} WorkspacePackage
 */

/**
 * @param {string} specifier a relative path
 * @param {string} file the file that imports it
 * @param {WorkspacePackage | undefined} home the package of that file
 * @returns {Problem | undefined}
 */
function problemOfPath(specifier, file, home) {
  if (home === undefined || relative(home.folder, resolve(dirname(file), specifier)).split(sep)[0] !== "..") {
    return undefined;
  }
  return { messageId: "relative", data: { specifier, from: home.manifest.name ?? home.folder } };
}

/**
 * @param {string} specifier the name of a module
 * @param {boolean} inSources whether the file that imports it is under `src`
 * @param {WorkspacePackage | undefined} home the package of that file
 * @param {readonly WorkspacePackage[]} packages every package of the workspace
 * @returns {Problem | undefined}
 */
function problemOfName(specifier, inSources, home, packages) {
  if (home === undefined || !specifier.startsWith(scope)) return undefined;
  const [name, ...rest] = specifier.slice(scope.length).split("/");
  const from = home.manifest.name ?? home.folder;
  const to = scope + name;
  const subpath = rest.join("/");
  const target = packages.find((candidate) => candidate.manifest.name === to);

  if (target === undefined) return { messageId: "missing", data: { to } };
  if (target.kind === "apps" && to !== from) return { messageId: "application", data: { to } };
  if (rest.length > 0 && target.manifest.exports?.[`./${subpath}`] === undefined) {
    return { messageId: "deep", data: { to, subpath } };
  }
  if (to === from) return inSources ? { messageId: "itself", data: { from } } : undefined;
  if (home.kind === "packages" && inSources) {
    const allowed = importTable[from.slice(scope.length)];
    if (allowed === undefined) return { messageId: "unknown", data: { from } };
    if (allowed.some((other) => other === name)) return undefined;
    const list = allowed.length === 0 ? "no other package" : allowed.join(", ");
    return { messageId: "direction", data: { from, to, allowed: list } };
  }
  const { dependencies, devDependencies, peerDependencies } = home.manifest;
  const listed = { ...listedByRoot, ...dependencies, ...devDependencies, ...peerDependencies };
  return to in listed ? undefined : { messageId: "unlisted", data: { from, to } };
}
