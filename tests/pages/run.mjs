// Looks at every page of the leads in a real browser: takes pictures at 360 and 1280 px into build/screenshots, lets
// axe-core look for faults, and does some of what a lead does. Starts `dondoc demo` itself.
//
//   npm ci --ignore-scripts --prefix tests/pages     (once; needs Debian's chromium)
//   node tests/pages/run.mjs [build/dev/dondoc] [build/screenshots]
//
// Exit code 1 and what is wrong, or 0.
import {spawn} from "node:child_process";
import {existsSync, mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(import.meta.url);
const {chromium} = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [program = "build/dev/dondoc", folder = "build/screenshots"] = process.argv.slice(2);
const k_chromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
const k_lead = "ld-hpn-huyen-hoc-mon";
const faults = [];

function expect(condition, message) {
  console.log((condition ? "ok   " : "FAIL ") + message);
  if (!condition) faults.push(message);
}

/** The demo on a free port; its address. */
async function start_demo() {
  const child = spawn(program, ["demo", "--port", "0", "--at", "2023-11-29T08:00"], {stdio: ["ignore", "pipe", "inherit"]});
  let said = "";
  const address = await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
    child.on("exit", () => reject(new Error(`${program} ended: ${said}`)));
  });
  return {child, address};
}

/** What the person is sent when she asks for the pages in the chat. */
async function link_for(page, address, person) {
  await page.goto(address + "/?who=" + person);
  return await page.evaluate(async (who) => {
    const token = document.querySelector("meta[name=dondoc-token]").content;
    await fetch("/say", {method: "POST", headers: {"Content-Type": "application/json", "X-Dondoc-Token": token},
      body: JSON.stringify({person: who, text: "đăng nhập"})});
    const state = await (await fetch("/state?who=" + who)).text();
    return state.match(/\/signin\/link\?t=[A-Za-z0-9_-]+/g).pop();
  }, person);
}

async function sign_in(browser, address, person, width) {
  const context = await browser.newContext({viewport: {width, height: width < 500 ? 740 : 900}, locale: "vi-VN", bypassCSP: false});
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => { if (m.type() === "error") page.complaints.push(m.text()); });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) page.complaints.push("asked outside: " + request.url());
  });
  await page.goto(address + await link_for(page, address, person));
  await page.click("main button");
  await page.waitForURL("**/board");
  return page;
}

async function faults_by_axe(page, name) {
  await page.evaluate(axe);  // through the debugger: the pages' own policy stays as it is
  const result = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations"]}));
  const serious = result.violations.filter((v) => ["serious", "critical"].includes(v.impact));
  for (const v of serious)
    console.log(`     ${name}: ${v.id} ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  expect(serious.length === 0, `axe finds no serious fault on ${name}`);
}

async function is_within_width(page, name) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over <= 0, `${name} is not wider than the screen`);
}

async function look_at(page, address, name, path, width) {
  await page.goto(address + path);
  await page.screenshot({path: `${folder}/${name}-${width}.png`, fullPage: true});
  await is_within_width(page, `${name} at ${width}`);
  if (width === 1280) await faults_by_axe(page, name);
}

const first_href = (page, pattern) =>
  page.evaluate((p) => [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")).find((h) => new RegExp(p).test(h)), pattern);

async function walk(browser, address, width) {
  const page = await sign_in(browser, address, k_lead, width);
  await page.goto(address + "/duties?state=overdue");
  const assignment = await first_href(page, "^/assignments/");
  const unit = await first_href(page, "^/units/");
  const pages = [
    ["board", "/board"], ["board-plan", "/board?plan=B-HPN-HM-2023"], ["board-past", "/board?asof=2023-08-15"],
    ["duties", "/duties?state=overdue"], ["plans", "/plans"], ["plan", "/plans/B-HPN-HM-2023"],
    ["unit", unit], ["assignment", assignment], ["inbox", "/inbox"]];
  for (const [name, path] of pages) await look_at(page, address, name, path, width);
  expect(page.complaints.length === 0, `the browser complains of nothing at ${width}: ${page.complaints.slice(0, 3)}`);
  return {page, assignment};
}

async function does_what_leads_do(page, address, assignment) {
  await page.goto(address + "/board");
  await page.click(".boxes .overdue a");
  expect(page.url().includes("state=overdue"), "the number of the overdue opens their list");
  await page.goto(address + assignment);
  if (await page.locator("form[action$='/nudge']").count() > 0) {
    await page.fill("#nudge-text", "Đề nghị gửi báo cáo trong tuần");
    await page.click("form[action$='/nudge'] button");
    expect(await page.locator("main").innerText().then((t) => t.includes("Đã ghi nhận")), "a nudge is taken");
  }
  await page.goto(address + "/plans/B-HPN-HM-2023");
  const open = await page.locator("#questions .cards > li").count();
  const confirm = page.locator("#questions button.main").first();
  if (await confirm.count() > 0) {
    await confirm.click();
    expect(await page.locator("#questions .cards > li").count() === open - 1, "a confirmed question leaves the list");
  }
  await page.goto(address + "/board");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.className) === "skip", "the keyboard comes to the skip link first");
}

async function signed_out_pages(browser, address) {
  for (const width of [360, 1280]) {
    const context = await browser.newContext({viewport: {width, height: 740}, locale: "vi-VN"});
    await look_at(await context.newPage(), address, "sign-in", "/signin", width);
    await context.close();
  }
}

async function main() {
  mkdirSync(folder, {recursive: true});
  const {child, address} = await start_demo();
  const browser = await chromium.launch({executablePath: k_chromium, args: ["--no-sandbox"]});
  try {
    await signed_out_pages(browser, address);
    await walk(browser, address, 360);
    const {page, assignment} = await walk(browser, address, 1280);
    await does_what_leads_do(page, address, assignment);
  } finally {
    await browser.close();
    child.kill("SIGTERM");
  }
  if (faults.length > 0) throw new Error(faults.length + " faults");
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
