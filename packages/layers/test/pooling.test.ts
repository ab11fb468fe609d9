import { Module } from "@rushlight/module";
import {
  cat,
  defaultGenerator,
  equal,
  Generator,
  manualSeed,
  ones,
  randn,
  range,
  Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  FeatureLPPooling,
  SpatialAdaptiveAveragePooling,
  SpatialAdaptiveMaxPooling,
  SpatialAveragePooling,
  SpatialDilatedMaxPooling,
  SpatialFractionalMaxPooling,
  SpatialLPPooling,
  SpatialMaxPooling,
  SpatialMaxUnpooling,
  SpatialSubSampling,
  TemporalDynamicKMaxPooling,
  TemporalMaxPooling,
  TemporalSubSampling,
  VolumetricAveragePooling,
  VolumetricDilatedMaxPooling,
  VolumetricFractionalMaxPooling,
  VolumetricMaxPooling,
  VolumetricMaxUnpooling,
} from "../src/index.ts";

test("SpatialMaxPooling moves by its own size unless told otherwise, SpatialAveragePooling by one", () => {
  const x = zeros(1, 6, 6);
  expect(new SpatialMaxPooling(2, 3).forward(x).size()).toEqual([1, 2, 3]);
  expect(new SpatialAveragePooling(2, 3).forward(x).size()).toEqual([1, 4, 5]);
});

test("indices are positions in the plane of the input, the first of equals", () => {
  const pooling = new SpatialMaxPooling(2, 2);
  pooling.forward(
    tensor([
      [
        [1, 1, 0, 5],
        [1, 1, 5, 0],
      ],
      [
        [0, 0, 1, 2],
        [0, 7, 3, 4],
      ],
    ]),
  );
  expect(pooling.indices.toArray()).toEqual([[[0, 3]], [[5, 7]]]);
  expect(pooling.indices.dtype).toBe("int32");
  expect(pooling.type("float64").indices.dtype).toBe("int32");
});

test("NaN is never the largest, and a window without anything else has no gradient", () => {
  const pooling = new SpatialMaxPooling(2, 1);
  const x = tensor([[[Number.NaN, 1, Number.NaN, Number.NaN]]]);
  expect(pooling.forward(x).toArray()).toEqual([[[1, -Infinity]]]);
  expect(pooling.indices.toArray()).toEqual([[[1, -1]]]);
  expect(pooling.backward(x, tensor([[[3, 4]]])).toArray()).toEqual([[[0, 3, 0, 0]]]);
});

test("rounding up gives what is left over a window, unless that would begin behind the input", () => {
  const x = range(1, 5).view(1, 1, 5);
  expect(new SpatialMaxPooling(2, 1).forward(x).toArray()).toEqual([[[2, 4]]]);
  expect(new SpatialMaxPooling(2, 1).ceil().forward(x).toArray()).toEqual([[[2, 4, 5]]]);
  expect(new SpatialMaxPooling(2, 1).ceil().floor().forward(x).toArray()).toEqual([[[2, 4]]]);
  expect(new SpatialMaxPooling(1, 1, 3, 1).ceil().forward(x).toArray()).toEqual([[[1, 4]]]);
  expect(
    new SpatialMaxPooling(1, 1, 5, 1)
      .ceil()
      .forward(range(1, 3).view(1, 1, 3))
      .toArray(),
  ).toEqual([[[1]]]);
  expect(
    new SpatialAveragePooling(1, 1, 5, 1)
      .ceil()
      .forward(range(1, 3).view(1, 1, 3))
      .toArray(),
  ).toEqual([[[1]]]);
});

