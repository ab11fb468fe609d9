import { testExamples } from "@rushlight/examples";

testExamples(new URL("..", import.meta.url));
