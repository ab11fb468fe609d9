import * as nn from "@rushlight/nn";
import { LuaTensor, type LuaValue } from "../../fixtures/values.ts";
import { given } from "../given.ts";
import type { LuaArguments } from "../LuaArguments.ts";
import { MappingError } from "../MappingError.ts";
import type { ModuleRow } from "../rows.ts";

/** Lookup tables and layers of sparse inputs. */
export const embeddingRows: Readonly<Record<string, ModuleRow>> = {
  LookupTable: {
    create: (a) =>
      new nn.LookupTable(
        a.number(0),
        a.number(1),
        given({ paddingValue: padding(a, 2), maxNorm: a.optionalNumber(3), normType: a.optionalNumber(4) }),
      ),
    input: indices,
    calls: {
      setPadding: (module, a) => lookupTable(module).setPadding(padding(a, 0)),
    },
    config: {
      paddingValue: (module, value) => {
        if (typeof value !== "number") throw new MappingError("LookupTable.paddingValue: expected a number");
        lookupTable(module).setPadding(paddingOf(value));
      },
    },
  },
};

/** Indices counted from 0, in their own dtype. */
function indices(value: LuaValue): LuaValue {
  if (!(value instanceof LuaTensor)) return value;
  return new LuaTensor(
    value.dtype,
    value.size,
    value.data.map((index) => index - 1),
  );
}

/** The index of the padding counted from 0; in Lua, 0 is none. */
function padding(a: LuaArguments, position: number): number | undefined {
  const value = a.optionalNumber(position);
  return value === undefined ? undefined : paddingOf(value);
}

function paddingOf(value: number): number | undefined {
  return value === 0 ? undefined : value - 1;
}

function lookupTable(module: object): nn.LookupTable {
  if (module instanceof nn.LookupTable) return module;
  throw new MappingError(`expected a LookupTable, got ${module.constructor.name}`);
}