test("padding counts in means unless told otherwise, and only as much as is there", () => {
  const x = ones(1, 1, 3);
  expect(new SpatialAveragePooling(2, 1, 2, 1, 1, 0).forward(x).toArray()).toEqual([[[0.5, 1]]]);
  const excluding = new SpatialAveragePooling(2, 1, 2, 1, 1, 0).setCountExcludePad();
  expect(excluding.forward(x).toArray()).toEqual([[[1, 1]]]);
  expect(excluding.setCountIncludePad().forward(x).toArray()).toEqual([[[0.5, 1]]]);
  expect(
    new SpatialAveragePooling(3, 1, 2, 1, 1, 0)
      .ceil()
      .forward(ones(1, 1, 4))
      .get(0, 0, 2),
  ).toBe(0.5);
});

test("indices of volumes are positions in the volume, of sequences positions in the sample", () => {
  const volumes = new VolumetricMaxPooling(2, 2, 2);
  volumes.forward(range(1, 32).view(1, 2, 4, 4));
  expect(volumes.indices.view(4).toArray()).toEqual([21, 23, 29, 31]);
  const sequences = new TemporalMaxPooling(2, 1);
  const x = tensor([
    [
      [1, 5],
      [3, 4],
      [2, 6],
    ],
  ]);
  expect(sequences.forward(x).toArray()).toEqual([
    [
      [3, 5],
      [3, 6],
    ],
  ]);
  expect(sequences.indices.toArray()).toEqual([
    [
      [2, 1],
      [2, 5],
    ],
  ]);
});

test("pooling of volumes and sequences moves by its own size unless told otherwise", () => {
  const x = zeros(1, 4, 6, 6);
  expect(new VolumetricMaxPooling(2, 3, 6).forward(x).size()).toEqual([1, 2, 1, 2]);
  expect(new VolumetricAveragePooling(2, 3, 6).forward(x).size()).toEqual([1, 2, 1, 2]);
  expect(new VolumetricDilatedMaxPooling(2, 3, 6).forward(x).size()).toEqual([1, 2, 1, 2]);
  expect(new TemporalMaxPooling(2).forward(zeros(4, 3)).size()).toEqual([2, 3]);
});

test("pooling of volumes and sequences rounds up when asked to", () => {
  expect(
    new VolumetricMaxPooling(2, 2, 2)
      .ceil()
      .forward(zeros(1, 3, 5, 4))
      .size(),
  ).toEqual([1, 2, 3, 2]);
  const means = new VolumetricAveragePooling(2, 1, 1).ceil();
  expect(
    means
      .forward(range(1, 3).view(1, 3, 1, 1))
      .view(2)
      .toArray(),
  ).toEqual([1.5, 3]);
  expect(new TemporalMaxPooling(2).ceil().forward(range(1, 3).view(3, 1)).toArray()).toEqual([[2], [3]]);
});

test("pooling prints as in Torch", () => {
  expect(String(new VolumetricMaxPooling(2, 3, 4, 1, 5, 6, 0, 1, 0))).toBe(
    "nn.VolumetricMaxPooling(2x3x4, 1,5,6, 0,1,0)",
  );
  expect(String(new VolumetricDilatedMaxPooling(2, 3, 4))).toBe("nn.VolumetricDilatedMaxPooling(2x3x4, 2,3,4, 1,1,1)");
  expect(String(new VolumetricAveragePooling(2, 3, 4, 1))).toBe("nn.VolumetricAveragePooling(2,3,4,1,3,4)");
  expect(String(new TemporalMaxPooling(2))).toBe("nn.TemporalMaxPooling");
  expect(String(new SpatialMaxPooling(2, 3))).toBe("nn.SpatialMaxPooling(2x3, 2,3)");
  expect(String(new SpatialMaxPooling(2, 3, 1, 1, 1, 0))).toBe("nn.SpatialMaxPooling(2x3, 1,1, 1,0)");
  expect(String(new SpatialAveragePooling(2, 3))).toBe("nn.SpatialAveragePooling(2x3, 1,1)");
  expect(String(new SpatialDilatedMaxPooling(2, 3, 1, 1, 1, 0, 2, 4))).toBe(
    "nn.SpatialDilatedMaxPooling(2x3, 1,1, 1,0, 2,4)",
  );
});

