/** What one writes by hand for arrays of float32. Each loop meets one kind of array. */
export const loops32 = {
  add(x: Float32Array, y: Float32Array): void {
    for (let i = 0; i < x.length; i++) x[i] += y[i];
  },
  addInto(x: Float32Array, y: Float32Array, out: Float32Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] + y[i];
  },
  scale(x: Float32Array, factor: number): void {
    for (let i = 0; i < x.length; i++) x[i] *= factor;
  },
  scaleInto(x: Float32Array, factor: number, out: Float32Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] * factor;
  },
  multiply(x: Float32Array, y: Float32Array): void {
    for (let i = 0; i < x.length; i++) x[i] *= y[i];
  },
  multiplyInto(x: Float32Array, y: Float32Array, out: Float32Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] * y[i];
  },
  sum(x: Float32Array): number {
    let total = 0;
    for (let i = 0; i < x.length; i++) total += x[i];
    return total;
  },
  expOf(x: Float32Array, y: Float32Array): void {
    x.set(y);
    for (let i = 0; i < x.length; i++) x[i] = Math.exp(x[i]);
  },
  expInto(x: Float32Array, out: Float32Array): void {
    for (let i = 0; i < x.length; i++) out[i] = Math.exp(x[i]);
  },
};
