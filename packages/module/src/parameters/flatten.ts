import { type DType, DTypeError, ShapeError, type Size, Storage, Tensor } from "@rushlight/tensor";

/** Where the tensors of a list go in one flat vector, worked out before anything is moved. */
export interface FlatteningPlan {
  /** The length of the flat vector: how many distinct scalars the tensors hold. */
  readonly total: number;
  /** The place of each tensor's first element in the flat vector. */
  readonly offsets: readonly number[];
  /** Moves the tensors into one storage, unless they are in one already, and gives the flat vector. */
  apply(): Tensor;
}

/**
 * Plans one flat vector that holds all elements of some tensors, which become views of it.
 *
 * Tensors that share a storage go on sharing: an element that several tensors cover appears once. Tensors that already
 * lie in one storage without a gap stay where they are, so planning again moves nothing and a vector handed out before
 * stays live. Otherwise the storages are joined in order of first appearance, leaving out the elements that no tensor
 * covers. Source: `Module:getParameters` of Torch's nn.
 *
 * @throws DTypeError when the tensors differ in dtype
 * @throws ShapeError when an element is left out inside the span of a tensor
 */
export function planFlattening(name: string, tensors: readonly Tensor[]): FlatteningPlan {
  if (tensors.length === 0) return { total: 0, offsets: [], apply: () => new Tensor() };
  const dtype = tensors[0].dtype;
  const bases = new Map<Storage, number>();
  let joined = 0;
  for (const tensor of tensors) {
    if (tensor.dtype !== dtype) {
      throw new DTypeError(`${name}: expected parameters of one dtype, got ${dtype} and ${tensor.dtype}`);
    }
    if (bases.has(tensor.storage())) continue;
    bases.set(tensor.storage(), joined);
    joined += tensor.storage().size;
  }
  const covered = new Uint8Array(joined);
  const starts = tensors.map((tensor) => (bases.get(tensor.storage()) ?? 0) + tensor.storageOffset());
  for (const [i, tensor] of tensors.entries()) cover(covered, starts[i], tensor);

  // places[i]: how many covered elements come before element i.
  const places = new Int32Array(joined + 1);
  for (let i = 0; i < joined; i++) places[i + 1] = places[i] + covered[i];
  const total = places[joined];
  tensors.forEach((tensor, i) => {
    const span = spanOf(tensor);
    if (places[starts[i] + span] - places[starts[i]] !== span) throw notCompact(name, tensor);
  });
  const offsets = starts.map((start) => places[start]);

  const first = covered.indexOf(1);
  const gapless = bases.size === 1 && places[first + total] === total;
  return {
    total,
    offsets,
    apply() {
      if (gapless) return new Tensor(tensors[0].storage(), first, [total]);
      const flat = new Storage<DType>(dtype, total, { resident: true });
      for (const [storage, base] of bases) {
        const data = storage.data;
        for (let i = 0; i < data.length; i++) if (covered[base + i] === 1) flat.data[places[base + i]] = data[i];
      }
      for (const [i, tensor] of tensors.entries()) tensor.set(flat, offsets[i], tensor.size(), tensor.stride());
      return new Tensor(flat, 0, [total]);
    },
  };
}

function cover(covered: Uint8Array, at: number, tensor: Tensor): void {
  if (tensor.isContiguous()) covered.fill(1, at, at + tensor.nElement());
  else coverStrided(covered, at, tensor.size(), tensor.stride(), 0);
}

function coverStrided(covered: Uint8Array, at: number, size: Size, stride: Size, dimension: number): void {
  for (let i = 0; i < size[dimension]; i++, at += stride[dimension]) {
    if (dimension === size.length - 1) covered[at] = 1;
    else coverStrided(covered, at, size, stride, dimension + 1);
  }
}

function spanOf(tensor: Tensor): number {
  return tensor.size().reduce((span, extent, d) => span + (extent - 1) * tensor.stride(d), 1);
}

function notCompact(name: string, tensor: Tensor): ShapeError {
  return new ShapeError(
    `${name}: expected parameters without gaps in their storage, got size [${tensor.size().join(", ")}] with stride [${tensor.stride().join(", ")}]`,
  );
}
