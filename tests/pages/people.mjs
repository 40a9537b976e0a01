// What a lead does about people and an administrator about the office, with mouse and keyboard, and what must then be so.
import {readFileSync} from "node:fs";
import {expect, look_at} from "./looks.mjs";
import {k_lead, k_officer} from "./office.mjs";

const words = JSON.parse(readFileSync(new URL("../../config/pages/vi.json", import.meta.url), "utf8"));

const text_of = (page, selector) => page.locator(selector).innerText();
const count_of = (page, selector) => page.locator(selector).count();
const k_leaver = "cb-hpn-xa-dong-thanh";

export const k_pages_of_lead = [
  ["person-new", "/people/new"], ["people", "/people"], ["people-found", "/people?words=thoi+tam+thon"], ["person", "/people/" + k_officer],
  ["leaver", `/people/${k_officer}/leaver`], ["invitations", "/people/invitations"],
  ["log", "/log"], ["log-people", "/log?theme=people"]];
export const k_pages_of_administrator = [
  ["people-administrator", "/people"], ["import", "/people/import"], ["administration", "/administration"],
  ["platforms", "/administration/platforms"], ["calendar", "/administration/calendar"],
  ["ladders", "/administration/ladders"], ["doctor", "/administration/doctor"], ["reads", "/administration/reads"],
  ["log-system", "/log?theme=system"]];

/** Her old account is taken away, she is invited, types the code in the chat, and is there again. */
async function invites_a_person(page, address, folder, say) {
  await page.goto(address + "/people");
  await page.fill("#f-words", "thoi tam thon");
  await page.click(".filter button.main");
  await page.locator(`a[href='/people/${k_officer}']`).click();
  await page.locator(`form[action$='/unbind'] button`).click();
  expect(await count_of(page, `form[action$='/unbind']`) === 0, "an account that is taken away is gone");
  await page.click("form[action$='/invite'] button");
  const code = await text_of(page, ".invitation .code b");
  expect(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/.test(code), "a code is shown, as people read it aloud");
  await page.screenshot({path: `${folder}/invitation-1280.png`, fullPage: true});
  await page.emulateMedia({media: "print"});
  expect(!await page.locator(".top").isVisible() && await page.locator(".invitation").isVisible(), "the card is printed, and nothing else");
  await page.pdf({path: `${folder}/invitation.pdf`, preferCSSPageSize: true});
  await page.emulateMedia({media: "screen"});
  await say(k_officer, code);
  await page.goto(`${address}/people/${k_officer}`);
  expect(await count_of(page, `form[action$='/unbind']`) === 1, "whoever types the code in the chat is there again");
  expect(!(await text_of(page, "main")).includes(code), "the code stands nowhere any more");
}

async function makes_a_sheet(page, address, folder) {
  await page.goto(address + "/people/invitations");
  const ticked = await count_of(page, ".ticks input:checked");
  expect(ticked > 1, `people without an account are ticked: ${ticked}`);
  await page.locator(".ticks input").first().press("Space");
  await page.locator("form[method=post] button.main").last().click();
  expect(await count_of(page, ".invitation") === ticked - 1, "a card for each who stayed ticked");
  await page.screenshot({path: `${folder}/invitation-sheet-1280.png`, fullPage: true});
  await page.setViewportSize({width: 360, height: 740});
  await page.screenshot({path: `${folder}/invitation-sheet-360.png`, fullPage: true});
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over <= 0, "the cards are not wider than a telephone");
  await page.setViewportSize({width: 1280, height: 900});
  await page.emulateMedia({media: "print"});
  await page.pdf({path: `${folder}/invitation-sheet.pdf`, preferCSSPageSize: true});
  await page.emulateMedia({media: "screen"});
}

async function sends_somebody_on_leave(page, address) {
  await page.goto(`${address}/people/${k_officer}`);
  await page.fill("#leave-from", "2023-12-01");
  await page.fill("#leave-to", "2023-12-05");
  await page.selectOption("#leave-deputy", k_lead);
  await page.click("form[action$='/leave'] button");
  expect((await text_of(page, "main")).includes("01/12/2023 – 05/12/2023"), "leave and deputy stand on the page");
  await page.click("form[action$='/end_leave'] button");
  expect(!(await text_of(page, "main")).includes("01/12/2023 – 05/12/2023"), "and are gone when it is ended");
  await page.goto(`${address}/log?person=${k_officer}`);
  const log = await text_of(page, ".log");
  expect(/nghỉ từ 01\/12\/2023/.test(log) && /kết thúc đợt nghỉ/.test(log), "both stand in the log");
  expect(/cấp mã mời cho/.test(log), "and the invitation too");
}

async function hands_over(page, address, folder) {
  await page.goto(`${address}/people/${k_leaver}/leaver`);
  await page.fill("#hand-why", "Chuyển công tác");
  await page.check("#hand-sure");
  await page.locator("form[action$='/hand_over'] button").click();
  expect(await page.locator("[role=alert]").isVisible(), "nobody leaves a unit's duties to nobody");
  await page.screenshot({path: `${folder}/leaver-refused-1280.png`, fullPage: true});
}

/** A list with faults, then the same mended. */
async function imports_a_list(page, address, folder) {
  const send = async (text) => {
    await page.goto(address + "/people/import");
    await page.check("#kind-persons");
    await page.setInputFiles("#file", {name: "cán bộ.csv", mimeType: "text/csv", buffer: Buffer.from(text)});
    await page.locator("form[enctype] button.main").click();
  };
  const head = "id,name,unit,roles\n";
  const good = "cb-moi,Nguyễn Thị Mới,hpn-xa-dong-thanh,officer\n";
  await send(head + good + "CB 2,,hpn-xa-dong-thanh,offcer\n");
  expect(await count_of(page, "table tbody tr") === 3, "each fault stands in a row of its own");
  expect(await count_of(page, "form[action$='/confirm']") === 0, "and nothing can be written");
  await page.screenshot({path: `${folder}/import-faults-1280.png`, fullPage: true});
  await page.setViewportSize({width: 360, height: 740});
  await page.screenshot({path: `${folder}/import-faults-360.png`, fullPage: true});
  await page.setViewportSize({width: 1280, height: 900});
  await send(head + good);
  await page.screenshot({path: `${folder}/import-tried-1280.png`, fullPage: true});
  await page.click("form[action$='/confirm'] button");
  expect((await text_of(page, "main")).includes(words.import_done), "a mended list is written");
  await page.goto(address + "/people?words=nguyen+thi+moi");
  expect(await count_of(page, ".stack tbody tr") === 1, "and whoever stands in it is found without diacritics");
}

export async function looks_at_people(page, address, folder, pages) {
  for (const [name, path] of pages) await look_at(page, address, folder, name, path);
}

/** `say`: somebody writes in the chat. */
export async function does_what_leads_do_about_people(page, address, folder, say) {
  await invites_a_person(page, address, folder, say);
  await makes_a_sheet(page, address, folder);
  await sends_somebody_on_leave(page, address);
  await hands_over(page, address, folder);
}

export async function does_what_administrators_do(page, address, folder) {
  await imports_a_list(page, address, folder);
}
