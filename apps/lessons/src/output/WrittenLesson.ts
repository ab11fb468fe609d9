import type { Block } from "../lesson/Block.ts";
import type { Figure } from "../lesson/Figure.ts";
import type { Lesson } from "../lesson/Lesson.ts";

/** What a lesson wrote. */
export interface WrittenLesson {
  readonly lesson: Lesson;
  readonly blocks: readonly Block[];
  readonly figures: readonly Figure[];
}
