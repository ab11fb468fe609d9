import { describe, expect, it, vi } from "vitest";
import { ProgressBar } from "../src/index.ts";
import { MemoryTerminal } from "../src/testing/index.ts";

function draw(settings: { isTTY: boolean }, status: number): string {
  const { stderr } = new MemoryTerminal(settings);
  const bar = new ProgressBar(stderr, { title: 9, status });
  bar.start("epoch 1/5", 10);
  bar.update(5, "loss 0.5");
  bar.stop();
  return stderr.text;
}

describe("ProgressBar", () => {
  it("shows the title, how far it is and the status on a terminal", () => {
    const text = draw({ isTTY: true }, 8);
    expect(text).toContain("epoch 1/5");
    expect(text).toContain("loss 0.5");
    expect(text).toMatch(/ 50%/);
  });

  it("shows nothing in a pipe", () => {
    expect(draw({ isTTY: false }, 8)).toBe("");
  });

  it("shows nothing on a terminal that can not move its cursor", () => {
    vi.stubEnv("TERM", "dumb");
    expect(draw({ isTTY: true }, 8)).toBe("");
    vi.unstubAllEnvs();
  });

  it("takes itself away, and leaves the cursor as it was", () => {
    const { stderr } = new MemoryTerminal({ isTTY: true });
    const bar = new ProgressBar(stderr, { title: 1, status: 1 });
    bar.start("a", 10);
    const before = stderr.text.length;
    bar.stop();
    // To the margin, and the line cleared.
    expect(stderr.text.slice(before)).toMatch(/\[1G.\[2K$/);
    // Nothing hides the cursor.
    expect(stderr.text).not.toContain("[?25");
  });

  it("shows nothing on a terminal that is too narrow for it", () => {
    expect(draw({ isTTY: true }, 70)).toBe("");
  });
});
