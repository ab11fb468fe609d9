/** A task that does nothing: what remains is the cost of messages. */
export default function emptyTask(): void {}
