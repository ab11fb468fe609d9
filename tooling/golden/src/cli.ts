import { main } from "./main.ts";

// The reader of a pipe may leave early, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(1);
});

process.exitCode = main(process.argv.slice(2), process.env, { out: console.log, err: console.error });
