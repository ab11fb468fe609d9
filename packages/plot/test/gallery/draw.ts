import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderPng } from "@rushlight/plot/node";
import { gallery } from "./gallery.ts";

// Draws the charts that the documentation shows, light and dark.
const folder = fileURLToPath(new URL("../../../../docs/charts/", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, chart] of Object.entries(await gallery())) {
  for (const theme of ["light", "dark"] as const) {
    const png = await renderPng(chart, { theme, scale: 1.25 });
    const file = theme === "light" ? `${name}.png` : `${name}-dark.png`;
    writeFileSync(`${folder}${file}`, png);
    console.log(`${String(png.length).padStart(7)} bytes  docs/charts/${file}`);
  }
}