test("pooling refuses settings and inputs that make no sense", () => {
  expect(() => new SpatialMaxPooling(2, 2, 0)).toThrow("SpatialMaxPooling: expected a stride of whole numbers from 1");
  expect(() => new SpatialMaxPooling(2, 3, 1, 1, 2, 1)).toThrow(
    "SpatialMaxPooling: expected a padding of at most half the kernel 2x3, got 2x1",
  );
  const pooling = new SpatialMaxPooling(3, 3);
  expect(() => pooling.forward(zeros(4, 4))).toThrow("SpatialMaxPooling(3x3, 3,3): expected [C, H, W] or [N, C, H, W]");
  expect(() => pooling.forward(zeros(1, 2, 4))).toThrow("computed [0, 1] for [1, 2, 4]");
  pooling.forward(zeros(2, 3, 4, 4));
  expect(() => pooling.backward(zeros(2, 4, 4, 4), zeros(2, 3, 1, 1))).toThrow("the input of the last forward");
  expect(() => pooling.backward(zeros(2, 3, 4, 4), zeros(2, 3, 2, 1))).toThrow("gradOutput of the output's size");
});

test("errors name arguments that are missing", () => {
  expect((): unknown => Reflect.construct(SpatialMaxPooling, [2])).toThrow("whole numbers from 1, got 2xundefined");
  expect((): unknown => Reflect.construct(SpatialFractionalMaxPooling, [2])).toThrow("from 2, got 2xundefined");
});

test("errors name the settings of pooling of volumes and sequences", () => {
  expect(() => new VolumetricMaxPooling(2, 2, 2).forward(zeros(1, 2, 2))).toThrow(
    "VolumetricMaxPooling(2x2x2, 2,2,2): expected [C, T, H, W] or [N, C, T, H, W], got [1, 2, 2]",
  );
  expect(() => new VolumetricAveragePooling(2, 2, 2).forward(zeros(1, 2, 1, 2))).toThrow(
    "VolumetricAveragePooling(2,2,2,2,2,2): expected an input with an output size of at least 1 in each dimension, computed [1, 0, 1]",
  );
  expect(() => new TemporalMaxPooling(3, 2).forward(zeros(2, 5))).toThrow(
    "TemporalMaxPooling(3, 2): expected an input with an output size of at least 1 in each dimension, computed [0] for [2, 5]",
  );
  expect(() => new TemporalMaxPooling(3).forward(zeros(5))).toThrow(
    "TemporalMaxPooling(3, 3): expected [T, F] or [N, T, F], got [5]",
  );
  expect(() => new TemporalMaxPooling(0)).toThrow(
    "TemporalMaxPooling: expected a kernel of whole numbers from 1, got 0",
  );
});

test("clearState lets go of the indices too", () => {
  manualSeed(1);
  const pooling = new SpatialMaxPooling(2, 2);
  pooling.forward(randn(1, 4, 4));
  pooling.clearState();
  expect(pooling.indices.nElement()).toBe(0);
});

test("sub-sampling draws weight, then bias, from one over the root of a window's elements", () => {
  manualSeed(5);
  const spatial = new SpatialSubSampling(3, 2, 8);
  manualSeed(5);
  const drawn = new Tensor([6]).uniform(-0.25, 0.25);
  expect(cat([spatial.weight, spatial.bias], 0).toArray()).toEqual(drawn.toArray());
  manualSeed(5);
  const temporal = new TemporalSubSampling(3, 16);
  expect(cat([temporal.weight, temporal.bias], 0).toArray()).toEqual(drawn.toArray());
  manualSeed(5);
  temporal.reset(0.25 / Math.sqrt(3));
  expect(temporal.weight.get(0)).toBeCloseTo(drawn.get(0), 7);
});

