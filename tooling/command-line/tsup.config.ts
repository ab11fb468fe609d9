import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild({
  index: "src/index.ts",
  launch: "src/launch.ts",
  threads: "src/threads/index.ts",
});
