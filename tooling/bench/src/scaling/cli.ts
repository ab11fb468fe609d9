import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allowRelaxedSimd } from "../relaxedSimd.ts";

allowRelaxedSimd();
// pnpm runs scripts in the package's folder and says here where it was called.
const folder = process.env.INIT_CWD ?? process.cwd();
const emptyTask = join(dirname(fileURLToPath(import.meta.url)), "emptyTask.js");
const studied = ["D", "C", "CNN", "E", "B3", "L"];

// Not static imports: they would load the kernels before.
void Promise.all([import("./main.ts"), import("../workloads/workloads.ts"), import("../workloads/trainingOf.ts")])
  .then(([{ main }, { workloads }, { trainingOf }]) =>
    main(process.argv.slice(2), workloads.filter(({ name }) => studied.includes(name)).map(trainingOf), emptyTask, {
      out: console.log,
      err: console.error,
      folder,
    }),
  )
  .then((code) => {
    process.exitCode = code;
  });