test("sub-sampling ignores what is left over, and refuses another number of planes or features", () => {
  const spatial = new SpatialSubSampling(2, 2, 3, 2, 2);
  expect(spatial.forward(zeros(2, 4, 5)).size()).toEqual([2, 1, 2]);
  expect(() => spatial.forward(zeros(3, 4, 5))).toThrow(
    "SpatialSubSampling(2, 2x3, 2,2): expected [2, H, W] or [N, 2, H, W], got [3, 4, 5]",
  );
  expect(() => spatial.forward(zeros(2, 2, 5))).toThrow("computed [0, 2] for [2, 2, 5]");
  const temporal = new TemporalSubSampling(3, 2);
  expect(() => temporal.forward(zeros(4, 2))).toThrow("TemporalSubSampling(3, 2, 1): expected [T, 3] or [N, T, 3]");
  expect(() => new TemporalSubSampling(0, 2)).toThrow("TemporalSubSampling: expected a frame size of at least 1");
  expect(() => new SpatialSubSampling(1.5, 2, 2)).toThrow(
    "SpatialSubSampling: expected a number of planes of at least 1",
  );
  expect(String(spatial)).toBe("nn.SpatialSubSampling");
});

test("backward of sub-sampling refuses what is not of the last forward, and changes nothing", () => {
  const sampling = new SpatialSubSampling(1, 2, 2);
  sampling.forward(ones(1, 3, 3));
  const refused = (): unknown => sampling.backward(ones(1, 3, 3), ones(1, 2, 1));
  expect(refused).toThrow("gradOutput of the output's size [1, 2, 2], got [1, 2, 1]");
  expect(() => sampling.accGradParameters(ones(1, 4, 3), ones(1, 2, 2))).toThrow("the input of the last forward");
  expect(sampling.gradWeight.toArray()).toEqual([0]);
  expect(sampling.gradBias.toArray()).toEqual([0]);
  expect(sampling.gradInput.nElement()).toBe(0);
});

test("windows whose norm is 0 have no gradient", () => {
  const x = tensor([[[0, 0, 3, 4]]]);
  for (const p of [2, 3]) {
    const pooling = new SpatialLPPooling(1, p, 2, 1);
    const y = pooling.forward(x);
    expect(y.get(0, 0, 0)).toBe(0);
    const gradient = pooling.backward(x, ones(1, 1, 2));
    expect(gradient.get(0, 0, 0)).toBe(0);
    expect(gradient.get(0, 0, 2)).toBeCloseTo((3 / y.get(0, 0, 1)) ** (p - 1), 6);
  }
  const features = new FeatureLPPooling(2, 2, 4);
  features.forward(tensor([0, 0, 3, 4]));
  expect(
    features
      .backward(tensor([0, 0, 3, 4]), ones(2))
      .narrow(0, 0, 2)
      .toArray(),
  ).toEqual([0, 0]);
});

test("with a power of 1 norms are sums, whose gradient goes to every element", () => {
  const image = new SpatialLPPooling(1, 1, 2, 1);
  expect(image.forward(tensor([[[1, -1, 0, 0]]])).toArray()).toEqual([[[0, 0]]]);
  expect(image.backward(tensor([[[1, -1, 0, 0]]]), tensor([[[2, 3]]])).toArray()).toEqual([[[2, 2, 3, 3]]]);
  const features = new FeatureLPPooling(2, 2, 1);
  features.forward(tensor([1, -1]));
  expect(features.backward(tensor([1, -1]), tensor([2])).toArray()).toEqual([2, 2]);
});

test("FeatureLPPooling slides along the features only, behind the batch in batch mode", () => {
  const x = tensor([
    [3, 1],
    [4, 2],
    [0, 2],
  ]);
  expect(new FeatureLPPooling(2, 1, 2).forward(x).toArray()).toEqual([
    [5, Math.fround(Math.sqrt(5))],
    [4, Math.fround(Math.sqrt(8))],
  ]);
  expect(new FeatureLPPooling(2, 1, 2, { batchMode: true }).forward(x).size()).toEqual([3, 1]);
});

