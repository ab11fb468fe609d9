import * as nn from "@rushlight/nn";
import { given } from "../given.ts";
import { labels } from "../indices.ts";
import type { LuaArguments } from "../LuaArguments.ts";
import { MappingError } from "../MappingError.ts";
import type { ModuleRow } from "../rows.ts";

/** The same elements under other sizes, parts of them, and more of them. */
export const reshapeRows: Readonly<Record<string, ModuleRow>> = {
  Collapse: { create: (a) => new nn.Collapse(a.number(0)) },
  Contiguous: { create: () => new nn.Contiguous() },
  Narrow: { create: (a) => new nn.Narrow(a.dimension(0), a.index(1), a.optionalNumber(2)) },
  OneHot: { create: (a) => new nn.OneHot(a.number(0)), input: labels },
  Padding: {
    create: (a) =>
      new nn.Padding(
        a.dimension(0),
        a.number(1),
        given({
          nInputDims: a.optionalNumber(2),
          value: a.optionalNumber(3),
          index: a.has(4) ? a.index(4) : undefined,
        }),
      ),
  },
  Replicate: {
    create: (a) => new nn.Replicate(a.number(0), a.optionalDimension(1), given({ nInputDims: a.optionalNumber(2) })),
  },
  Reshape: {
    create: (a) => {
      const size = unlessOfAnotherKind(() => a.sizes(0)) ?? numbersBeforeTheLast(a);
      const batchMode = unlessOfAnotherKind(() => a.optionalBoolean(a.count - 1));
      return new nn.Reshape(size, given({ batchMode }));
    },
  },
  Select: { create: (a) => new nn.Select(a.dimension(0), a.index(1)) },
  Squeeze: {
    create: (a) => new nn.Squeeze(a.optionalDimension(0), given({ nInputDims: a.optionalNumber(1) })),
  },
  Transpose: {
    create: (a) => new nn.Transpose(...Array.from({ length: a.count }, (_, i) => a.dimensionPair(i))),
  },
  Unsqueeze: {
    create: (a) => new nn.Unsqueeze(a.dimension(0), given({ nInputDims: a.optionalNumber(1) })),
  },
  View: { create: (a) => new nn.View(...a.sizes(0)) },
};

function numbersBeforeTheLast(a: LuaArguments): number[] {
  return Array.from({ length: a.count - 1 }, (_, i) => a.number(i));
}

function unlessOfAnotherKind<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}
