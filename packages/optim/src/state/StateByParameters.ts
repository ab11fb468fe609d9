import type { Storage, Tensor } from "@rushlight/tensor";

/**
 * Keeps an optimiser's state with the parameters it belongs to: the same memory gives the same state, whichever tensor
 * looks at it, for as long as the memory lives.
 */
export class StateByParameters<State extends object> {
  private readonly states = new WeakMap<Storage, Map<string, State>>();
  private readonly begin: () => State;

  /** @param begin makes the state before the first step */
  constructor(begin: () => State) {
    this.begin = begin;
  }

  /** The state that belongs to these parameters. */
  of(parameters: Tensor): State {
    const byPart = this.states.get(parameters.storage()) ?? new Map<string, State>();
    this.states.set(parameters.storage(), byPart);
    // Tensors that lie differently may begin at one place and have one number of elements, as a row and a column.
    const layout = parameters.isContiguous() ? parameters.nElement() : `${parameters.size()}:${parameters.stride()}`;
    const part = `${parameters.storageOffset()}:${layout}`;
    const state = byPart.get(part) ?? this.begin();
    byPart.set(part, state);
    return state;
  }
}