test("LP pooling refuses settings and inputs that make no sense", () => {
  expect(() => new SpatialLPPooling(1, 0, 2, 2)).toThrow("SpatialLPPooling: expected a finite power above 0, got 0");
  expect(() => new SpatialLPPooling(2, 2, 2, 2).forward(zeros(3, 4, 4))).toThrow(
    "SpatialLPPooling(2, 2, 2x2, 2,2): expected [2, H, W] or [N, 2, H, W], got [3, 4, 4]",
  );
  expect(() => new FeatureLPPooling(17, 1, 2)).toThrow(
    "FeatureLPPooling: expected a width of 2 to 16, a whole number, got 17",
  );
  expect(() => new FeatureLPPooling(2, 5, 2)).toThrow("FeatureLPPooling: expected a stride of 1 to 4");
  const features = new FeatureLPPooling(3, 1, 2, { batchMode: true });
  expect(String(features)).toBe("nn.FeatureLPPooling(w3 s1 power 2 batch 1)");
  expect(() => features.forward(zeros(3))).toThrow("expected [N, F], [N, F, A] or [N, F, A, B], got [3]");
  expect(() => features.forward(zeros(3, 2))).toThrow(
    "FeatureLPPooling(w3 s1 power 2 batch 1): expected at least 3 features, got 2 in [3, 2]",
  );
  features.forward(zeros(3, 4));
  expect(() => features.backward(zeros(3, 5), zeros(3, 2))).toThrow("the input of the last forward");
  const apart = new FeatureLPPooling(2, 2, 2);
  apart.forward(zeros(5));
  expect(() => apart.backward(zeros(4), zeros(2))).toThrow("the input of the last forward, got [4]");
});

test("adaptive windows reach over the whole image and may share elements", () => {
  const x = range(1, 5).view(1, 1, 5);
  const means = new SpatialAdaptiveAveragePooling(2, 1);
  expect(means.forward(x).toArray()).toEqual([[[2, 4]]]);
  expect(means.backward(x, tensor([[[3, 6]]])).toArray()).toEqual([[[1, 1, 3, 2, 2]]]);
  expect(new SpatialAdaptiveAveragePooling(3, 2).forward(tensor([[[1, 2]]])).toArray()).toEqual([
    [
      [1, 1.5, 2],
      [1, 1.5, 2],
    ],
  ]);
  const maxima = new SpatialAdaptiveMaxPooling(2, 1);
  expect(maxima.forward(x).toArray()).toEqual([[[3, 5]]]);
  expect(maxima.indices.toArray()).toEqual([[[2, 4]]]);
});

test("adaptive windows begin and end where float32 puts them", () => {
  const torch = (extent: number, count: number): number[][] =>
    Array.from({ length: count }, (_, o) => [
      Math.floor(new Float32Array([new Float32Array([o / count])[0] * extent])[0]),
      Math.ceil(new Float32Array([new Float32Array([(o + 1) / count])[0] * extent])[0]) - 1,
    ]);
  for (const [extent, count] of [
    [13, 13],
    [49, 49],
    [26, 13],
    [39, 13],
    [7, 3],
    [5, 8],
  ]) {
    const x = range(0, extent - 1).view(1, 1, extent);
    const bounds = torch(extent, count);
    const ends = new SpatialAdaptiveMaxPooling(count, 1).forward(x);
    expect(ends.view(count).toArray()).toEqual(bounds.map(([, end]) => end));
    const begins = new SpatialAdaptiveMaxPooling(count, 1).forward(x.clone().mul(-1));
    expect(begins.view(count).toArray()).toEqual(bounds.map(([begin]) => -begin));
  }
  // 7/13·13 is a little above 7 in float32.
  const means = new SpatialAdaptiveAveragePooling(13, 1).forward(range(1, 13).view(1, 1, 13));
  expect(means.view(13).toArray()).toEqual([1, 2, 3, 4, 5, 6, 7.5, 8, 9, 10, 11, 12, 13]);
});

