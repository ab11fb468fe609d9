import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The environment variable that names a Python with PyTorch. */
export const PYTHON = "RUSHLIGHT_BENCH_PYTHON";

/** The first on the path may be one that somebody installed for other things; a system's packages belong to its own. */
const usual = ["python3", "/usr/bin/python3"];

/**
 * A Python that has PyTorch.
 *
 * @param chosen the one to take; the usual ones when left out
 * @throws Error that says what was tried, when none has it
 */
export async function findPython(chosen?: string): Promise<string> {
  const candidates = chosen === undefined || chosen === "" ? usual : [chosen];
  for (const candidate of candidates) {
    if (await hasTorch(candidate)) return candidate;
  }
  throw new Error(`no PyTorch for ${candidates.join(" or ")}; ${PYTHON} names another Python`);
}

/** Finding it takes much less time than importing it. */
async function hasTorch(python: string): Promise<boolean> {
  const program = "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)";
  try {
    await promisify(execFile)(python, ["-c", program]);
    return true;
  } catch {
    return false;
  }
}
