import { fixed, general } from "../printf/printf.ts";
import type { ConfusionMatrix } from "./ConfusionMatrix.ts";

const LEAST_WIDTH = 8;
/** How many digits Lua prints of a number. */
const LUA_DIGITS = 14;

/** A confusion matrix in Torch's layout: a row of counts for each class with the share of them on the diagonal, then means. */
export function formatConfusion(matrix: ConfusionMatrix): string {
  const { mat, nclasses, classes } = matrix;
  const width = Math.max(LEAST_WIDTH, 1 + String(mat.max()).length);
  const shares = [...matrix.valids];
  const rows = classes.map((name, t) => {
    const counts = [...mat.select(0, t)].map((count) => String(count).padStart(width)).join("");
    const [begin, end] = [t === 0 ? "[[" : " [", t === nclasses - 1 ? "]]  " : "]   "];
    return `${begin}${counts}${end}${fixed(shares[t] * 100, 3)}% \t[class: ${name}]`;
  });
  return [
    "ConfusionMatrix:",
    ...rows,
    ` + average row correct: ${percent(matrix.averageValid)} `,
    ` + average rowUcol correct (VOC measure): ${percent(matrix.averageUnionValid)} `,
    ` + global correct: ${percent(matrix.totalValid)}`,
  ].join("\n");
}

function percent(share: number): string {
  return `${general(share * 100, LUA_DIGITS)}%`;
}
