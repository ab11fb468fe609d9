import { packageTests } from "@rushlight/presets/vitest";

export default packageTests();
