import { expect, test } from "vitest";
import {
  conv2,
  conv3,
  DTypeError,
  Generator,
  range,
  ShapeError,
  Tensor,
  tensor,
  xcorr2,
  xcorr3,
  zeros,
} from "../src/index.ts";

function randomTensor(seed: number, ...size: readonly number[]): Tensor<"float64"> {
  return new Tensor(size, { dtype: "float64" }).normal(0, 1, { generator: new Generator(seed) });
}

const x = tensor([
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
]);
const kernel = tensor([
  [1, 10],
  [100, 1000],
]);

test("conv2 turns its kernel around, xcorr2 does not", () => {
  expect(xcorr2(x, kernel).toArray()).toEqual([
    [5421, 6532],
    [8754, 9865],
  ]);
  expect(conv2(x, kernel).toArray()).toEqual([
    [1245, 2356],
    [4578, 5689],
  ]);
});

test("a full convolution multiplies polynomials", () => {
  const product = conv2(tensor([[1, 2, 3]]), tensor([[4, 5]]), { mode: "full" });
  expect(product.toArray()).toEqual([[4, 13, 22, 15]]);
  expect(xcorr2(tensor([[1, 2, 3]]), tensor([[4, 5]]), { mode: "full" }).toArray()).toEqual([[5, 14, 23, 12]]);
  const kernels = randomTensor(1, 4, 3);
  const planes = randomTensor(2, 2, 5);
  const both = conv2(planes, kernels, { mode: "full" });
  expect(both.size()).toEqual([5, 7]);
  expect(conv2(kernels, planes, { mode: "full" }).add(-1, both).norm()).toBeCloseTo(0, 12);
});

test("valid results are the middle of full ones", () => {
  const input = randomTensor(1, 5, 6);
  const taps = randomTensor(2, 2, 3);
  for (const convolve of [conv2, xcorr2]) {
    const full = convolve(input, taps, { mode: "full" });
    expect(full.size()).toEqual([6, 8]);
    const middle = full.narrow(0, 1, 4).narrow(1, 2, 4).clone();
    expect(convolve(input, taps).add(-1, middle).norm()).toBeCloseTo(0, 12);
  }
});

test("planes go one by one, or are summed for each kernel of a batch", () => {
  const input = randomTensor(1, 2, 4, 5);
  const each = randomTensor(2, 2, 2, 3);
  const one = conv2(input, each);
  expect(one.size()).toEqual([2, 3, 3]);
  expect(one.select(0, 1).equal(conv2(input.select(0, 1), each.select(0, 1)))).toBe(true);
  const kernels = randomTensor(3, 3, 2, 2, 3);
  const summed = xcorr2(input, kernels, { mode: "full" });
  expect(summed.size()).toEqual([3, 5, 7]);
  const expected = xcorr2(input.select(0, 0), kernels.select(0, 2).select(0, 0), { mode: "full" }).add(
    xcorr2(input.select(0, 1), kernels.select(0, 2).select(0, 1), { mode: "full" }),
  );
  expect(summed.select(0, 2).clone().add(-1, expected).norm()).toBeCloseTo(0, 12);
  // One plane of the input serves every kernel.
  const shared = conv2(input.narrow(0, 0, 1), kernels.narrow(1, 0, 1));
  expect(shared.select(0, 2).equal(conv2(input.select(0, 0), kernels.select(0, 2).select(0, 0)))).toBe(true);
});

