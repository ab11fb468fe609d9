import { defaultDtype, setDefaultDtype } from "@rushlight/tensor";
import type { Lesson } from "./Lesson.ts";
import { Page, type PageSettings } from "./Page.ts";

/** Runs a lesson in its dtype; afterwards the default dtype is what it was before. */
export async function runLesson(lesson: Lesson, settings: Omit<PageSettings, "lesson">): Promise<Page> {
  const page = new Page({ ...settings, lesson: lesson.name });
  const before = defaultDtype();
  setDefaultDtype(lesson.dtype);
  try {
    await lesson.run(page);
  } finally {
    setDefaultDtype(before);
  }
  return page;
}
