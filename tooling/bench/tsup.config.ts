import { applicationBuild } from "@rushlight/presets/tsup";

export default {
  ...applicationBuild({
    cli: "src/cli.ts",
    scaling: "src/scaling/cli.ts",
    emptyTask: "src/scaling/emptyTask.ts",
    "peers/rushlight": "src/peers/rushlight.ts",
    "peers/tfjs": "src/peers/tfjs.ts",
    "peers/jax": "src/peers/jax.ts",
  }),
  // Other systems run as they are published.
  external: [/^@tensorflow\//, "@jax-js/jax"],
};
