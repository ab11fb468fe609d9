/**
 * Makes a test of every example in a package's documentation: the ```` ```ts ```` blocks of its README and of the
 * `@example` tags in its sources. A block is a complete program; what it logs must be what its comments say, and the
 * compiler must have nothing against it.
 *
 * ```ts
 * // test/examples.test.ts
 * import { testExamples } from "@rushlight/examples";
 *
 * testExamples();
 * ```
 *
 * @param folder the package, as a `file:` URL; that of the running test when left out
 * @throws Error when there are no examples
 */
export declare function testExamples(folder?: { readonly href: string }): void;
