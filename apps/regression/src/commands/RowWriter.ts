import { once } from "node:events";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { OutputError, type OutputStream } from "@rushlight/command-line";

/** Where rows are written, piece by piece. */
export interface RowWriter {
  /** Writes text as soon as it is taken. */
  write(text: string): Promise<void>;
  /** All text is written. */
  end(): void;
  /** There will be no more text: an earlier file stays as it was. */
  cancel(): void;
}

/** Writes to a stream, no faster than it takes the text. */
export function streamWriter(stream: OutputStream): RowWriter {
  return {
    write: async (text) => {
      if (!stream.write(text)) await once(stream, "drain");
    },
    end: () => {},
    cancel: () => {},
  };
}

/**
 * Writes to a file, which takes the place of an earlier one when it is complete.
 *
 * @throws OutputError when it can not be written
 */
export function fileWriter(path: string): RowWriter {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`);
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new OutputError(`${path}: can not be written: ${reason}`, { cause: error });
    }
  };
  const file = attempt(() => openSync(temporary, "w"));
  let open = true;
  const close = (): void => {
    if (open) closeSync(file);
    open = false;
  };
  return {
    write: async (text) => {
      attempt(() => {
        const bytes = Buffer.from(text);
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      });
    },
    end: () =>
      attempt(() => {
        fsyncSync(file);
        close();
        renameSync(temporary, path);
      }),
    cancel: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}
