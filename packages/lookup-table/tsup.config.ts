import { packageBuild } from "@rushlight/presets/tsup";

export default packageBuild();
