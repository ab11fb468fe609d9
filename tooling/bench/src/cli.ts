import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { allowRelaxedSimd } from "./relaxedSimd.ts";

allowRelaxedSimd();
// pnpm runs scripts in the package's folder and says here where it was called.
const folder = process.env.INIT_CWD ?? process.cwd();
const home = dirname(fileURLToPath(import.meta.url));
const programs = { node: join(home, "peers"), python: join(home, "..", "peers") };

// Not static imports: they would load the kernels before.
void Promise.all([
  import("./main.ts"),
  import("./suites/suites.ts"),
  import("./workloads/systems/systems.ts"),
  import("./workloads/workloads.ts"),
])
  .then(([{ main }, { suites }, { allSystems }, { workloads }]) =>
    main(
      process.argv.slice(2),
      { suites, workloads, systems: (threads) => allSystems(programs, threads) },
      { out: console.log, err: console.error, folder },
    ),
  )
  .then((code) => {
    process.exitCode = code;
  });
