// Published hostile strings as documents, and what a browser makes of their pages.
//   hostile.mjs write VECTORS             states as JSON lines, to be imported; to standard output
//   hostile.mjs check VECTORS SITE PAGE   opens pages of SITE (an export): that of all strings and of one string
//                                         in eight, with MURAGAT_EVERY_STRING set every page; and PAGE (all
//                                         dates of `all`)
//   hostile.mjs control VECTORS           puts the same strings into pages without escaping and policy
import {existsSync, readFileSync} from "node:fs";
import {expect, openBrowser, watch} from "./browser.mjs";

const [, , mode, folder, site, history] = process.argv;
const read = name => JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
const scripts = [...read("dompurify/expect.json"), ...read("owasp/payloads.json")].map(one => one.payload);
const vectors = [...scripts, ...read("naughty/blns.json")].filter(text => text.trim() !== "");

// A text as the fields of one line take it, and as an id does.
const onLine = text => text.replace(/[\x00-\x1f\x7f-\x9f]+/g, " ").trim() || "-";
const inId = text => onLine(text).split("/").map(part => (/^\.{0,2}$/.test(part) ? "_" : part)).join("/");
const cut = text => {
  while (Buffer.byteLength(text) > 900) text = [...text].slice(0, -50).join("");
  return text;
};
const idOf = (text, place) => `v/${place}/${cut(inId(text))}`;
const shown = text => text.replace(/[\s\0]+/g, " ").trim();

function write() {
  const lines = [];
  vectors.forEach((text, place) => {
    const line = onLine(text), state = {document: idOf(text, place), author: line, title: line, source: line};
    lines.push({...state, date: "2001", reform: "First", type: "text/plain", body: "The text before."});
    lines.push({...state, date: "2002", reform: line, type: "text/plain", body: text.replaceAll("\0", "")});
  });
  // One Markdown document that holds all of them.
  const body = vectors.map((text, place) => `# ${place} ${onLine(text)}\n\n${text.replaceAll("\0", "")}\n`).join("\n");
  const state = {document: "all", author: onLine(scripts[0]), type: "text/markdown"};
  lines.push({...state, date: "2001", reform: "First", body: "# 0\n\nThe text before.\n"});
  lines.push({...state, date: "2002", reform: onLine(scripts[1]), body});
  process.stdout.write(lines.map(line => JSON.stringify(line) + "\n").join(""));
}

// What the page of one string shows is what was stored.
function compare(page, text, place) {
  const line = shown(onLine(text)), id = shown(idOf(text, place));
  return page.evaluate(({line, id, body}) => {
    const flat = text => text.replace(/[\s\0]+/g, " ").trim();
    const texts = selector => [...document.querySelectorAll(selector)].map(node => flat(node.textContent));
    const wrong = [];
    if (texts("h1")[0] !== line) wrong.push(`title ${texts("h1")[0]}`);
    if (!texts("footer bdi").includes(id)) wrong.push(`id ${texts("footer bdi")}`);
    if (!texts(".reforms b").includes(line)) wrong.push(`reform ${texts(".reforms b")}`);
    // A line that reads as a title is the heading of a section.
    const parts = [...document.querySelectorAll("#text > section[id] > .title, #text > section[id] > .body > *")];
    const whole = flat(parts.map(part => {
      const copy = part.cloneNode(true);
      for (const link of copy.querySelectorAll(".here")) link.remove();
      return copy.textContent;
    }).join(" "));
    if (whole !== body) wrong.push(`text ${whole}`);
    const when = document.querySelector(".when");
    const link = when.querySelector("a");
    if (!link && !flat(when.textContent).endsWith(line)) wrong.push(`source ${when.textContent}`);
    if (link && !/^(https?:|mailto:)/.test(link.protocol)) wrong.push(`link ${link.href}`);
    const data = JSON.parse(document.querySelector("[type='application/ld+json']").textContent);
    if (flat(data.name) !== line) wrong.push(`data ${data.name}`);
    if (globalThis.ran) wrong.push("a script ran");
    return wrong;
  }, {line, id, body: shown(text)});
}

async function check() {
  const browser = await openBrowser(), complaints = [];
  const context = await browser.newContext();
  context.setDefaultTimeout(60000);
  const list = watch(await context.newPage(), complaints);
  await list.goto(`file://${site}/index.html`);
  const links = new Map(await list.$$eval(".documents li", items => items.map(item => [
    item.querySelector("bdi").textContent, item.querySelector("a").getAttribute("href")])));
  const left = vectors.map((text, place) => ({text, place})).filter(one => links.has(idOf(one.text, one.place)));
  console.log(`${vectors.length} strings, ${left.length} documents of them in the index`);
  expect(left.length > vectors.length * 0.95, "too many strings were refused");
  if (!process.env.MURAGAT_EVERY_STRING) left.splice(0, left.length, ...left.filter(one => one.place % 8 === 3));
  const work = async () => {
    const page = watch(await context.newPage(), complaints);
    for (let one = left.pop(); one; one = left.pop()) {
      const before = complaints.length;
      await page.goto(new URL(links.get(idOf(one.text, one.place)), `file://${site}/`).href);
      for (const wrong of await compare(page, one.text, one.place))
        expect(false, `${JSON.stringify(one.text)}: ${JSON.stringify(wrong)}`);
      expect(complaints.length === before, `${JSON.stringify(one.text)}: ${complaints[before]}`);
    }
  };
  await Promise.all([work(), work()]);
  for (const file of [`${site}/documents/all.html`, history]) {
    expect(existsSync(file), `there is no ${file}`);
    const page = watch(await context.newPage(), complaints);
    await page.goto(`file://${file}`);
    if (file === history) await page.waitForSelector("body.live");
    const text = shown(await page.textContent("#text"));
    // What Markdown draws in another way, links within < and > among it, each string's own page shows as it is.
    const plain = scripts.filter(text => onLine(text) === text && !/[`*_~\\&[\]#|]|<[a-z]+:/i.test(text));
    expect(plain.length > 50, `only ${plain.length} strings to look for`);
    for (const line of plain) expect(text.includes(shown(line)), `${file} does not show ${line}`);
  }
  expect(complaints.length === 0, complaints.join("\n"));
  await browser.close();
}

// The check must be able to fail: many of the same strings do run, where a page lets them.
async function control() {
  const browser = await openBrowser();
  const page = await (await browser.newContext()).newPage();
  await page.route(/^(?!about:|data:)/, route => route.abort());
  const complaints = [];
  watch(page, complaints);
  let fired = 0;
  for (const text of scripts) {
    const before = complaints.length;
    await page.setContent(`<!doctype html><title>x</title><body>${text}`, {timeout: 5000}).catch(() => {});
    if (complaints.length > before) ++fired;
  }
  console.log(`${fired} of ${scripts.length} strings fired without escaping and policy`);
  expect(fired >= 40, "so few of the strings do something that this test shows nothing");
  await browser.close();
}

await {write, check, control}[mode]();