test("adaptive pooling takes inputs of any size, one after the other", () => {
  const pooling = new SpatialAdaptiveMaxPooling(2, 3);
  for (const size of [5, 8, 3]) {
    const x = randn(2, 2, size, size + 1);
    expect(pooling.forward(x).size()).toEqual([2, 2, 3, 2]);
    expect(pooling.backward(x, ones(2, 2, 3, 2)).sum()).toBe(24);
  }
});

test("backward of pooling refuses an input of another size, even when its output has the same", () => {
  for (const pooling of [
    new SpatialMaxPooling(2, 2),
    new SpatialAdaptiveMaxPooling(2, 2),
    new SpatialAdaptiveAveragePooling(2, 2),
    new SpatialFractionalMaxPooling(2, 2, 2, 2),
    new SpatialAveragePooling(2, 2, 2, 2),
    new SpatialLPPooling(1, 2, 2, 2, 2, 2),
    new SpatialSubSampling(1, 2, 2, 2, 2),
  ]) {
    pooling.forward(zeros(1, 5, 5));
    expect(() => pooling.backward(zeros(1, 4, 4), zeros(1, 2, 2))).toThrow(
      `${pooling.describe()}: expected the input of the last forward, got [1, 4, 4]`,
    );
    expect(pooling.gradInput.nElement()).toBe(0);
  }
});

test("fractional windows move by one of two steps, and the last one ends with the input", () => {
  manualSeed(3);
  const pooling = new SpatialFractionalMaxPooling(2, 2, 5, 1);
  for (let round = 0; round < 20; round++) {
    pooling.forward(range(0, 35).view(1, 3, 12));
    // Elements ascend, so that the largest one is the last of its window.
    const ends = pooling.indices.view(5).toArray();
    const columns = (Array.isArray(ends) ? ends : []).map((index) => Number(index) % 12);
    const steps = columns.slice(1).map((column, i) => column - columns[i]);
    expect(columns[0]).toBe(1);
    expect(columns[4]).toBe(11);
    expect(steps.every((step) => step === 2 || step === 3)).toBe(true);
  }
});

test("fractional windows are drawn anew each time, for each plane, unless they are fixed", () => {
  manualSeed(1);
  const pooling = new SpatialFractionalMaxPooling(2, 2, 0.5, 0.6);
  const x = randn(2, 3, 20, 21);
  const first = pooling.forward(x).clone();
  expect(first.size()).toEqual([2, 3, 12, 10]);
  const second = pooling.forward(x).clone();
  expect(equal(first, second)).toBe(false);
  pooling.fixPoolingRegions();
  expect(equal(pooling.forward(x), second)).toBe(true);
  expect(equal(pooling.clearState().forward(x), second)).toBe(true);
  expect(equal(pooling.clone().forward(x), second)).toBe(true);
  pooling.fixPoolingRegions(false);
  expect(equal(pooling.forward(x), second)).toBe(false);
});

test("fractional pooling draws width, then height, of each plane, from the generator that it is given", () => {
  const [own, twin] = [new Generator(7), new Generator(7)];
  const pooling = new SpatialFractionalMaxPooling(2, 2, 3, 3, { generator: own });
  manualSeed(2);
  pooling.forward(zeros(2, 3, 8, 8));
  for (let i = 0; i < 12; i++) twin.uniform();
  expect(own.uniform()).toBe(twin.uniform());
  manualSeed(2);
  const before = new Generator(2).uniform();
  expect(new Tensor([1], { dtype: "float64" }).uniform().get(0)).toBe(before);
});

