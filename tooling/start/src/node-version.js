const required = [20, 19];

/**
 * Why a version of Node can not run this software; nothing when it can.
 *
 * @param {string} version as `process.versions.node` has it
 * @returns {string | undefined}
 */
export function versionProblem(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const enough = major > required[0] || (major === required[0] && minor >= required[1]);
  return enough ? undefined : `Rushlight needs Node ${required.join(".")} or later: this is Node ${version}.`;
}

/** Ends the process with one line when this Node is too old. */
export function checkNodeVersion() {
  const problem = versionProblem(process.versions.node);
  if (problem === undefined) return;
  console.error(problem);
  process.exit(1);
}
