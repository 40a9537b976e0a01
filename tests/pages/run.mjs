// Looks at every page of the leads in a real browser: takes pictures at 360 and 1280 px into build/screenshots, lets
// axe-core look for faults, and does what a lead does. Starts `dondoc demo` itself.
//
//   npm ci --ignore-scripts --prefix tests/pages     (once; needs Debian's chromium)
//   node tests/pages/run.mjs [build/dev/dondoc] [build/screenshots]
//
// Exit code 1 and what is wrong, or 0; 77 when browser or packages are missing. office.mjs: what is looked at;
// looks.mjs: at what; charts.mjs: what is drawn; deeds.mjs: what is done.
import {draws_its_charts} from "./charts.mjs";
import {does_what_leads_do} from "./deeds.mjs";
import {serves_calendars} from "./feeds.mjs";
import {makes_a_plan_of_a_document} from "./intake.mjs";
import {expect, faults, look_at} from "./looks.mjs";
import {does_what_administrators_do, does_what_leads_do_about_people, k_pages_of_administrator, k_pages_of_lead,
  looks_at_people} from "./people.mjs";
import {can_look, k_lead, k_officer, k_plan, open_page, prepare_office, say_something, sign_in, sign_in_as_administrator, start_browser, start_demo, write_in_chat} from "./office.mjs";

const [program = "build/dev/dondoc", folder = "build/screenshots"] = process.argv.slice(2);
const k_widths = [360, 1280];

const first_href = (page, selector) => page.locator(selector).first().getAttribute("href");

async function pages_of_lead(page, address) {
  await page.goto(address + "/inbox");
  const reported = await first_href(page, "section[aria-labelledby=reports] .duties th a");
  await page.goto(address + "/duties?state=overdue");
  const late = await first_href(page, ".duties th a");
  const unit = await first_href(page, ".duties td a");
  const summary = `/plans/${k_plan}/summary`;
  await page.goto(address + summary);
  const figure = await page.locator(".totals a.total").nth(1).getAttribute("href");  // B20's first
  return [
    ["summary", summary], ["summary-figure", figure],
    ["board", "/board"], ["board-plan", "/board?plan=" + k_plan], ["board-past", "/board?asof=2023-08-15"],
    ["duties", "/duties?state=overdue"], ["plans", "/plans"], ["plan", "/plans/" + k_plan], ["unit", unit],
    ["unit-above", "/units/hpn-huyen-hoc-mon"], ["assignment", late], ["assignment-reported", reported], ["inbox", "/inbox"],
    ["units", "/units"], ["changes", "/changes"], ["change-new", "/changes/new"], ["access", "/access"]];
}

async function is_calm(page, who) {
  const worse = page.complaints.filter((complaint) => !/status of 40[049]/.test(complaint));
  expect(worse.length === 0, `the browser complains of nothing ${who}: ${worse.slice(0, 3)}`);
}

async function looks_signed_out(browser, address) {
  for (const width of k_widths) {
    const page = await open_page(browser, address, width);
    await look_at(page, address, folder, "sign-in", "/signin");
    await look_at(page, address, folder, "sign-in-link", "/signin/link?t=x");
    await is_calm(page, `signed out at ${width}`);
    await page.context().close();
  }
}

async function looks_as_lead(browser, address) {
  for (const width of k_widths) {
    const page = await sign_in(browser, address, k_lead, width);
    for (const [name, path] of await pages_of_lead(page, address)) await look_at(page, address, folder, name, path);
    await looks_at_people(page, address, folder, k_pages_of_lead);
    await draws_its_charts(page, address);
    await look_at(page, address, folder, "no-page", "/nowhere");
    await is_calm(page, `at ${width}`);
    await page.context().close();
  }
}

/** An officer sees her own unit, and nothing to decide. */
async function looks_as_officer(browser, address) {
  const page = await sign_in(browser, address, k_officer, 360);
  await look_at(page, address, folder, "officer-board", "/board");
  expect(await page.locator(".map tbody tr").count() === 1, "an officer's board holds her own unit alone");
  expect(!await page.locator("[data-chart=heat]").isVisible(), "of which there is no overview");
  await page.goto(address + "/duties?state=overdue");
  await page.locator(".duties th a").first().click();
  await look_at(page, address, folder, "officer-assignment", new URL(page.url()).pathname);
  expect(await page.locator("main form").count() === 0, "and she has nothing to decide");
  await is_calm(page, "as an officer");
  await page.context().close();
}

async function works_as_administrator(browser, address, password) {
  for (const width of k_widths) {
    const page = await sign_in_as_administrator(browser, address, password, width);
    await looks_at_people(page, address, folder, k_pages_of_administrator);
    if (width === 1280) await does_what_administrators_do(page, address, folder);
    await is_calm(page, `as an administrator at ${width}`);
    await page.context().close();
  }
}

async function acts_as_lead(browser, address) {
  const page = await sign_in(browser, address, k_lead, 1280);
  await does_what_leads_do(page, address, folder, () => say_something(browser, address));
  await does_what_leads_do_about_people(page, address, folder, (who, text) => write_in_chat(browser, address, who, text));
  await makes_a_plan_of_a_document(page, address, folder);
  await is_calm(page, "while a lead works");
}

async function main() {
  if (!can_look()) {
    console.log("skipped: needs chromium, and `npm ci --ignore-scripts --prefix tests/pages`");
    process.exit(77);
  }
  const {address, password, stop} = await start_demo(program);
  const browser = await start_browser();
  try {
    await prepare_office(browser, address);
    await looks_signed_out(browser, address);
    await looks_as_lead(browser, address);
    await looks_as_officer(browser, address);
    await acts_as_lead(browser, address);
    await works_as_administrator(browser, address, password);
    await serves_calendars(browser, program);
  } finally {
    await browser.close();
    stop();
  }
  if (faults.length > 0) throw new Error(`${faults.length} faults:\n  ${faults.join("\n  ")}`);
}

main().catch((error) => { console.error(String(error)); process.exit(1); });
