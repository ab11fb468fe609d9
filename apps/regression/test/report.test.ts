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

it("a verdict takes twenty rows to test with", async () => {
  const args = ["--data", "penguins", "--epochs", "2", "--held-out"];
  const { terminal } = await run([...args, "0.055"]);
  expect(terminal.stdout.text).toMatch(/\n19 rows to test with can not tell the network from linear least squares/);
  const { terminal: enough } = await run([...args, "0.06"]);
  expect(enough.stdout.text).not.toContain("can not tell");
});

it("control characters in names do not get to the terminal", async () => {
  const nasty = houses(60).replace("rooms,district,id,price", '"\u001B[31mrooms","dis\ntrict",\u0007,price\u001B[0m');
  const { terminal } = await run(["--data", fileWith(nasty), "--target", "price\u001B[0m", "--epochs", "1"]);
  expect(terminal.stdout.text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(terminal.stdout.text).toContain("\\u001b[31mrooms, dis\\ntrict");
});

it("what is printed has no line of more than 80 columns, and no colours in a pipe", async () => {
  const { terminal } = await run(["--data", "penguins", "--epochs", "2"]);
  expect(terminal.lines.every((line) => line.length <= 80)).toBe(true);
  expect(terminal.stdout.text).not.toContain("\u001B[");
});
