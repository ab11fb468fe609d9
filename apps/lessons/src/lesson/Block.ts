import type { Figure } from "./Figure.ts";

/** A part of what a lesson prints, in order. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  /** A paragraph. */
  | { readonly kind: "prose"; readonly text: string }
  /** Lines of the lesson's own source. */
  | { readonly kind: "code"; readonly text: string }
  /** An expression, and what it gives. */
  | { readonly kind: "result"; readonly code: string; readonly text: string }
  | { readonly kind: "figure"; readonly figure: Figure }
  /** A drawing that was made, in `file` of the output folder; `text` is one for terminals. */
  | {
      readonly kind: "chart";
      readonly file: string;
      readonly caption: string;
      readonly svg: string;
      readonly text: string | undefined;
    };
