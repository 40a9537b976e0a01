// Takes the pictures of docs/pages.md, of the demo's invented people: node tests/pages/pictures.mjs [PROGRAM] [FOLDER]
import {mkdirSync, statSync} from "node:fs";
import {has_its_charts} from "./looks.mjs";
import {k_lead, k_officer, k_plan, prepare_office, sign_in, sign_in_as_administrator, start_browser, start_demo} from "./office.mjs";

const [program = "build/dev/dondoc", folder = "docs/pages"] = process.argv.slice(2);
const k_bytes_max = 150_000;

async function take(page, name, height) {
  const file = `${folder}/${name}.png`;
  await page.setViewportSize({width: page.viewportSize().width, height});
  await page.waitForTimeout(400);  // the charts are drawn again
  await has_its_charts(page);
  await page.screenshot({path: file});
  const {size} = statSync(file);
  console.log(`${file}: ${Math.ceil(size / 1000)} KB`);
  if (size > k_bytes_max) throw new Error(`${file} is too large`);
}

async function on_a_desk(page, address) {
  await page.goto(`${address}/board?plan=${k_plan}`);
  await take(page, "board", 1080);
  await page.goto(address + "/inbox");
  await take(page, "inbox", 560);
  await page.goto(address + "/duties?state=overdue");
  await page.locator(".duties th a").first().click();
  await take(page, "assignment", 720);
  await page.goto(`${address}/plans/${k_plan}`);
  await page.setViewportSize({width: 1280, height: 740});
  await page.evaluate(() => document.querySelector("#timeline-name").scrollIntoView());
  await take(page, "plan", 740);
}

async function of_a_document(page, address) {
  await page.goto(address + "/intake");
  await page.setInputFiles("#file", new URL("ke-hoach-tet.txt", import.meta.url).pathname);
  await page.locator("form[enctype] button.main").click();
  await page.evaluate(() => document.querySelector("#duties").scrollIntoView());
  await take(page, "intake", 620);
}

async function about_people(page, address) {
  for (const [name, path, height] of [["people", "/people", 620], ["person", "/people/" + k_officer, 900],
    ["log", "/log", 620]]) {
    await page.goto(address + path);
    await take(page, name, height);
  }
}

async function as_administrator(page, address) {
  await page.goto(address + "/administration");
  await take(page, "administration", 720);
  await page.goto(address + "/people/import");
  await page.check("#kind-persons");
  await page.setInputFiles("#file", {name: "can-bo.csv", mimeType: "text/csv", buffer: Buffer.from(
    "id,name,unit,roles\ncb-moi,Nguyễn Thị Mới,hpn-xa-dong-thanh,officer\nCB 2,,hpn-xa-dong-thanh,offcer\n")});
  await page.locator("form[enctype] button.main").click();
  await take(page, "import", 560);
}

async function on_a_telephone(page, address) {
  await page.goto(`${address}/board?plan=${k_plan}`);
  await has_its_charts(page);
  await page.evaluate(() => document.querySelector("#map-name").scrollIntoView());
  await take(page, "board-telephone", 740);
  await page.goto(address + "/duties?state=overdue");
  await take(page, "duties-telephone", 740);
}

mkdirSync(folder, {recursive: true});
const {address, password, stop} = await start_demo(program);
const browser = await start_browser();
try {
  await prepare_office(browser, address);
  await on_a_desk(await sign_in(browser, address, k_lead, 1280), address);
  await of_a_document(await sign_in(browser, address, k_lead, 1280), address);
  await about_people(await sign_in(browser, address, k_lead, 1280), address);
  await as_administrator(await sign_in_as_administrator(browser, address, password, 1280), address);
  await on_a_telephone(await sign_in(browser, address, k_lead, 360), address);
} finally {
  await browser.close();
  stop();
}
