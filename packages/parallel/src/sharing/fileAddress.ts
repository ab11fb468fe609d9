import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ArgumentError, shown } from "@rushlight/tensor";

/**
 * The address of a file that threads import.
 *
 * @param name what it is, for the error
 * @throws ArgumentError for what is no file that is there, nor a `data:` address
 */
export function fileAddress(owner: string, name: string, file: unknown): string {
  const url = urlOf(file);
  if (url === undefined)
    throw new ArgumentError(`${owner}: expected the URL or the path of a file as ${name}, got ${shown(file)}`);
  if (url.protocol === "data:") return url.href;
  if (url.protocol !== "file:")
    throw new ArgumentError(`${owner}: expected a file: or data: URL as ${name}, got "${url.href}"`);
  if (!existsSync(url)) throw new ArgumentError(`${owner}: expected a file as ${name}, there is no ${url.href}`);
  return url.href;
}

function urlOf(file: unknown): URL | undefined {
  if (file instanceof URL) return file;
  if (typeof file !== "string") return undefined;
  return /^(file|data):/.test(file) ? new URL(file) : pathToFileURL(file);
}
