import { packageTests } from "@rushlight/presets/vitest";

// The tests run the lessons as they are, trainings and all.
export default packageTests({ timeout: 120_000 });
