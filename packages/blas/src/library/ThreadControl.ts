/** How many threads a library computes with. It holds for the whole process. */
export interface ThreadControl {
  get(): number;
  set(threads: number): void;
}