test("volumes are convolved as planes are", () => {
  const volume = range(1, 8).view(2, 2, 2);
  const taps = tensor([[[1]], [[10]]]);
  expect(xcorr3(volume, taps).toArray()).toEqual([
    [
      [51, 62],
      [73, 84],
    ],
  ]);
  expect(conv3(volume, taps).get(0, 1, 1)).toBe(48);
  const input = randomTensor(1, 2, 3, 4, 5);
  const kernels = randomTensor(2, 3, 2, 2, 2, 2);
  expect(conv3(input, kernels).size()).toEqual([3, 2, 3, 4]);
  expect(xcorr3(input, kernels, { mode: "full" }).size()).toEqual([3, 4, 5, 6]);
  expect(conv3(input, kernels.select(0, 0)).size()).toEqual([2, 2, 3, 4]);
  // A volume one deep is a plane.
  const plane = randomTensor(3, 4, 5);
  const flat = randomTensor(4, 2, 2);
  for (const mode of ["valid", "full"] as const) {
    expect(
      conv3(plane.unsqueeze(0), flat.unsqueeze(0), { mode })
        .select(0, 0)
        .equal(conv2(plane, flat, { mode })),
    ).toBe(true);
    expect(
      xcorr3(plane.unsqueeze(0), flat.unsqueeze(0), { mode })
        .select(0, 0)
        .equal(xcorr2(plane, flat, { mode })),
    ).toBe(true);
  }
});

test("a kernel as large as the input gives one sum; one element scales", () => {
  expect(xcorr2(x, x).toArray()).toEqual([[285]]);
  expect(conv2(x, tensor([[2]])).toArray()).toEqual(x.clone().mul(2).toArray());
});

test("strided and expanded operands count as they are seen", () => {
  expect(xcorr2(x.t(), kernel.t()).toArray()).toEqual(xcorr2(x, kernel).t().toArray());
  const row = tensor([[1, 2, 3]]).expand(3, 3);
  expect(conv2(row, kernel).equal(conv2(row.clone(), kernel))).toBe(true);
});

test("NaN reaches every position that it touches, also where the kernel is 0", () => {
  const odd = x.clone().put([0, 0], Number.NaN);
  const result = xcorr2(odd, tensor([[0, 1]]));
  expect(result.toArray()).toEqual([
    [Number.NaN, 3],
    [5, 6],
    [8, 9],
  ]);
});

test("a result goes into a destination, which may be an operand", () => {
  const out = zeros(1);
  expect(conv2(x, kernel, { out })).toBe(out);
  expect(out.size()).toEqual([2, 2]);
  const input = x.clone();
  expect(xcorr2(input, kernel, { out: input })).toBe(input);
  expect(input.toArray()).toEqual(xcorr2(x, kernel).toArray());
});

test("float32 sums are accumulated in double precision", () => {
  const large = 2 ** 24;
  expect(xcorr2(tensor([[large, 1, -large]]), tensor([[1, 1, 1]])).get(0, 0)).toBe(1);
});

test("what does not go together is refused before the destination changes", () => {
  const out = tensor([1, 2, 3]);
  expect(() => conv2(kernel, x, { out })).toThrow(
    'conv2: expected a kernel that fits into the input, got [3, 3] and [2, 2]; take mode "full"',
  );
  expect(() => xcorr2(tensor([1, 2]), kernel, { out })).toThrow(
    "xcorr2: expected [h, w] and [kh, kw], [c, h, w] and [c, kh, kw], or [c, h, w] and [o, c, kh, kw], got [2] and [2, 2]",
  );
  expect(() => conv2(zeros(2, 3, 3), zeros(3, 2, 2), { out })).toThrow(ShapeError);
  expect(() => conv2(zeros(2, 3, 3), zeros(2, 3, 2, 2), { out })).toThrow(ShapeError);
  expect(() => conv3(x, kernel, { out })).toThrow("conv3: expected [d, h, w] and [kd, kh, kw]");
  expect(() => conv2(new Tensor(), kernel)).toThrow("got [] and [2, 2]");
  // @ts-expect-error: Torch's letter
  expect(() => conv2(x, kernel, { mode: "F", out })).toThrow('conv2: expected mode "valid" or "full", got "F"');
  expect(() => conv2(x.to("int32"), kernel.to("int32"))).toThrow(DTypeError);
  expect(() => conv2(x as Tensor, kernel.to("float64"))).toThrow("conv2: expected two tensors of one dtype");
  // @ts-expect-error: an array
  expect(() => conv2(x, [[1]])).toThrow("conv2: expected a tensor, got an array");
  expect(out.toArray()).toEqual([1, 2, 3]);
});
