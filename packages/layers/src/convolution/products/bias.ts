import { backend, type FloatArray } from "@rushlight/tensor";

/** y ← bias, plane by plane. */
export function fillWithBias(
  samples: number,
  outputs: number,
  count: number,
  bias: FloatArray,
  biasOffset: number,
  y: FloatArray,
  yOffset: number,
): void {
  const { fill } = backend().map;
  for (let plane = 0; plane < samples * outputs; plane++) {
    const at = yOffset + plane * count;
    fill(count, y, at, 1, y, at, 1, bias[biasOffset + (plane % outputs)], 0);
  }
}

/** gradBias ← gradBias + scale times the sums of the planes of gradY. */
export function accumulateBias(
  samples: number,
  outputs: number,
  count: number,
  scale: number,
  gradY: FloatArray,
  gradYOffset: number,
  gradBias: FloatArray,
  gradBiasOffset: number,
): void {
  const { sum } = backend().reduce;
  for (let output = 0; output < outputs; output++) {
    let total = 0;
    for (let sample = 0; sample < samples; sample++) {
      total += sum(count, gradY, gradYOffset + (sample * outputs + output) * count, 1, 0);
    }
    gradBias[gradBiasOffset + output] += scale * total;
  }
}
