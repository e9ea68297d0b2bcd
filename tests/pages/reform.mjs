// Drives the page of one reform, and the list of reforms. Usage: reform.mjs PAGE LIST SCREENSHOTS
import {existsSync, readFileSync} from "node:fs";
import {expect, openBrowser, openPage} from "./browser.mjs";

const [, , file, list, folder] = process.argv;
const axe = new URL("node_modules/axe-core/axe.min.js", import.meta.url);
const rules = existsSync(axe) ? readFileSync(axe, "utf8") : "";
const browser = await openBrowser(), complaints = [];
const desk = {viewport: {width: 1240, height: 900}};
const seen = (page, selector) => page.$$eval(selector, nodes => nodes.filter(node => node.checkVisibility()).length);
const lefts = page => page.$$eval(".row:not(.caps):not(.alone) > div", nodes => new Set(
  nodes.filter(node => node.checkVisibility()).map(node => Math.round(node.getBoundingClientRect().left))).size);

// Without script: side by side first, each word on its own side.
const page = await openPage(browser, file, complaints, {...desk, javaScriptEnabled: false});
expect(await seen(page, ".old del") > 0 && await seen(page, ".new ins") > 0, "nothing is struck out or underlined");
expect(await seen(page, ".old ins") === 0, "a new word stands on the old side");
expect(await seen(page, ".new del") === 0, "an old word stands on the new side");
expect(await lefts(page) === 2, `the sides make ${await lefts(page)} columns`);
const allDeleted = await page.$$eval("del", nodes => new Set(nodes.map(node => node.textContent)).size);
await page.screenshot({path: `${folder}/reform-sides.png`});

// The keyboard alone leads to the switch and moves it; both kinds of marks are then in one column.
await page.keyboard.press("Tab");
expect((await page.evaluate(() => document.activeElement.className)) === "skip", "the first stop is not the way to the text");
await page.focus("#view-sides");
await page.keyboard.press("ArrowRight");
expect(await page.isChecked("#view-text"), "an arrow does not move the switch");
expect(await lefts(page) === 1, "the marked text has more than one column");
expect(await seen(page, ".new del") === 0 && await seen(page, ".old ins") > 0, "the marked text lacks new words");
const marked = await page.$$eval("del", nodes => new Set(nodes.filter(node => node.checkVisibility()).map(node => node.textContent)).size);
expect(marked === allDeleted, `${marked} of ${allDeleted} deletions are in the marked text`);
const twice = await page.$$eval(".what", sections => sections.filter(section => {
  const shown = [...section.querySelectorAll(".row:not(.caps) > div")].filter(node => node.checkVisibility());
  return new Set(shown.map(node => node.textContent)).size !== shown.length;
}).length);
expect(twice === 0, `${twice} sections say a line twice`);
await page.screenshot({path: `${folder}/reform-text.png`});
await page.keyboard.press("ArrowLeft");
expect(await lefts(page) === 2, "the switch does not lead back");
await page.click("label:has(#view-text)");
expect(await lefts(page) === 1, "a click does not move the switch");

// Every mark is more than a colour.
const plain = await page.$$eval("ins, del", nodes => nodes.filter(node => node.checkVisibility() &&
  getComputedStyle(node).textDecorationLine === "none" && !node.classList.contains("moved")).length);
expect(plain === 0, `${plain} marks are colour alone`);

// The table of contents leads to each document and section, and instructions unfold.
for (const href of await page.$$eval("nav a", links => links.map(link => link.getAttribute("href")))) {
  const found = await page.evaluate(id => document.getElementById(id) !== null, href.slice(1));
  expect(found, `${href} leads nowhere`);
}
await page.click("nav li.d1 a");
expect(await page.$eval(":target", node => node.classList.contains("what")), "a link does not lead to its section");
const top = await page.$eval(":target h3", node => node.getBoundingClientRect().top);
const switchFoot = await page.$eval(".views", node => node.getBoundingClientRect().bottom);
expect(top >= switchFoot, "the switch hides the heading that a link leads to");
await page.focus(".doc > .hist > summary");
await page.keyboard.press("Enter");
expect(await page.isVisible(".orders"), "the instructions do not unfold");
await page.screenshot({path: `${folder}/reform-instructions.png`});

// The list: bars, a table that says the same, links that lead to years and to pages.
const index = await openPage(browser, list, complaints, {...desk, javaScriptEnabled: false});
const bars = await index.$$eval("svg a", links => links.length);
expect(bars > 0 && bars === await index.$$eval("tbody tr", rows => rows.length), "the table has not a row for each bar");
expect(bars === await index.$$eval("#text > section", nodes => nodes.length), "not every bar has its reforms");
await index.focus("svg a");
await index.keyboard.press("Enter");
expect(await index.$eval(":target", node => node.tagName) === "SECTION", "a bar does not lead to its reforms");
await index.screenshot({path: `${folder}/reforms-list.png`});
await index.click(".documents .name a");
expect((await index.$$(".views")).length === 1, `${index.url()} is no page of a reform`);
await index.click(".bar a:has-text('All reforms')");
expect((await index.textContent("h1")) === "Reforms", "a reform's page does not lead back to the list");

// On a desk and a telephone, light and dark, and on paper: nothing too wide, no rule of accessibility broken.
const views = {desk, phone: {viewport: {width: 390, height: 844}}, dark: {...desk, colorScheme: "dark"}};
for (const [view, context] of Object.entries(views)) {
  for (const [name, path] of [["reform", file], ["reforms", list]]) {
    const other = await openPage(browser, path, complaints, context);
    for (const choice of name === "reform" ? ["#view-sides", "#view-text"] : [""]) {
      if (choice !== "") await other.check(choice);
      const wide = await other.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide <= 0, `${name} (${view}): the page is ${wide} pixels too wide`);
      if (rules === "") continue;
      await other.evaluate(rules);
      const found = await other.evaluate(() => axe.run(document, {resultTypes: ["violations"]}));
      for (const {id, nodes} of found.violations)
        expect(false, `${name} (${view} ${choice}): ${id}: ${nodes[0].html.slice(0, 200)}: ${nodes[0].failureSummary}`);
      await other.screenshot({path: `${folder}/${name}-${view}${choice.replace("#", "-")}.png`});
    }
    await other.emulateMedia({media: "print"});
    if (name === "reform") expect(!(await other.isVisible(".views")), "the switch is on paper");
    await other.screenshot({path: `${folder}/${name}-${view}-paper.png`});
    await other.close();
  }
}
if (rules === "") console.log("no axe-core: rules of accessibility were not checked");
expect(complaints.length === 0, complaints.join("\n"));
await browser.close();
