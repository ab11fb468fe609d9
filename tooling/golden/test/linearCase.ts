/** A Linear(2, 1) with weights that are set, on one sample: y = 2·3 + 3·5 + 1 = 22. */
export const linearCase = {
  name: "byHand",
  args: [2, 1],
  mode: "train",
  seed: 1,
  setParameters: [
    { dtype: "double", size: [1, 2], data: [2, 3] },
    { dtype: "double", size: [1], data: [1] },
  ],
  input: { dtype: "double", size: [2], data: [3, 5] },
  gradOutput: { dtype: "double", size: [1], data: [10] },
  output: { dtype: "double", size: [1], data: [22] },
  gradInput: { dtype: "double", size: [2], data: [20, 30] },
  gradParameters: [
    { dtype: "double", size: [1, 2], data: [30, 50] },
    { dtype: "double", size: [1], data: [10] },
  ],
};
