// Opens pages in Chromium: node browse.mjs CHROMIUM [--look] PAGE... prints one line for each complaint of axe, each error and each request, light and dark, wide and narrow;
// and writes the elements that the browser sees, as JSON, to PAGE.shape. --look leaves axe out.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const browser = await puppeteer.launch({ executablePath: process.argv[2], headless: true, args: ["--no-sandbox", "--disable-gpu"] });
const isLook = process.argv[3] === "--look";
for (const file of process.argv.slice(isLook ? 4 : 3)) {
  for (const [scheme, width] of isLook ? [["light", 1280]] : [["light", 1280], ["dark", 390]]) {
    const page = await browser.newPage();
    const complain = (text) => console.log(`${file} (${scheme}, ${width}): ${text}`);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    page.on("pageerror", (error) => complain(error));
    page.on("console", (message) => message.type() === "error" && complain(message.text()));
    page.on("dialog", (dialog) => { complain(dialog.message()); dialog.dismiss(); });
    page.on("request", (request) => request.url() === `file://${file}` || complain(request.url()));
    await page.goto(`file://${file}`);
    const shape = await page.evaluate(() => [...document.querySelectorAll("*")].map((element) => `${element.localName} ${[...element.attributes].map((attribute) => attribute.name).join(" ")}`));
    writeFileSync(`${file}.shape`, JSON.stringify(shape));
    if (isLook) {
      await page.close();
      continue;
    }

    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
      complain("it is wider than the window");
    }

    await page.evaluate(`${axe}; undefined`);
    const found = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly }), tags);
    found.violations.forEach((violation) => complain(`${violation.id}: ${violation.nodes.length} times, first ${violation.nodes[0].html.slice(0, 200)}`));
    await page.close();
  }
}
await browser.close();
