import type { TopLevelSpec } from "vega-lite";

/** A specification of layers that share their axes. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;

/** A layer, or layers in one. */
type Layer = LayeredSpec["layer"][number];

/** A layer with a mark of its own. */
export type UnitLayer = Extract<Layer, { mark: unknown }>;

type Encoding = NonNullable<UnitLayer["encoding"]>;

/** How a field lies along x or y. */
export type PositionField = Extract<Encoding["x"], { axis?: unknown; field?: unknown }>;
