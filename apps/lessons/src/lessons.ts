import { OptionError } from "@rushlight/command-line";
import { backpropagation } from "./backpropagation/index.ts";
import { convolution } from "./convolution/index.ts";
import { foundations } from "./foundations/index.ts";
import { introduction } from "./introduction/index.ts";
import type { Lesson } from "./lesson/Lesson.ts";
import { perceptron } from "./perceptron/index.ts";

/** All lessons, in the order to read them in. */
export const lessons: readonly Lesson[] = [introduction, perceptron, convolution, foundations, backpropagation];

/**
 * The lessons of these letters or names, in the order of {@link lessons}; all of them for none.
 *
 * @throws OptionError when there is no such lesson
 */
export function chosenLessons(asked: readonly string[]): readonly Lesson[] {
  if (asked.length === 0) return lessons;
  const called = (lesson: Lesson, name: string): boolean => name === lesson.letter || name === lesson.name;
  for (const name of asked) {
    if (lessons.some((lesson) => called(lesson, name.toLowerCase()))) continue;
    const names = lessons.map((lesson) => `${lesson.letter} (${lesson.name})`).join(", ");
    throw new OptionError(`expected lessons out of ${names}, got ${JSON.stringify(name)}`);
  }
  return lessons.filter((lesson) => asked.some((name) => called(lesson, name.toLowerCase())));
}
