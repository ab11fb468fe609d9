import { Writable } from "node:stream";
import type { OutputStream, Terminal } from "../Terminal.ts";

class MemoryStream extends Writable implements OutputStream {
  text = "";
  readonly isTTY: boolean;
  readonly columns = 80;
  private readonly colours: boolean;

  constructor(isTTY: boolean, colours: boolean) {
    super();
    this.isTTY = isTTY;
    this.colours = colours;
  }

  hasColors(): boolean {
    return this.colours;
  }

  override _write(chunk: unknown, _encoding: string, done: () => void): void {
    this.text += String(chunk);
    done();
  }
}

/** A terminal, or two pipes, that keeps what is printed. */
export class MemoryTerminal implements Terminal {
  readonly stdout: MemoryStream;
  readonly stderr: MemoryStream;

  constructor({ isTTY = false, colours = false }: { isTTY?: boolean; colours?: boolean } = {}) {
    this.stdout = new MemoryStream(isTTY, colours);
    this.stderr = new MemoryStream(isTTY, colours);
  }

  /** The lines on standard output. */
  get lines(): readonly string[] {
    return this.stdout.text.trimEnd().split("\n");
  }

  /** What the last line on standard output says in JSON. */
  get json(): Readonly<Record<string, unknown>> {
    const value: unknown = JSON.parse(this.lines.at(-1) ?? "");
    if (typeof value !== "object" || value === null) throw new Error("the last line is not an object of JSON");
    return { ...value };
  }
}
