import type { FloatArray } from "../Backend.ts";
import type { StepKernels } from "../StepKernels.ts";

/** The plain optimiser steps: computed in double precision, rounded when stored. */
export const plainSteps: StepKernels = {
  sgd(count, x, ix, g, ig, v, iv, rate, momentum, dampening, weightDecay, nesterov, first) {
    for (let i = 0; i < count; i++) {
      let direction = decayed(x[ix + i], g[ig + i], weightDecay);
      if (momentum !== 0) {
        const velocity = first ? direction : momentum * v[iv + i] + (1 - dampening) * direction;
        v[iv + i] = velocity;
        direction = nesterov ? direction + momentum * velocity : velocity;
      }
      x[ix + i] -= rate * direction;
    }
  },

  adam(count, x, ix, g, ig, m, im, v, iv, rate, beta1, beta2, epsilon, weightDecay) {
    for (let i = 0; i < count; i++) {
      const direction = decayed(x[ix + i], g[ig + i], weightDecay);
      const mean = beta1 * m[im + i] + (1 - beta1) * direction;
      const square = beta2 * v[iv + i] + (1 - beta2) * direction * direction;
      m[im + i] = mean;
      v[iv + i] = square;
      x[ix + i] -= (rate * mean) / (Math.sqrt(square) + epsilon);
    }
  },

  rmsprop(count, x, ix, g, ig, v, iv, rate, alpha, epsilon, weightDecay) {
    scaled(count, x, ix, g, ig, v, iv, rate, alpha, 1 - alpha, epsilon, weightDecay);
  },

  adagrad(count, x, ix, g, ig, v, iv, rate, epsilon, weightDecay) {
    scaled(count, x, ix, g, ig, v, iv, rate, 1, 1, epsilon, weightDecay);
  },

  adadelta(count, x, ix, g, ig, v, iv, a, ia, rho, epsilon, weightDecay) {
    for (let i = 0; i < count; i++) {
      const direction = decayed(x[ix + i], g[ig + i], weightDecay);
      const square = rho * v[iv + i] + (1 - rho) * direction * direction;
      const step = (Math.sqrt(a[ia + i] + epsilon) / Math.sqrt(square + epsilon)) * direction;
      v[iv + i] = square;
      x[ix + i] -= step;
      a[ia + i] = rho * a[ia + i] + (1 - rho) * step * step;
    }
  },

  adamax(count, x, ix, g, ig, m, im, u, iu, rate, beta1, beta2, epsilon, weightDecay) {
    for (let i = 0; i < count; i++) {
      const direction = decayed(x[ix + i], g[ig + i], weightDecay);
      const mean = beta1 * m[im + i] + (1 - beta1) * direction;
      const largest = Math.max(beta2 * u[iu + i], Math.abs(direction) + epsilon);
      m[im + i] = mean;
      u[iu + i] = largest;
      x[ix + i] -= (rate * mean) / largest;
    }
  },

  rprop(count, x, ix, g, ig, p, ip, s, is, grow, shrink, least, most) {
    for (let i = 0; i < count; i++) {
      const gradient = g[ig + i];
      const sign = signOf(gradient);
      // Signs, for the product of small numbers is 0.
      const agreement = sign * signOf(p[ip + i]);
      const length = s[is + i] * (agreement > 0 ? grow : agreement < 0 ? shrink : 1);
      const step = Math.min(Math.max(length, least), most);
      s[is + i] = step;
      p[ip + i] = agreement < 0 ? 0 : gradient;
      if (agreement >= 0) x[ix + i] -= sign * step;
    }
  },
};

function scaled(
  count: number,
  x: FloatArray,
  ix: number,
  g: FloatArray,
  ig: number,
  v: FloatArray,
  iv: number,
  rate: number,
  keep: number,
  share: number,
  epsilon: number,
  weightDecay: number,
): void {
  for (let i = 0; i < count; i++) {
    const direction = decayed(x[ix + i], g[ig + i], weightDecay);
    const square = keep * v[iv + i] + share * direction * direction;
    v[iv + i] = square;
    x[ix + i] -= (rate * direction) / (Math.sqrt(square) + epsilon);
  }
}

/** −1, 0 or 1; 0 for NaN. */
function signOf(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : 0;
}

function decayed(x: number, g: number, weightDecay: number): number {
  return weightDecay === 0 ? g : g + weightDecay * x;
}
