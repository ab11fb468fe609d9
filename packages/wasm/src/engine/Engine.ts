import type { FloatArray } from "@rushlight/tensor";
import { type Arena, EngineMemory, type Ledger } from "./EngineMemory.ts";
import type { Instructions } from "./features.ts";
import { compileKernels, instantiate, type KernelModule, type Kernels } from "./instantiate.ts";
import type { WebAssemblyMemory } from "./WebAssembly.ts";

/** How an engine is made. */
export interface EngineOptions {
  readonly instructions: Instructions;
  /** Whether threads can share the memory. */
  readonly shared: boolean;
}

/** The kernels and the memory of an engine, as another thread can be sent them. */
export interface EngineParts {
  readonly instructions: Instructions;
  readonly module: KernelModule;
  readonly memory: WebAssemblyMemory;
  /** The most bytes that the memory can have. */
  readonly maximum: number;
}

/**
 * The kernels with the one memory that they work in.
 *
 * Arrays whose elements lie in the memory are *resident*; kernels take their addresses. All others are *managed* and are
 * copied to scratch memory first.
 */
export class Engine {
  readonly instructions: Instructions;
  readonly kernels: Kernels;
  private readonly module: KernelModule;
  private readonly memory: EngineMemory;

  private constructor(instructions: Instructions, module: KernelModule, memory: EngineMemory, kernels: Kernels) {
    this.instructions = instructions;
    this.module = module;
    this.memory = memory;
    this.kernels = kernels;
  }

  /**
   * An engine with a memory of its own.
   *
   * @throws Error when the platform can not run it
   */
  static create({ instructions, shared }: EngineOptions): Engine {
    const memory = EngineMemory.create(shared);
    const module = compileKernels(instructions, shared);
    return new Engine(instructions, module, memory, instantiate(module, memory.memory));
  }

  /**
   * An engine on the memory of one in another thread, with scratch memory of its own.
   *
   * @param parts those of the other engine
   * @param ledger where it notes what it takes of the memory
   * @param arena what it uses first; nobody else may
   */
  static attach(parts: EngineParts, ledger: Ledger | undefined, arena: Arena | undefined): Engine {
    const { instructions, module, memory, maximum } = parts;
    const attached = EngineMemory.attach(memory, maximum, ledger, arena);
    return new Engine(instructions, module, attached, instantiate(module, memory));
  }

  /** The same engine, scratch memory included, with other kernels. */
  withKernels(kernels: Kernels): Engine {
    return new Engine(this.instructions, this.module, this.memory, kernels);
  }

  /** What another thread needs to {@link attach} an engine. */
  parts(): EngineParts {
    const { instructions, module } = this;
    return { instructions, module, memory: this.memory.memory, maximum: this.memory.maximum };
  }

  /** Whether threads can share the memory. */
  get shared(): boolean {
    return this.memory.shared;
  }

  /** The most bytes that the memory can have. */
  get maximum(): number {
    return this.memory.maximum;
  }

  /** The memory as it is now. Growing replaces it. */
  get buffer(): ArrayBufferLike {
    return this.memory.buffer;
  }

  /** The whole memory as float32: element i is at address 4·i. Growing replaces it. */
  get float32(): Float32Array {
    return this.memory.float32;
  }

  /** The whole memory as float64: element i is at address 8·i. Growing replaces it. */
  get float64(): Float64Array {
    return this.memory.float64;
  }

  /** The whole memory as int32: element i is at address 4·i. Growing replaces it. */
  get int32(): Int32Array {
    return this.memory.int32;
  }

  /** The address of an element of a resident array; 0 when the array is managed. */
  addressOf(array: FloatArray | Int32Array, element: number): number {
    return this.memory.addressOf(array, element);
  }

  /**
   * The address of scratch memory, of at least so many bytes, at a multiple of 64. What was there may be gone; it stays
   * until the next call with that slot. Taking it may replace {@link buffer}: take all slots before addresses and views.
   *
   * @param slot 0 to 3
   */
  scratch(slot: number, bytes: number): number {
    return this.memory.scratch(slot, bytes);
  }

  /** Sees to it that this thread sees what others have taken of the memory, up to an address. */
  reach(end: number): void {
    this.memory.reach(end);
  }

  /** The address of new memory, at a multiple of 64; undefined when there is no more. */
  extend(bytes: number): number | undefined {
    return this.memory.extend(bytes);
  }
}
