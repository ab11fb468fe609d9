import type { Tensor } from "@rushlight/tensor";

/** The settings that are no tensors: those that a group may have of its own. */
export type GroupSettings<Config> = {
  readonly [Name in keyof Config as Extract<Config[Name], Tensor> extends never ? Name : never]?: Config[Name];
};

/** Where a group is: parameters of a network whose memory is the flat vector, or a range of that vector. */
export type GroupPlace =
  | {
      /**
       * Tensors in the memory of the flat vector, as the weight and bias of a layer after `getParameters()`. The type takes
       * what a module may lack; a tensor that is lacking is an error.
       */
      readonly parameters: Tensor | readonly (Tensor | undefined)[];
      readonly range?: undefined;
    }
  | {
      /** The first element and the one after the last, counted along the flat vector. */
      readonly range: readonly [start: number, end: number];
      readonly parameters?: undefined;
    };

/** Parameters with settings of their own; what a group does not set is as for all others. */
export type ParameterGroup<Config> = GroupPlace & GroupSettings<Config>;

/** Groups, as an option of an optimiser. */
export interface Grouped<Config> {
  /**
   * Parameters that have settings of their own, as biases without weight decay. What is in no group takes the settings of the
   * optimiser. No parameter may be in two.
   */
  readonly groups?: readonly ParameterGroup<Config>[];
}
