/**
 * Makes a test of every example in a package's documentation: the ```` ```ts ```` blocks of its README, of the pages in
 * its `docs`, and of the `@example` tags in its sources. A block is a complete program; what it logs must be what its
 * comments say, and the compiler must have nothing against it.
 *
 * ```ts
 * // test/examples.test.ts
 * import { testExamples } from "@rushlight/examples";
 *
 * testExamples();
 * ```
 *
 * @param folder what is documented, as a `file:` URL; the package of the running test when left out. The examples run
 * as part of the package of the running test: they import what that can import.
 * @throws Error when there are no examples
 */
export declare function testExamples(folder?: { readonly href: string }): void;
