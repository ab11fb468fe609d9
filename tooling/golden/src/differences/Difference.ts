/** A case, or a group of cases, that does not match Torch7 on purpose. */
export interface Difference {
  /** `CLASS/CASE`, in which `*` stands for any text. */
  readonly pattern: string;
}

/** True when the difference is about that case. */
export function isAbout(difference: Difference, className: string, caseName: string): boolean {
  const parts = difference.pattern.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(`${className}/${caseName}`);
}
