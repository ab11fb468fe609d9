import type { WindowExtents, WindowGeometry } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

const GEOMETRY_BYTES = 18 * 4;

/** The 32-bit integers that window kernels read and write: the geometry of a call, and positions. */
export class Integers {
  private readonly engine: Engine;
  private readonly geometry: number;

  /** @throws RangeError when there is no memory left */
  constructor(engine: Engine) {
    const address = engine.extend(GEOMETRY_BYTES);
    if (address === undefined) throw new RangeError("expected room for the geometry of windows, found none");
    this.engine = engine;
    this.geometry = address;
  }

  /** The address of a geometry, until the next call. */
  addressOfGeometry(g: WindowGeometry): number {
    this.addressOfExtents(g);
    const memory = this.engine.int32;
    const at = this.geometry / 4;
    memory[at + 3] = g.kernelTime;
    memory[at + 4] = g.kernelHeight;
    memory[at + 5] = g.kernelWidth;
    memory[at + 6] = g.strideTime;
    memory[at + 7] = g.strideHeight;
    memory[at + 8] = g.strideWidth;
    memory[at + 9] = g.padTime;
    memory[at + 10] = g.padHeight;
    memory[at + 11] = g.padWidth;
    memory[at + 12] = g.dilationTime;
    memory[at + 13] = g.dilationHeight;
    memory[at + 14] = g.dilationWidth;
    return this.geometry;
  }

  /** The address of a geometry of which only the extents are looked at, until the next call. */
  addressOfExtents(extents: WindowExtents): number {
    const memory = this.engine.int32;
    const at = this.geometry / 4;
    memory[at] = extents.inputTime;
    memory[at + 1] = extents.inputHeight;
    memory[at + 2] = extents.inputWidth;
    memory[at + 15] = extents.outputTime;
    memory[at + 16] = extents.outputHeight;
    memory[at + 17] = extents.outputWidth;
    return this.geometry;
  }

  /** Copies integers of an array to an address. */
  copyIn(count: number, from: Int32Array, at: number, address: number): void {
    this.engine.int32.set(from.subarray(at, at + count), address / 4);
  }

  /** Copies integers at an address to an array. */
  copyOut(count: number, address: number, to: Int32Array, at: number): void {
    to.set(this.engine.int32.subarray(address / 4, address / 4 + count), at);
  }
}
