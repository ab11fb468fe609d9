import { packageTests } from "@rushlight/presets/vitest";

// Workers load their sources through tsx, which takes a while on a busy machine.
export default packageTests({ workers: true, timeout: 90_000 });
