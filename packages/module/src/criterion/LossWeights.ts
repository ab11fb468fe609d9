/**
 * What a batch weighs among others when their losses are joined, for each term of the loss: a mean weighs as much as there is
 * below its line. Undefined for a sum, whose parts add up.
 */
export type LossWeights = readonly (number | undefined)[];
