import { defineConfig } from "eslint/config";
import jsdoc from "eslint-plugin-jsdoc";
import tseslint from "typescript-eslint";
import { importDirection } from "./import-direction.js";

const rushlight = { rules: { "import-direction": importDirection } };

/** Casts and assertions that only silence the compiler. */
const silencers = [
  {
    selector: "TSAsExpression > TSAsExpression.expression",
    message: "A cast of a cast hides a wrong type: narrow with a check, or fix the type.",
  },
  {
    selector: "TSAsExpression > TSNeverKeyword, TSTypeAssertion",
    message: "This cast silences the compiler: narrow with a check, or fix the type.",
  },
  {
    selector: "TSNonNullExpression:not([expression.type='MemberExpression'][expression.computed=true])",
    message: "`!` is for elements at a known index alone: check for undefined.",
  },
];

// An overload or an implementation that follows an overload shares the words of the first.
const firstExport = "ExportNamedDeclaration:not(ExportNamedDeclaration:has(> TSDeclareFunction) + *)";
const firstMethod = "MethodDefinition:not(MethodDefinition[value.type='TSEmptyBodyFunctionExpression'] + *)";
// An override that adds nothing to what the base class says needs no words of its own, and a constructor may leave
// them to its class.
const silent = "[kind='constructor'], [override=true], [accessibility='private'], [key.type='PrivateIdentifier']";

/** Declarations that a reader meets in an editor without opening the file. */
const documented = [
  "ExportNamedDeclaration > ClassDeclaration",
  "ExportNamedDeclaration > TSInterfaceDeclaration",
  "ExportNamedDeclaration > TSTypeAliasDeclaration",
  "ExportNamedDeclaration[declaration.type='VariableDeclaration']",
  `${firstExport} > FunctionDeclaration`,
  `${firstExport} > TSDeclareFunction`,
  `ExportNamedDeclaration > ClassDeclaration > ClassBody > ${firstMethod}:not(${silent})`,
];

/**
 * What ESLint checks in this workspace: what needs types, documentation, and the direction of imports. Formatting and
 * everything else is Biome's.
 *
 * @param {string} root the folder of the workspace, absolute
 */
export function workspaceLint(root) {
  return defineConfig(
    {
      ignores: ["**/dist/**", "**/reports/**", "**/coverage/**", "**/fixtures/**", "**/assembly/**", "**/generated/**"],
    },
    { linterOptions: { reportUnusedDisableDirectives: "error" } },
    {
      files: ["**/*.ts", "**/*.js"],
      languageOptions: { parser: tseslint.parser },
      plugins: { rushlight },
      rules: { "rushlight/import-direction": "error" },
    },
    {
      files: ["**/*.ts"],
      ignores: ["**/*.d.ts", "**/*.config.ts"],
      languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
      plugins: { "@typescript-eslint": tseslint.plugin },
      rules: {
        "@typescript-eslint/await-thenable": "error",
        "@typescript-eslint/no-floating-promises": "error",
        "@typescript-eslint/no-misused-promises": "error",
        "@typescript-eslint/only-throw-error": "error",
        "@typescript-eslint/prefer-promise-reject-errors": "error",
        "@typescript-eslint/switch-exhaustiveness-check": "error",

        "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
        "@typescript-eslint/consistent-type-assertions": [
          "error",
          { assertionStyle: "as", objectLiteralTypeAssertions: "never" },
        ],
        "@typescript-eslint/no-explicit-any": "error",
        "@typescript-eslint/no-unnecessary-type-assertion": "error",
        "@typescript-eslint/no-unsafe-argument": "error",
        "@typescript-eslint/no-unsafe-assignment": "error",
        "@typescript-eslint/no-unsafe-call": "error",
        "@typescript-eslint/no-unsafe-member-access": "error",
        "@typescript-eslint/no-unsafe-return": "error",
        "no-restricted-syntax": ["error", ...silencers],

        "@typescript-eslint/no-base-to-string": "error",
        "@typescript-eslint/no-deprecated": "error",
      },
    },
    {
      files: ["{packages,tooling}/*/src/**/*.ts"],
      ignores: ["**/*.d.ts"],
      plugins: { jsdoc },
      settings: { jsdoc: { mode: "typescript", tagNamePreference: { template: "typeParam" } } },
      rules: {
        "jsdoc/require-jsdoc": [
          "error",
          {
            require: { FunctionDeclaration: false },
            checkConstructors: false,
            enableFixer: false,
            contexts: documented,
          },
        ],
        "jsdoc/check-param-names": ["error", { checkDestructured: false, disableMissingParamChecks: true }],
        "jsdoc/check-tag-names": ["error", { typed: true, definedTags: ["remarks", "packageDocumentation"] }],
      },
    },
  );
}
