/** A stream that parses; csv-parse's own declarations of it lean on those of Node, which browsers do not have. */
interface Parser {
  on(event: string, listener: (value: Error) => void): this;
  resume(): this;
  write(text: string, done: (error?: Error | null) => void): boolean;
  end(): this;
}

export function parse(options: object): Parser;