test("fractional pooling refuses settings and inputs that leave no room, and draws nothing for them", () => {
  expect(() => new SpatialFractionalMaxPooling(1, 2, 3, 3)).toThrow(
    "expected windows of whole numbers from 2, got 1x2",
  );
  expect(() => new SpatialFractionalMaxPooling(2, 2, 0.5, 3)).toThrow(
    "SpatialFractionalMaxPooling: expected an output of whole numbers from 1, or ratios between 0 and 1, got 0.5x3",
  );
  const pooling = new SpatialFractionalMaxPooling(2, 3, 3, 4);
  expect(String(pooling)).toBe("nn.SpatialFractionalMaxPooling(3,4,2,3)");
  manualSeed(4);
  expect(() => pooling.forward(zeros(1, 6, 9))).toThrow(
    "SpatialFractionalMaxPooling(3,4,2,3): expected planes of at least [7, 5] for an output of [4, 3], got [1, 6, 9]",
  );
  expect(defaultGenerator().uniform()).toBe(new Generator(4).uniform());
  expect(pooling.forward(zeros(1, 7, 5)).size()).toEqual([1, 4, 3]);
  expect(() => new SpatialFractionalMaxPooling(2, 2, 0.1, 0.5).forward(zeros(1, 9, 9))).toThrow("computed [4, 0]");
});

test("VolumetricFractionalMaxPooling takes the last dimension for time, as Torch does", () => {
  const pooling = new VolumetricFractionalMaxPooling(2, 3, 4, 2, 3, 4);
  expect(pooling.forward(zeros(1, 9, 8, 7)).size()).toEqual([1, 4, 3, 2]);
  expect(String(pooling)).toBe("nn.VolumetricFractionalMaxPooling(2,3,4,2,3,4)");
  expect(() => pooling.forward(zeros(1, 9, 8))).toThrow("expected [C, H, W, T] or [N, C, H, W, T], got [1, 9, 8]");
});

test("unpooling puts elements where the largest were, at the size of the pooling's last input", () => {
  const pooling = new SpatialMaxPooling(2, 2);
  const unpooling = new SpatialMaxUnpooling(pooling);
  const x = tensor([
    [
      [1, 2, 9],
      [4, 3, 9],
      [9, 9, 9],
    ],
  ]);
  pooling.forward(x);
  expect(unpooling.forward(tensor([[[7]]])).toArray()).toEqual([
    [
      [0, 0, 0],
      [7, 0, 0],
      [0, 0, 0],
    ],
  ]);
  expect(unpooling.backward(tensor([[[7]]]), x).toArray()).toEqual([[[4]]]);
});

test("windows of NaN alone take no part in unpooling", () => {
  const pooling = new SpatialMaxPooling(2, 1);
  const unpooling = new SpatialMaxUnpooling(pooling);
  pooling.forward(tensor([[[Number.NaN, Number.NaN, 1, 2]]]));
  expect(unpooling.forward(tensor([[[5, 6]]])).toArray()).toEqual([[[0, 0, 0, 6]]]);
  expect(unpooling.backward(tensor([[[5, 6]]]), tensor([[[1, 2, 3, 4]]])).toArray()).toEqual([[[0, 4]]]);
});

class PoolAndUnpool extends Module {
  readonly pooling = new SpatialMaxPooling(2, 1);
  readonly unpooling = new SpatialMaxUnpooling(this.pooling);
  updateOutput(input: Tensor): Tensor {
    return this.unpooling.forward(this.pooling.forward(input));
  }
  updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    return this.pooling.backward(input, this.unpooling.backward(this.pooling.output, gradOutput));
  }
}

test("the clone of a network with both ties its unpooling to its own pooling", () => {
  const net = new PoolAndUnpool();
  net.forward(tensor([[[1, 2, 4, 3]]]));
  const copy = net.clone();
  expect(copy.unpooling.pooling).toBe(copy.pooling);
  expect(copy.pooling).not.toBe(net.pooling);
  expect(copy.forward(tensor([[[2, 1, 3, 4]]])).toArray()).toEqual([[[2, 0, 0, 4]]]);
  expect(net.pooling.indices.toArray()).toEqual([[[1, 2]]]);
  const single = net.type("float64");
  expect(single.forward(tensor([[[1, 2, 4, 3]]], { dtype: "float64" })).toArray()).toEqual([[[0, 2, 4, 0]]]);
});

