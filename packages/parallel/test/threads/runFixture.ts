import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a program of test/fixtures prints, which must end by itself. */
export async function runFixture(name: string): Promise<string> {
  const file = fileURLToPath(new URL(`../fixtures/${name}.ts`, import.meta.url));
  const { stdout } = await run(process.execPath, ["--conditions=@rushlight/source", "--import=tsx", file], {
    timeout: 60_000,
  });
  return stdout;
}
