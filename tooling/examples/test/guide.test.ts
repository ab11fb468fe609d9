import { testExamples } from "../src/testExamples.ts";

// The README of the repository and the pages of docs. What they import is among this package's devDependencies.
testExamples(new URL("../../../", import.meta.url));
