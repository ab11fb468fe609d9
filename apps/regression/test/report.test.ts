import { expect, it } from "vitest";
import { fileWith, houses, run } from "./runMain.ts";

it("the report needs no network, and takes no name for markup", async () => {
  const nasty = houses(60).replace("rooms,district,id,price", '"<b>rooms & ""baths""</b>",district,id,</script>');
  const { read } = await run(["--data", fileWith(nasty), "--target", "</script>", "--epochs", "3"]);
  const page = read("report.html");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page.match(/<svg /g)).toHaveLength(5);
  expect(page).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?https?:/i);
  expect(page).not.toContain("<b>");
  expect(page).not.toContain("<script");
  expect(page).not.toContain("</script>");
  expect(page).toContain("&lt;b&gt;rooms &amp; &quot;baths&quot;&lt;/b&gt;");
  expect(page).toContain("left out: looks like a name for each row");
});

it("the report of a curve has no bars for its one input", async () => {
  const { read } = await run(["--epochs", "2"]);
  expect(read("report.html").match(/<svg /g)).toHaveLength(4);
});

it("what is printed has no line of more than 80 columns, and no colours in a pipe", async () => {
  const { terminal } = await run(["--data", "penguins", "--epochs", "2"]);
  expect(terminal.lines.every((line) => line.length <= 80)).toBe(true);
  expect(terminal.stdout.text).not.toContain("\u001B[");
});
