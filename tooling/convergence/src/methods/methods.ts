import { adaptive } from "./adaptive.ts";
import { evolution } from "./evolution.ts";
import { fullBatch } from "./fullBatch.ts";
import { gradientDescent } from "./gradientDescent.ts";
import type { Method } from "./Method.ts";

/** All optimisers. */
export const methods: readonly Method[] = [...gradientDescent, ...adaptive, ...fullBatch, ...evolution];
