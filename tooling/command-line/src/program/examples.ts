/**
 * Examples to show below the help of a command: `command.addHelpText("after", examples([...]))`.
 *
 * @param lines of what one would type
 */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}
