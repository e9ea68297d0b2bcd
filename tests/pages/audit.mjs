// Looks at pages as readers do: on a desk, on a telephone, in the dark, on paper.
// Usage: audit.mjs SCREENSHOTS PAGE…
// No page may say anything on the console, ask the network for anything, be wider than its screen, or break a
// rule of axe. The first 12 pages are photographed; SCREENSHOTS may be "-".
import {readFileSync} from "node:fs";
import {basename} from "node:path";
import {pathToFileURL} from "node:url";
import {expect, openBrowser, watch} from "./browser.mjs";

const [, , folder, ...files] = process.argv;
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const views = {desk: {viewport: {width: 1280, height: 900}}, phone: {viewport: {width: 390, height: 844}},
               dark: {viewport: {width: 1280, height: 900}, colorScheme: "dark"}, paper: {}};
const browser = await openBrowser();
let violations = 0, said = 0;
for (const [view, options] of Object.entries(views)) {
  const context = await browser.newContext(options);
  const complaints = [], page = watch(await context.newPage(), complaints);
  for (const [place, file] of files.entries()) {
    if (view === "paper") await page.emulateMedia({media: "print"});
    await page.goto(pathToFileURL(file).href);
    if (await page.$("#data")) await page.waitForSelector("body.live");
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
    for (const violation of found.violations) {
      ++violations;
      expect(false, `${file} (${view}): ${violation.id}: ${violation.nodes[0].html.slice(0, 200)}: ` +
             `${violation.nodes[0].failureSummary}`);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (view !== "paper") expect(wide <= 0, `${file} (${view}): ${wide} pixels too wide`);
    if (folder !== "-" && place < 12)
      await page.screenshot({path: `${folder}/${basename(file, ".html")}-${place}-${view}.png`});
  }
  said += complaints.length;
  expect(complaints.length === 0, `${view}: ${complaints.slice(0, 5).join("\n")}`);
  await context.close();
}
console.log(`${files.length} pages, ${Object.keys(views).length} views: ${violations} violations, ${said} messages and requests`);
await browser.close();
