import { type Peer, servePeer } from "./servePeer.ts";

/** Makes this process that of a system. Libraries talk; standard output is for answers alone. */
export async function serveProcess(open: () => Promise<Peer>): Promise<void> {
  console.log = console.error;
  console.info = console.error;
  await servePeer(open, { input: process.stdin, output: process.stdout });
}
