import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".map": "application/json",
};

/** What lets a page share memory between threads: no other origin may look into it. */
const isolation = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};

/**
 * A server on this machine.
 *
 * @typedef {object} Server
 * @property {string} origin
 * @property {readonly string[]} missing the paths that were asked for and are not there
 * @property {() => Promise<void>} close
 */

/**
 * Serves files on 127.0.0.1, on a port of the system's choice.
 *
 * @param {Readonly<Record<string, string>>} files where each path is on the disk
 * @param {boolean} isolated whether pages are isolated from other origins
 * @returns {Promise<Server>}
 */
export async function serve(files, isolated) {
  /** @type {string[]} */
  const missing = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname === "/" ? "/index.html" : pathname;
    if (!Object.hasOwn(files, path)) {
      missing.push(path);
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "Content-Type": type, ...(isolated ? isolation : {}) });
    response.end(readFileSync(files[path]));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected a server with a port");
  return {
    origin: `http://127.0.0.1:${address.port}`,
    missing,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
