import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({
  index: "src/index.ts",
  bench: "src/bench/index.ts",
  // Workers are started with these, which they find beside the module that starts them.
  kernelLoop: "src/kernelLoop.ts",
  mapper: "src/mapper.ts",
  replica: "src/replica.ts",
});
