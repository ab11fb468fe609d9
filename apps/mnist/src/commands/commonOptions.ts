import { Option } from "@commander-js/extra-typings";
import { pathName } from "@rushlight/command-line";
import { type BackendName, backendNames } from "@rushlight/nn";

/** `--data`: digits of the user's. */
export const dataOption: Option<"--data <folder>", undefined, undefined, string> = new Option(
  "--data <folder>",
  "four IDX files to read instead of MNIST",
).argParser(pathName("folder"));

/** `--from`: a network that was saved. */
export const fromOption: Option<"--from <file>", undefined, string, string> = new Option(
  "--from <file>",
  "the model that train saved",
)
  .argParser(pathName("file"))
  .default("mnist-run/model.json");

/** `--json`: for scripts. */
export const jsonOption: Option<"--json"> = new Option("--json", "print one line of JSON, and nothing else");

/** `--backend`: what computes. */
export const backendOption: Option<"--backend <name>", undefined, undefined, undefined, false, BackendName> =
  new Option("--backend <name>", "what computes").choices(backendNames);
