import { workspaceLint } from "@rushlight/presets/eslint";

export default workspaceLint(import.meta.dirname);