test("unpooling refuses poolings that it can not reverse, and what is no output of its pooling", () => {
  expect(() => new SpatialMaxUnpooling(new SpatialMaxPooling(3, 3, 2, 2))).toThrow(
    "SpatialMaxUnpooling: expected windows that move by their own size, got SpatialMaxPooling(3x3, 2,2)",
  );
  expect(() => new SpatialMaxUnpooling(new VolumetricMaxPooling(2, 2, 2))).toThrow("expected a SpatialMaxPooling, got");
  const pooling = new VolumetricMaxPooling(2, 2, 2);
  const unpooling = new VolumetricMaxUnpooling(pooling);
  const name = "VolumetricMaxUnpooling associated to nn.VolumetricMaxPooling(2x2x2, 2,2,2)";
  expect(String(unpooling)).toBe(`nn.${name}`);
  expect(() => unpooling.forward(zeros(1, 1, 1, 1))).toThrow(`${name}: expected a forward of the pooling first`);
  pooling.forward(zeros(1, 2, 4, 4));
  expect(() => unpooling.forward(zeros(1, 1, 1, 2))).toThrow(
    `${name}: expected the size of the pooling's last output, [1, 1, 2, 2], got [1, 1, 1, 2]`,
  );
  unpooling.forward(zeros(1, 1, 2, 2));
  expect(() => unpooling.backward(zeros(1, 1, 2, 2), zeros(1, 2, 4, 3))).toThrow("gradOutput of the output's size");
  pooling.forward(zeros(1, 2, 5, 5));
  expect(() => unpooling.backward(zeros(1, 1, 2, 2), zeros(1, 2, 4, 4))).toThrow("the input of the last forward");
});

test("TemporalDynamicKMaxPooling keeps the order, the first of equals, and NaN last of all", () => {
  const pooling = new TemporalDynamicKMaxPooling(2);
  const x = tensor([
    [3, Number.NaN, -1],
    [5, 2, -Infinity],
    [3, Number.NaN, -Infinity],
    [3, Number.NaN, Number.NaN],
  ]);
  expect(pooling.forward(x).toArray()).toEqual([
    [3, Number.NaN, -1],
    [5, 2, -Infinity],
  ]);
  expect(pooling.indices.toArray()).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(pooling.backward(x, range(1, 6).view(2, 3)).toArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

test("TemporalDynamicKMaxPooling keeps a part of the frames where that is more", () => {
  const pooling = new TemporalDynamicKMaxPooling(2, 0.5);
  expect(pooling.forward(zeros(3, 1)).size()).toEqual([2, 1]);
  expect(pooling.forward(zeros(2, 9, 1)).size()).toEqual([2, 5, 1]);
  expect(new TemporalDynamicKMaxPooling(1, 1).forward(zeros(4, 2)).size()).toEqual([4, 2]);
});

test("TemporalDynamicKMaxPooling refuses settings and inputs that make no sense", () => {
  expect(() => new TemporalDynamicKMaxPooling(0)).toThrow("expected a number of elements of at least 1");
  expect(() => new TemporalDynamicKMaxPooling(1, 1.5)).toThrow("expected a factor from 0 to 1, got 1.5");
  const pooling = new TemporalDynamicKMaxPooling(3);
  expect(() => pooling.forward(zeros(2, 4))).toThrow(
    "TemporalDynamicKMaxPooling(3, 0): expected at least 3 frames, got [2, 4]",
  );
  expect(() => pooling.forward(zeros(2))).toThrow("expected [T, F] or [N, T, F], got [2]");
  pooling.forward(zeros(4, 2));
  expect(() => pooling.backward(zeros(5, 2), zeros(3, 2))).toThrow("the input of the last forward, got [5, 2]");
  expect(pooling.clearState().indices.nElement()).toBe(0);
});
