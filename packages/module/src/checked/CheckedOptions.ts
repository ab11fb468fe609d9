/** What checked mode looks for; all of it unless switched off. */
export interface CheckedOptions {
  /** `backward` without a forward, or with another input than that of the last forward. */
  readonly staleInput?: boolean;
  /** An output that something changed in place before the backward of its module used it. */
  readonly overwrittenOutput?: boolean;
  /** A gradOutput of another nesting or size than the output. */
  readonly gradOutput?: boolean;
  /** Parameters that moved while their gradients, still of the step before, go on accumulating. */
  readonly staleGradients?: boolean;
  /** Parameters that modules share while each has a gradient of its own. */
  readonly sharing?: boolean;
  /** NaN or infinity in an input, an output, a gradient or a loss. */
  readonly finite?: boolean;
}

/** The names of the options. */
export const checkedOptionNames: readonly (keyof CheckedOptions)[] = [
  "staleInput",
  "overwrittenOutput",
  "gradOutput",
  "staleGradients",
  "sharing",
  "finite",
];

/** Which checks are on. */
export type Checks = Required<CheckedOptions>;

/** The options with what they leave out switched on. */
export function checksOf(options: CheckedOptions): Checks {
  return {
    staleInput: options.staleInput ?? true,
    overwrittenOutput: options.overwrittenOutput ?? true,
    gradOutput: options.gradOutput ?? true,
    staleGradients: options.staleGradients ?? true,
    sharing: options.sharing ?? true,
    finite: options.finite ?? true,
  };
}
