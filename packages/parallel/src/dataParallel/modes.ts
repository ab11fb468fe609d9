import type { AnyModule } from "@rushlight/module";

/** Whether a module is in training mode, and the modules inside it. */
export interface Modes {
  readonly train: boolean;
  readonly inside: readonly Modes[];
}

/** The modes of a module and those inside it. */
export function modesOf(module: AnyModule): Modes {
  return { train: module.train, inside: module.children().map(modesOf) };
}

/** Whether any module is in evaluation mode. */
export function isEvaluating({ train, inside }: Modes): boolean {
  return !train || inside.some(isEvaluating);
}

/** Switches a module, and those inside it, to modes that they are not in. Those that have come since are left as the rest. */
export function switchModes(module: AnyModule, { train, inside }: Modes): void {
  if (train && !module.train) module.training();
  else if (!train && module.train) module.evaluate();
  for (const [i, child] of module.children().entries()) {
    const modes = inside.at(i) ?? inside.at(-1);
    if (modes !== undefined) switchModes(child, modes);
  }
}
