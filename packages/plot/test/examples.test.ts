import { testExamples } from "@rushlight/examples";

testExamples();
