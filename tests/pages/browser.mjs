// A browser for the tests of exported pages: Debian's Chromium without a network, whose every message and
// request is noted.
import {chromium} from "playwright-core";

export const options = {
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"],
};

export async function openBrowser() {
  return chromium.launch(options);
}

// Notes in `complaints` what a page says, throws, asks the user or asks the network for. Returns the page.
export function watch(page, complaints) {
  page.on("console", message => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", error => complaints.push(`error: ${error.message}`));
  page.on("request", request => {
    if (!/^(file|blob|data):/.test(request.url())) complaints.push(`request: ${request.url()}`);
  });
  page.on("dialog", dialog => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  return page;
}

// Opens a file and watches it.
export async function openPage(browser, file, complaints, {hash = "", ...context} = {}) {
  const page = watch(await (await browser.newContext(context)).newPage(), complaints);
  await page.goto(`file://${file}${hash}`);
  return page;
}

// Fails the run with a message unless `holds`.
export function expect(holds, message) {
  if (holds) return;
  console.error(`FAILED: ${message}`);
  process.exitCode = 1;
}
