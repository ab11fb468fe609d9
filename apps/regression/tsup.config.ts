import { applicationBuild } from "@rushlight/presets/tsup";

export default applicationBuild({ cli: "src/cli.ts" });
