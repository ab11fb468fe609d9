/**
 * What the page leaves for its visitor.
 *
 * @typedef {object} PageResult
 * @property {string} backend
 * @property {readonly string[]} features
 * @property {boolean} isolated
 * @property {number} first the loss before the first step
 * @property {number} loss the loss after the last
 * @property {number} right how many points of 200 are told apart
 */

/**
 * What a visit of the page showed.
 *
 * @typedef {object} Visit
 * @property {PageResult} result
 * @property {readonly string[]} complaints what the page wrote to the console as errors or warnings, and what it threw
 * @property {readonly string[]} requests what it asked for
 * @property {Buffer} picture the page as a PNG
 */

/**
 * Opens the page and waits until the network is trained.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @returns {Promise<Visit>}
 */
export async function visit(browser, origin) {
  const page = await browser.newPage({ viewport: { width: 760, height: 600 } });
  try {
    /** @type {string[]} */
    const complaints = [];
    /** @type {string[]} */
    const requests = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(origin);
    try {
      await page.waitForFunction(() => "result" in globalThis, undefined, { timeout: 30_000 });
    } catch (cause) {
      throw new Error(["expected the page to train a network in 30 s", ...complaints].join("\n  "), { cause });
    }
    const result = await page.evaluate(() => Reflect.get(globalThis, "result"));
    return { result, complaints, requests, picture: await page.screenshot({ fullPage: true }) };
  } finally {
    await page.close();
  }
}
