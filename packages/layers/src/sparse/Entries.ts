import type { AnyModule } from "@rushlight/module";
import { IndexError, type Tensor } from "@rushlight/tensor";

/** Which features keys mean: key k means feature k + offset. */
export interface Keys {
  readonly offset: number;
  readonly features: number;
}

/** Where the entries of one sample are: `count` of them from `first` on, in flat vectors, or none in empty ones. */
export interface Sample {
  readonly keys: Tensor;
  readonly values: Tensor;
  readonly first: number;
  readonly count: number;
}

/** The entries of some samples, one sample after the other: features and their values. */
export class Entries {
  /** The feature of each entry. */
  features: Int32Array = new Int32Array(16);
  /** The value of each entry. */
  values: Float64Array = new Float64Array(16);
  /** Where the entries of each sample begin, and after the last sample where they end. */
  starts: Int32Array = new Int32Array(16);
  private count = 0;

  /** How many entries there are. */
  get length(): number {
    return this.starts[this.count];
  }

  /** How many samples there are. */
  get samples(): number {
    return this.count;
  }

  /** Takes all samples out. */
  clear(): void {
    this.count = 0;
  }

  /**
   * Adds a sample. With `skipZeros`, entries whose value is 0 are left out, whatever their key is.
   *
   * @throws IndexError for a key that means no feature, naming the entry and the sample
   */
  addSample(module: AnyModule, sample: Sample, { offset, features }: Keys, skipZeros: boolean): void {
    const { keys, values, first, count } = sample;
    let end = this.length;
    this.features = withRoom(this.features, end + count);
    this.values = withRoom(this.values, end + count);
    this.starts = withRoom(this.starts, this.count + 2);
    const [key, keyStep] = [keys.storage().data, count === 0 ? 0 : keys.stride(0)];
    const [value, valueStep] = [values.storage().data, count === 0 ? 0 : values.stride(0)];
    let ik = keys.storageOffset() + first * keyStep;
    let iv = values.storageOffset() + first * valueStep;
    for (let e = 0; e < count; e++, ik += keyStep, iv += valueStep) {
      if (skipZeros && value[iv] === 0) continue;
      const feature = key[ik] + offset;
      if (!(feature >= 0 && feature < features && Math.floor(feature) === feature)) {
        throw new IndexError(
          `${module.describe()}: expected whole keys from ${-offset} to ${features - 1 - offset}, got ${key[ik]} in entry ${e} of sample ${this.count}`,
        );
      }
      this.features[end] = feature;
      this.values[end] = value[iv];
      end += 1;
    }
    this.count += 1;
    this.starts[this.count] = end;
  }
}

function withRoom<A extends Int32Array | Float64Array>(array: A, length: number): A;
function withRoom(array: Int32Array | Float64Array, length: number): Int32Array | Float64Array {
  if (array.length >= length) return array;
  const room = Math.max(length, 2 * array.length);
  const longer = array instanceof Int32Array ? new Int32Array(room) : new Float64Array(room);
  longer.set(array);
  return longer;
}
