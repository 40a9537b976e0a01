// The office that the browser looks at: `dondoc demo` on a free port, a few days after a deadline, so that every list of
// the leads holds something. Everything is invented.
import {spawn} from "node:child_process";
import {existsSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(import.meta.url);

export const k_lead = "ld-hpn-huyen-hoc-mon";
export const k_officer = "cb-hpn-xa-thoi-tam-thon";
export const k_plan = "B-HPN-HM-2023";
/** The year's report was due on 24/11/2023; two units have sent nothing, the others wait for the lead's word. */
const k_start = "2023-11-24T08:00";
const k_days_later = 3;
const k_chromium = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);

/** Whether this machine has what is needed: a browser, and the packages of package.json. */
export function can_look() {
  const has = (name) => { try { return Boolean(require.resolve(name)); } catch { return false; } };
  return k_chromium !== undefined && has("playwright-core") && has("axe-core") && has("ical.js");
}

/** The demo on a free port, and how to end it. */
export async function start_demo(program) {
  const child = spawn(program, ["demo", "--port", "0", "--at", k_start], {stdio: ["ignore", "pipe", "inherit"]});
  let said = "";
  const {address, password} = await new Promise((resolve, reject) => {
    child.stdout.on("data", (data) => {
      said += data;
      const found = said.match(/(http:\/\/127\.0\.0\.1:\d+)\/signin +administrator +(\S+)/);
      if (found) resolve({address: found[1], password: found[2]});
    });
    child.on("exit", () => reject(new Error(`${program} ended: ${said}`)));
  });
  return {address, password, stop: () => child.kill("SIGTERM")};
}

export const start_browser = () =>
  require("playwright-core").chromium.launch({executablePath: k_chromium, args: ["--no-sandbox"]});

/** Asks the demo's own page, which has no sign-in: chats and clock. */
async function ask_demo(page, path, body) {
  return await page.evaluate(async ([where, what]) => {
    const token = document.querySelector("meta[name=dondoc-token]").content;
    const answer = await fetch(where, {method: "POST", headers: {"Content-Type": "application/json", "X-Dondoc-Token": token},
      body: JSON.stringify(what)});
    return answer.status;
  }, [path, body]);
}

const say = (page, person, text) => ask_demo(page, "/say", {person, text});

/** Days pass, and two officers write why they are late. */
export async function prepare_office(browser, address) {
  const page = await browser.newPage();
  await page.goto(address + "/?who=" + k_lead);
  for (let day = 0; day < k_days_later; ++day) await ask_demo(page, "/clock", {move: "day"});
  await say(page, k_officer, "xin gia hạn B20 đến 05/12 vì đang chờ số liệu của công an xã");
  await say(page, "cb-hpn-don-vi-truc-thuoc-02", "vướng B20 vì chưa có mẫu biểu thống kê");
  await page.close();
}

/** An officer writes while the pages are open. */
export async function say_something(browser, address) {
  const page = await browser.newPage();
  await page.goto(address + "/?who=" + k_lead);
  await say(page, k_officer, "B20 đang tổng hợp, mai em gửi");
  await page.close();
}

/** Somebody writes in the chat while the pages are open. */
export async function write_in_chat(browser, address, person, text) {
  const page = await browser.newPage();
  await page.goto(address + "/?who=" + k_lead);
  await say(page, person, text);
  await page.close();
}

/** What the person is sent when she asks for the pages in the chat. */
async function link_for(page, address, person) {
  await page.goto(address + "/?who=" + person);
  await say(page, person, "đăng nhập");
  const state = await page.evaluate(async (who) => await (await fetch("/state?who=" + who)).text(), person);
  const is_hers = (link) => Buffer.from(link.split("?t=")[1], "base64url").toString("latin1").endsWith(":" + person);
  return state.match(/\/signin\/link\?t=[A-Za-z0-9_-]+/g).filter(is_hers).pop();  // other windows hold others' links
}

/** A page that notes whatever the browser complains of, and every question to elsewhere. */
export async function open_page(browser, address, width, options = {}) {
  const context = await browser.newContext({viewport: {width, height: width < 500 ? 740 : 900}, locale: "vi-VN", ...options});
  const page = await context.newPage();
  page.complaints = [];
  page.on("console", (m) => { if (["error", "warning"].includes(m.type())) page.complaints.push(m.text()); });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) page.complaints.push("asked outside: " + request.url());
  });
  return page;
}

/** The board, after signing in by the password of this run of the demo. */
export async function sign_in_as_administrator(browser, address, password, width) {
  const page = await open_page(browser, address, width);
  await page.goto(address + "/signin");
  await page.fill("#person", "administrator");
  await page.fill("#password", password);
  await page.click("form[action='/signin/password'] button");
  await page.waitForURL("**/board");
  return page;
}

/** The board, after signing in by the link of the chat. */
export async function sign_in(browser, address, person, width) {
  const page = await open_page(browser, address, width);
  await page.goto(address + await link_for(page, address, person));
  page.complaints.length = 0;  // the demo's own page is not looked at here
  await page.click("main button");
  await page.waitForURL("**/board");
  return page;
}
