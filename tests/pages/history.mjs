// Drives the page of all dates. Usage: history.mjs PAGE TEXTS SCREENSHOTS
// TEXTS holds one JSON object a line, {"date": …, "text": …}: what the document said then.
import {readFileSync} from "node:fs";
import {expect, openBrowser, openPage} from "./browser.mjs";

const [, , file, textsFile, folder] = process.argv;
const texts = readFileSync(textsFile, "utf8").trim().split("\n").map(line => JSON.parse(line));
const browser = await openBrowser(), complaints = [];
const page = await openPage(browser, file, complaints);
await page.waitForSelector("body.live");
const said = () => page.textContent("#said");
const textNow = () => page.$$eval("#all .t", nodes => nodes.map(node => node.textContent).join(""));

// The text at each date is what the archive says.
await page.click("[data-mode=clean]");
const count = await page.$$eval("#changes li", items => items.length);
expect(count === texts.length, `${count} editions, not ${texts.length}`);
let slowest = 0;
for (let i = count - 1; i >= 0; --i) {
  const taken = await page.evaluate(index => {
    const input = document.getElementById("to"), began = performance.now();
    input.value = index;
    input.dispatchEvent(new Event("input"));
    return performance.now() - began;
  }, i);
  slowest = Math.max(slowest, taken);
  const text = await textNow();
  expect(text === texts[i].text, `another text on ${texts[i].date}: ${JSON.stringify(text).slice(0, 200)}`);
}
console.log(`${count} dates, the slowest step ${slowest.toFixed(1)} ms`);

// Compared with the first edition, what is struck out and what is not are the two texts.
await page.click("[data-mode=changes]");
await page.evaluate(() => (document.getElementById("from").value = 0, document.getElementById("from").dispatchEvent(new Event("input"))));
await page.evaluate(last => (document.getElementById("to").value = last, document.getElementById("to").dispatchEvent(new Event("input"))), count - 1);
const newer = await page.$$eval("#all section:not(.gone) .t", nodes => nodes.map(node => {
  const copy = node.cloneNode(true);
  for (const gone of copy.querySelectorAll("del")) gone.remove();
  return copy.textContent;
}).join(""));
expect(newer === texts[count - 1].text, "without what is struck out, the marked text is another one");
await page.screenshot({path: `${folder}/history-changes.png`});

// The keyboard: arrows move the later date, with Shift the earlier one; letters choose the view.
expect(count > 2, "too few editions to move among");
await page.click("#said");
await page.keyboard.press("ArrowLeft");
const dates = await page.$$eval("#changes time", times => times.map(time => time.textContent));
expect((await said()).includes(`to ${dates[count - 2]}`), `ArrowLeft: ${await said()}`);
await page.keyboard.press("Shift+ArrowRight");
expect((await said()).includes(`from ${dates[1]}`), `Shift and ArrowRight: ${await said()}`);
await page.focus("#to");
await page.keyboard.press("End");
expect((await said()).includes(`to ${dates[count - 1]}`), `End on the slider: ${await said()}`);
await page.keyboard.press("w");
for (let i = count - 1; !texts[i].text; --i) await page.keyboard.press("ArrowLeft");
expect((await page.$$("#all mark")).length > 0, "nobody is said to have written a word");
await page.screenshot({path: `${folder}/history-who.png`});

// A click on the timeline takes the nearer handle there.
const box = await (await page.$("#axis")).boundingBox();
await page.mouse.click(box.x + box.width * 0.01 + 1, box.y + 40);
expect((await page.inputValue("#to")) === "0", "a click at the beginning did not lead to the first edition");

// The search tells the interval, and the address keeps all that was chosen.
await page.keyboard.press("/");
const word = /\p{L}{5,}/u.exec(texts[0].text)[0];
await page.keyboard.type(word);
await page.waitForFunction(word => document.getElementById("where").textContent.includes(word), word);
expect((await page.textContent("#where")).includes(" to "), "no interval is told");
const address = page.url();
expect(address.includes("find=") && address.includes("view=who") && address.includes("to="), address);
const again = await openPage(browser, file, complaints, {hash: new URL(address).hash});
await again.waitForSelector("body.live");
expect((await again.textContent("#said")) === (await said()), "the address does not lead back");

// Without script: the last text and the list of changes. On a telephone, dark, and on paper nothing is lost.
const still = await openPage(browser, file, complaints, {javaScriptEnabled: false});
expect((await still.$$("#changes li")).length === count, "without script the list of changes is not whole");
expect(await still.isVisible("h1") && !(await still.isVisible(".deck")), "without script the sliders stand there");
await still.screenshot({path: `${folder}/history-still.png`});
for (const [name, context] of [["phone", {viewport: {width: 390, height: 844}}], ["dark", {colorScheme: "dark"}]]) {
  const other = await openPage(browser, file, complaints, context);
  await other.waitForSelector("body.live");
  const wide = await other.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide <= 0, `${name}: the page is ${wide} pixels too wide`);
  await other.screenshot({path: `${folder}/history-${name}.png`});
}
expect(complaints.length === 0, complaints.join("\n"));
await browser.close();
