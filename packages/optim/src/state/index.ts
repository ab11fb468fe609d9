export { restoreState, type SavedField, type SavedState, saveState } from "./SavedState.ts";
export { restoreTensor, type SavedTensor, saveTensor } from "./SavedTensor.ts";
