/** What this package uses of the WebAssembly interface: the same in Node and in browsers, whose types are not assumed. */
export interface WebAssemblyInterface {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WebAssemblyMemory } },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => WebAssemblyMemory;
}

/** A memory that modules can import; it grows by pages of 64 KiB. */
export interface WebAssemblyMemory {
  readonly buffer: ArrayBufferLike;
  grow(pages: number): number;
}

/** The interface of this platform; undefined where there is none. */
export function webAssembly(): WebAssemblyInterface | undefined {
  const found: unknown = Reflect.get(globalThis, "WebAssembly");
  return isInterface(found) ? found : undefined;
}

function isInterface(value: unknown): value is WebAssemblyInterface {
  return typeof value === "object" && value !== null && "Memory" in value && "validate" in value;
}
