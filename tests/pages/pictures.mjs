// Takes the pictures of docs/pages.md, of the demo's invented people: node tests/pages/pictures.mjs [PROGRAM] [FOLDER]
import {mkdirSync, statSync} from "node:fs";
import {k_lead, k_plan, prepare_office, sign_in, start_browser, start_demo} from "./office.mjs";

const [program = "build/dev/dondoc", folder = "docs/pages"] = process.argv.slice(2);
const k_bytes_max = 150_000;

async function take(page, name, height) {
  const file = `${folder}/${name}.png`;
  await page.setViewportSize({width: page.viewportSize().width, height});
  await page.waitForTimeout(400);  // the chart is drawn again
  await page.screenshot({path: file});
  const {size} = statSync(file);
  console.log(`${file}: ${Math.ceil(size / 1000)} KB`);
  if (size > k_bytes_max) throw new Error(`${file} is too large`);
}

async function on_a_desk(page, address) {
  await page.goto(`${address}/board?plan=${k_plan}`);
  await take(page, "board", 900);
  await page.goto(address + "/inbox");
  await take(page, "inbox", 560);
  await page.goto(address + "/duties?state=overdue");
  await page.locator(".duties th a").first().click();
  await take(page, "assignment", 720);
  await page.goto(`${address}/plans/${k_plan}`);
  await page.locator("#timeline-name").scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector("#timeline-name").scrollIntoView());
  await take(page, "plan", 620);
}

async function on_a_telephone(page, address) {
  await page.goto(address + "/board");
  await take(page, "board-telephone", 740);
  await page.goto(address + "/duties?state=overdue");
  await take(page, "duties-telephone", 740);
}

mkdirSync(folder, {recursive: true});
const {address, stop} = await start_demo(program);
const browser = await start_browser();
try {
  await prepare_office(browser, address);
  await on_a_desk(await sign_in(browser, address, k_lead, 1280), address);
  await on_a_telephone(await sign_in(browser, address, k_lead, 360), address);
} finally {
  await browser.close();
  stop();
}
