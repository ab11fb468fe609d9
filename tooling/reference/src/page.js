/** @typedef {import("./families.js").Family} Family */

/**
 * The page that lists every class by family, with one line each.
 *
 * @param {readonly Family[]} families
 */
export function page(families) {
  const count = families.reduce((total, { classes }) => total + classes.length, 0);
  const sections = families.map(({ title, packageName, classes }) => {
    const rows = classes.map(({ name, summary, file }) => `| [\`${name}\`](../${file}) | ${cell(summary)} |`);
    const folder = packageName.replace("@rushlight/", "");
    return [
      `## ${title}`,
      "",
      `Package [\`${packageName}\`](../packages/${folder}).`,
      "",
      "| class | what it is |",
      "|---|---|",
      ...rows,
    ].join("\n");
  });
  return [
    "# All classes",
    "",
    `The ${count} modules and criterions, by family. \`@rushlight/nn\` has all of them. \`npm run reference\` writes this page from`,
    "the documentation in the sources, which says more of each: formulas, shapes, defaults, errors, an example.",
    "",
    `${sections.join("\n\n")}\n`,
  ].join("\n");
}

/** @param {string} text */
function cell(text) {
  return text.replaceAll("|", "\\|");
}
