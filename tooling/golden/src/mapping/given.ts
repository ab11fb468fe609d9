/** The same options without those that are undefined. */
export type Given<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> };

/** Leaves out the options that Lua left out, so that our defaults apply. */
export function given<Options extends object>(options: Options): Given<Options>;
export function given(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
