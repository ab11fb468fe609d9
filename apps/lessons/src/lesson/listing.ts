/**
 * Functions, classes and constants out of the text of a source: each from its declaration to the brace that ends it, or to the
 * end of its line.
 *
 * @throws Error when there is none of a name
 */
export function listing(source: string, ...names: readonly string[]): string {
  return names.map((name) => declarationOf(source, name)).join("\n\n");
}

function declarationOf(source: string, name: string): string {
  const block = `(?:(?:async )?function|class) ${name}\\b[^]*?^}`;
  const declaration = new RegExp(`^(?:export )?(const ${name} = .*;|${block})$`, "m");
  const [, text] = declaration.exec(source) ?? [];
  if (text === undefined) throw new Error(`the source declares no ${name}`);
  return text;
}
