/** What one writes by hand for arrays of float64. Each loop meets one kind of array. */
export const loops64 = {
  add(x: Float64Array, y: Float64Array): void {
    for (let i = 0; i < x.length; i++) x[i] += y[i];
  },
  addInto(x: Float64Array, y: Float64Array, out: Float64Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] + y[i];
  },
  scale(x: Float64Array, factor: number): void {
    for (let i = 0; i < x.length; i++) x[i] *= factor;
  },
  scaleInto(x: Float64Array, factor: number, out: Float64Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] * factor;
  },
  multiply(x: Float64Array, y: Float64Array): void {
    for (let i = 0; i < x.length; i++) x[i] *= y[i];
  },
  multiplyInto(x: Float64Array, y: Float64Array, out: Float64Array): void {
    for (let i = 0; i < x.length; i++) out[i] = x[i] * y[i];
  },
  sum(x: Float64Array): number {
    let total = 0;
    for (let i = 0; i < x.length; i++) total += x[i];
    return total;
  },
  expOf(x: Float64Array, y: Float64Array): void {
    x.set(y);
    for (let i = 0; i < x.length; i++) x[i] = Math.exp(x[i]);
  },
  expInto(x: Float64Array, out: Float64Array): void {
    for (let i = 0; i < x.length; i++) out[i] = Math.exp(x[i]);
  },
};
