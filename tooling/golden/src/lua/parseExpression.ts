import type { Expression } from "./Expression.ts";

const TOKEN = /\s*(?:(-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|'([^']*)'|"([^"]*)"|([A-Za-z_][\w.]*)|([(){},:]))/gy;

interface Token {
  readonly kind: "number" | "string" | "name" | "mark";
  readonly text: string;
}

/**
 * Reads the part of Lua that random numbers are recorded under: `Tensor(5,4):t():normal()`,
 * `multinomial(Tensor{0.1,0.9},10,true)`. A remark in brackets after a blank is left out.
 *
 * @throws SyntaxError for anything else
 */
export function parseExpression(text: string): Expression {
  const tokens = new Tokens(text.replace(/ \([^()]*\)$/, ""));
  const expression = readChain(tokens);
  if (tokens.next !== undefined) throw tokens.unexpected("the end");
  return expression;
}

function readChain(tokens: Tokens): Expression {
  let expression = readPrimary(tokens);
  while (tokens.skip(":")) {
    const name = tokens.take("name").text;
    expression = { kind: "method", target: expression, name, args: readArguments(tokens) };
  }
  return expression;
}

function readPrimary(tokens: Tokens): Expression {
  const token = tokens.next;
  if (token?.kind === "number") return { kind: "literal", value: Number(tokens.take("number").text) };
  if (token?.kind === "string") return { kind: "literal", value: tokens.take("string").text };
  if (token?.kind === "name") return readName(tokens);
  if (token?.text === "{") return { kind: "table", items: readList(tokens, "{", "}") };
  throw tokens.unexpected("a value");
}

function readName(tokens: Tokens): Expression {
  const name = tokens.take("name").text;
  if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
  if (name === "nil") return { kind: "literal", value: null };
  if (tokens.next?.text !== "(" && tokens.next?.text !== "{") return { kind: "name", name };
  return { kind: "call", name, args: readArguments(tokens) };
}

function readArguments(tokens: Tokens): Expression[] {
  if (tokens.next?.text === "{") return [{ kind: "table", items: readList(tokens, "{", "}") }];
  return readList(tokens, "(", ")");
}

function readList(tokens: Tokens, open: string, close: string): Expression[] {
  if (!tokens.skip(open)) throw tokens.unexpected(`"${open}"`);
  const items: Expression[] = [];
  while (!tokens.skip(close)) {
    if (items.length > 0 && !tokens.skip(",")) throw tokens.unexpected(`"," or "${close}"`);
    items.push(readChain(tokens));
  }
  return items;
}

class Tokens {
  private readonly text: string;
  private readonly tokens: Token[];

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  get next(): Token | undefined {
    return this.tokens[0];
  }

  take(kind: Token["kind"]): Token {
    const [token] = this.tokens;
    if (token?.kind !== kind) throw this.unexpected(`a ${kind}`);
    this.tokens.shift();
    return token;
  }

  skip(mark: string): boolean {
    if (this.next?.kind !== "mark" || this.next.text !== mark) return false;
    this.tokens.shift();
    return true;
  }

  unexpected(expected: string): SyntaxError {
    return new SyntaxError(`${this.text}: expected ${expected}, got ${this.next?.text ?? "the end"}`);
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.trimEnd().matchAll(TOKEN)) {
    const [whole, number, single, double, name, mark] = match;
    end += whole.length;
    const quoted = single ?? double;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (quoted !== undefined) tokens.push({ kind: "string", text: quoted });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "mark", text: mark ?? "" });
  }
  if (end !== text.trimEnd().length) throw new SyntaxError(`${text}: expected Lua, got ${text.slice(end)}`);
  return tokens;
}
