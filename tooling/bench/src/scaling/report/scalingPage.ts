import type { Page } from "../../page/updatePage.ts";

const measured = {
  begin: "<!-- modelled: `npm run scaling` writes what is between this line and the next such, nobody else -->",
  end: "<!-- end of modelled -->",
};

/** The page of `npm run scaling`. */
export const scalingPage: Page = {
  ...measured,
  draft: `# Scaling

How fast training becomes with more cores than the machine of this page has: by a model that is fitted on one thread and two,
and compared with them.

${measured.begin}
${measured.end}
`,
};
