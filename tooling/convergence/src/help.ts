/** What `--help` prints. */
export const help = `Usage: npm run convergence -- [problem ...] [--tune | --page file]

Counts how often every optimiser evaluates a loss until it is as low as wanted,
with default settings and with settings tuned for the problem, and prints a
table for each problem: rosenbrock, quadratic and digits, or those named.

A cell is the number of evaluations; "> 2000 (0.31)" where they were not enough,
with the lowest loss; "diverged" where the loss rose or was no number; "–" for a
problem that the method is not meant for.

  --page file  write the tables into a page of Markdown
  --tune       look for the best of the settings that are tried, and print them
  --help       print this

The exit code is 1 when a method diverged with its default settings, and 2 for
wrong arguments.`;
