import { ArgumentError, formatSize, isTensor, type Tensor } from "@rushlight/tensor";
import { TransposedWindows } from "../windows/TransposedWindows.ts";
import { type WindowSettings, Windows } from "../windows/Windows.ts";
import { Convolution } from "./Convolution.ts";
import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { MapProducts } from "./products/MapProducts.ts";
import { TransposedProducts } from "./products/TransposedProducts.ts";

/** Whether windows move over the input, or give the output. */
type MapDirection = "forward" | "transposed";

/** A convolution over images that connects some planes of the input with some of the output. */
export abstract class MapConvolution extends Convolution {
  /** The connections, `[connections, 2]`: the planes that each comes from and goes to, counted from 0. */
  readonly connTable: Tensor<"int32">;
  /** The planes that an input must have: up to the last one that is connected. */
  readonly nInputPlane: number;
  /** The planes of the output: up to the last one that is connected. */
  readonly nOutputPlane: number;
  private readonly map: MapProducts;
  private readonly direction: MapDirection;

  /** @throws ArgumentError for a table that is none, kernels or strides below 1, and unknown options */
  constructor(connTable: Tensor, settings: WindowSettings, direction: MapDirection, options: ConvolutionOptions) {
    const [from, to] = connectionsIn(new.target.name, connTable);
    const nOutputPlane = Math.max(...to) + 1;
    const windows = direction === "forward" ? new Windows(settings) : new TransposedWindows(settings);
    const map = direction === "forward" ? new MapProducts(windows, from, to) : new MapProducts(windows, to, from);
    super(
      settings,
      {
        weight: [from.length, ...settings.kernel],
        bias: [nOutputPlane],
        terms: termsOf(to, nOutputPlane, windows.kernelSize),
        windows,
        products: () => (direction === "forward" ? map : new TransposedProducts(windows, nOutputPlane, map)),
      },
      options,
    );
    this.connTable = connTable.to("int32").clone();
    this.nInputPlane = Math.max(...from) + 1;
    this.nOutputPlane = nOutputPlane;
    this.map = map;
    this.direction = direction;
  }

  /** Moves the parameters towards zero: θ ← θ − decay·θ. */
  decayParameters(decay: number): void {
    for (const parameter of this.parameters()[0]) parameter.add(-decay, parameter);
  }

  protected override get outputChannels(): number {
    return this.nOutputPlane;
  }

  protected override takesSamplesOf(input: Tensor): boolean {
    return this.channelsOf(input) >= this.nInputPlane;
  }

  protected override sampleFormat(): string {
    return `${this.nInputPlane} or more, H, W`;
  }

  protected override fitTo(input: Tensor): void {
    super.fitTo(input);
    this.map[this.direction === "forward" ? "planes" : "outputs"] = this.channelsOf(input);
  }

  protected override get printed(): readonly string[] {
    const connections = `${this.connTable.size(0)} connections`;
    return [`${this.nInputPlane} -> ${this.nOutputPlane}`, connections, ...this.printedWindows()];
  }

  override toString(): string {
    return `nn.${this.constructor.name}`;
  }
}

/** The planes that connections come from, and those that they go to. */
function connectionsIn(name: string, table: Tensor): [from: number[], to: number[]] {
  if (!isTensor(table) || table.dim() !== 2 || table.size(1) !== 2) {
    const came = isTensor(table) ? formatSize(table.size()) : String(table);
    throw new ArgumentError(`${name}: expected a table of connections as a tensor [K, 2], got ${came}`);
  }
  const columns: [number[], number[]] = [[...table.select(1, 0).values()], [...table.select(1, 1).values()]];
  const wrong = columns.flat().find((plane) => !Number.isInteger(plane) || plane < 0);
  if (wrong !== undefined) {
    throw new ArgumentError(`${name}: expected connections of planes counted from 0, got plane ${wrong}`);
  }
  return columns;
}

/** How many weights the output of each connection, and each output, is a sum over; those of an output without any, one kernel. */
function termsOf(to: readonly number[], outputs: number, kernelSize: number): { weight: number[]; bias: number[] } {
  const connections = new Array<number>(outputs).fill(0);
  for (const output of to) connections[output]++;
  const terms = connections.map((count) => Math.max(1, count) * kernelSize);
  return { weight: to.map((output) => terms[output]), bias: terms };
}
