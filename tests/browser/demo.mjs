// Walks through the demo page in a real browser and takes pictures. By hand, while `dondoc demo` runs:
//
//   npm install playwright-core            (in any folder outside the project; needs chromium)
//   NODE_PATH=… node tests/browser/demo.mjs http://127.0.0.1:8080/ /tmp/pictures
//
// Exit code 1 and the first thing that is wrong, or 0.
import {createRequire} from "node:module";
import {existsSync, mkdirSync} from "node:fs";

const require = createRequire(import.meta.url);
const {chromium} = require("playwright-core");

const [address = "http://127.0.0.1:8080/", folder = "pictures"] = process.argv.slice(2);
const k_chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const k_wait = 10000;

function expect(condition, message) {
  if (!condition) throw new Error(message);
  console.log("ok  " + message);
}

/** A page that notes whatever the browser complains about, and every address it asks. */
async function open(browser, width, height, options = {}) {
  const context = await browser.newContext({viewport: {width, height}, locale: "vi-VN", ...options});
  const page = await context.newPage();
  page.complaints = [];
  page.asked = new Set();
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) page.complaints.push(m.text()); });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => page.asked.add(new URL(request.url()).host));
  await page.goto(address);
  await page.waitForSelector(".row");
  return page;
}

const picture = (page, name) => page.screenshot({path: `${folder}/${name}.png`});
const bubbles = (page, number) => page.locator(`#window-${number} .bubble`);

async function officer_answers(page) {
  const before = await bubbles(page, 1).count();
  await page.fill("#window-1-text", "việc của tôi");
  await page.press("#window-1-text", "Enter");
  await page.waitForFunction((n) => document.querySelectorAll("#window-1 .bubble").length >= n + 2, before, {timeout: k_wait});
  expect(await page.locator("#window-1 .bubble[data-side=own]").count() > 0, "what was typed stands in the chat");
  expect(await page.locator("#window-1 .bubble").last().getAttribute("data-side") === "office", "and is answered");
  await page.waitForFunction(() => document.querySelectorAll("[data-key^=unsent]").length === 0, null, {timeout: k_wait});
  expect(true, "no stand-in is left");
}

async function clock_moves(page) {
  const time = () => page.locator("#clock time").innerText();
  for (const move of ["hour", "day", "step"]) {
    const before = await time();
    await page.click(`[data-move=${move}]`);
    await page.waitForFunction((text) => document.querySelector("#clock time").innerText !== text, before, {timeout: k_wait});
    expect((await page.locator("#status").innerText()).startsWith("Đã đến"), `the clock moves by ${move}: ${await time()}`);
  }
}

async function lead_confirms(page) {
  const count = await page.locator(".question").count();
  if (count === 0) return;
  await page.click("#questions-part summary");
  await picture(page, "questions");
  await page.locator(".confirm:visible").first().click();
  await page.waitForFunction((n) => document.querySelectorAll(".question").length === n - 1, count, {timeout: k_wait});
  expect(true, "a confirmed question leaves the list");
  await page.click("#questions-part summary");
}

async function button_is_pressed(page) {
  const press = page.locator("#window-1 .press").last();
  if (await press.count() === 0) return;
  const label = await press.innerText();
  const before = await bubbles(page, 1).count();
  await press.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((n) => document.querySelectorAll("#window-1 .bubble").length >= n + 2, before, {timeout: k_wait});
  expect(true, `the button “${label}” works with the keyboard`);
}

async function another_person(page) {
  const options = page.locator("#window-2-person option");
  const other = await options.nth(3).getAttribute("value");
  await page.selectOption("#window-2-person", other);
  await page.waitForFunction((id) => document.querySelector("#window-2").dataset.person === id, other, {timeout: k_wait});
  expect(page.url().includes(encodeURIComponent(other)), "another person can be chosen and is in the address");
}

/** Everything that can be done is reached by Tab, and shows where it is. */
async function keyboard_reaches_everything(page) {
  await page.goto(address);
  await page.waitForSelector(".row");
  const reached = new Set();
  for (let i = 0; i < 120; ++i) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => {
      const e = document.activeElement;
      const outline = getComputedStyle(e).outlineStyle;
      return {name: e.id || e.dataset.move || e.className || e.tagName, outlined: outline !== "none"};
    });
    if (place.name === "BODY") break;
    reached.add(place.name);
    if (!place.outlined) throw new Error(`focus cannot be seen on ${place.name}`);
  }
  for (const name of ["hour", "day", "step", "plan", "window-1-person", "window-1-text", "window-3-text"])
    expect(reached.has(name), `Tab reaches ${name}`);
}

async function wide(browser) {
  const page = await open(browser, 1280, 800);
  await picture(page, "1280-start");
  await officer_answers(page);
  await clock_moves(page);
  await lead_confirms(page);
  await button_is_pressed(page);
  await another_person(page);
  await picture(page, "1280-used");
  await keyboard_reaches_everything(page);
  expect(page.complaints.length === 0, "the browser complains about nothing: " + page.complaints.join(" | "));
  expect(page.asked.size === 1, "only this machine was asked: " + [...page.asked].join(" "));
  await page.context().close();
}

async function narrow(browser) {
  const page = await open(browser, 360, 740, {hasTouch: true, isMobile: true});
  await picture(page, "360-chat");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width <= 360, `nothing is wider than the screen (${width})`);
  await page.click("#tabs a[href='#board']");
  await page.waitForFunction(() => document.querySelector("#tabs a[href='#board']").getAttribute("aria-current") === "true", null, {timeout: k_wait});
  await page.waitForTimeout(600);
  await picture(page, "360-board");
  await page.click("#tabs a[href='#window-3']");
  await page.waitForTimeout(600);
  await picture(page, "360-lead");
  expect(page.complaints.length === 0, "the browser complains about nothing: " + page.complaints.join(" | "));
  await page.context().close();
}

mkdirSync(folder, {recursive: true});
const browser = await chromium.launch({executablePath: k_chromium, args: ["--no-sandbox"]});
try {
  await wide(browser);
  await narrow(browser);
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
} finally {
  await browser.close();
}
