import { ArgumentError } from "@rushlight/tensor";
import { shown } from "./shown.ts";

/** A listener, in an object of its own so that one function can be added twice. */
interface Entry<Event> {
  readonly listener: (event: Event) => void;
}

/**
 * Who listens to which events.
 *
 * @typeParam Events what listeners are given, by the names of the events
 */
export class Listeners<Events extends object> {
  private readonly owner: string;
  private readonly entries: { [Name in keyof Events]: readonly Entry<Events[Name]>[] };

  /**
   * @param owner what messages call it
   * @param entries an empty list for each event
   */
  constructor(owner: string, entries: { readonly [Name in keyof Events]: readonly [] }) {
    this.owner = owner;
    this.entries = { ...entries };
  }

  /**
   * Adds a listener.
   *
   * @returns takes it away again
   * @throws ArgumentError for an event that does not exist, and for a listener that is no function
   */
  add<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void {
    if (!Object.hasOwn(this.entries, name)) {
      const names = Object.keys(this.entries).join(", ");
      throw new ArgumentError(`${this.owner}: expected an event named ${names}, got "${String(name)}"`);
    }
    if (typeof listener !== "function") {
      throw new ArgumentError(
        `${this.owner}: expected a function to listen to ${String(name)}, got ${shown(listener)}`,
      );
    }
    const entry = { listener };
    // Always a new list: an event that is being told goes to those who listened when it came.
    this.entries[name] = [...this.entries[name], entry];
    return () => {
      this.entries[name] = this.entries[name].filter((other) => other !== entry);
    };
  }

  /** Whether anyone listens to an event. */
  has(name: keyof Events): boolean {
    return this.entries[name].length > 0;
  }

  /** Tells everyone who listens to an event, in the order in which they were added. */
  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const { listener } of this.entries[name]) listener(event);
  }
}
