// Calendar feeds as a running `dondoc serve` gives them out by their secret addresses, for a unit and for a person, read by
// ical.js; and what they say to whoever guesses or comes too late. The office is made as an administrator makes one.
import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {check_feed} from "../exports/check_feed.mjs";
import {expect} from "./looks.mjs";
import {open_page} from "./office.mjs";

const require = createRequire(import.meta.url);
const k_plan_file = new URL("../../workflows/plans/b-hocmon-2023.json", import.meta.url).pathname;
const k_unit = "hpn-xa-thoi-tam-thon";
const k_person = "ld-thoi-tam-thon";
const k_password = "một mật khẩu dài để thử";

/** Its units and one lead from the plan, the plan issued, her password set, and the program started on a free port. */
async function start_office(program) {
  const folder = mkdtempSync(join(tmpdir(), "dondoc-feeds-"));
  const file = (name, json) => { writeFileSync(join(folder, name), JSON.stringify(json)); return join(folder, name); };
  const config = file("dondoc.json", {storage: {url: `sqlite:${folder}/dondoc.db`}, listen: {host: "127.0.0.1", port: 0}, channels: {}});
  const run = (input, ...words) => {
    const done = spawnSync(program, [...words, "--config", config], {input, encoding: "utf8"});
    if (done.status !== 0) throw new Error(`${words.join(" ")}: ${done.stdout}${done.stderr}`);
  };
  const units = JSON.parse(readFileSync(k_plan_file, "utf8")).units
    .map(({id, name, kind, parent, short}) => ({id, name, kind, parent, ...(short ? {short} : {})}));
  const persons = [{id: k_person, name: "Lê Thị Ví Dụ", address: "chị", unit: k_unit, roles: ["lead"], language: "vi", channels: []}];
  run("", "admin", "units", "import", file("units.json", {units, persons}));
  run("", "admin", "persons", "import", join(folder, "units.json"));
  run("", "issue", k_plan_file);
  run(k_password + "\n", "admin", "password", "set", k_person);
  const child = spawn(program, ["serve", "--config", config], {stdio: ["ignore", "pipe", "pipe"]});
  let said = "";
  const address = await new Promise((resolve, reject) => {
    const hear = (data) => {
      said += data;
      const found = said.match(/127\.0\.0\.1:(\d+)/);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", () => reject(new Error(`serve ended: ${said}`)));
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  return {address, stop: async () => { child.kill("SIGTERM"); await ended; rmSync(folder, {recursive: true}); }};
}

async function sign_in(browser, address) {
  const page = await open_page(browser, address, 1280);
  await page.goto(address + "/signin");
  await page.fill("#person", k_person);
  await page.fill("#password", k_password);
  await page.click("form[action='/signin/password'] button");
  await page.waitForURL("**/board");
  return page;
}

/** The address that a press gives out, once. */
async function feed_of(page, where, action) {
  await page.goto(where);
  await page.click(`form[action='${action}'] button`);
  return await page.locator("code.secret").innerText();
}

async function is_a_calendar(address, what) {
  const answer = await fetch(address);
  expect(answer.status === 200 && answer.headers.get("content-type").startsWith("text/calendar"), `the feed of ${what} is served as a calendar`);
  const text = await answer.text();
  let entries = 0;
  try {
    entries = check_feed(require("ical.js").default ?? require("ical.js"), text);
  } catch (error) {
    expect(false, `ical.js reads the feed of ${what}: ${error.message}`);
  }
  expect(entries > 0, `and ical.js finds deadlines in the feed of ${what}`);
  const again = await fetch(address, {headers: {"If-None-Match": answer.headers.get("etag")}});
  expect(again.status === 304, "who has it already gets nothing again");
  return text;
}

export async function serves_calendars(browser, program) {
  const {address, stop} = await start_office(program);
  try {
    const page = await sign_in(browser, address);
    const of_unit = await feed_of(page, `${address}/units/${k_unit}`, `/units/${k_unit}/calendar`);
    const of_person = await feed_of(page, `${address}/access`, "/access/calendar");
    expect(/\/calendar\/[0-9a-f]{64}\.ics$/.test(of_unit) && of_unit !== of_person, "each feed has a secret address of its own");
    expect((await is_a_calendar(of_unit, "a unit")).includes("B20"), "with the unit's own duties");
    await is_a_calendar(of_person, "a person");
    expect((await fetch(of_unit.replace(/[0-9a-f]{4}\.ics$/, "0000.ics"))).status === 404, "a guessed address opens nothing");
    await page.goto(address + "/access");
    await page.locator("form[action$='/revoke'] button").first().click();
    await page.locator("form[action$='/revoke'] button").first().click();
    expect((await fetch(of_unit)).status === 404 && (await fetch(of_person)).status === 404, "and revoked ones open nothing any more");
    await page.context().close();
  } finally {
    await stop();
  }
}
