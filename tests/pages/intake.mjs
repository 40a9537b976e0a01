// A lead makes a plan of a document: sends it, compares, corrects, names the units, agrees to what is proposed, issues it.
import {readFileSync} from "node:fs";
import {expect, look_here} from "./looks.mjs";

const words = JSON.parse(readFileSync(new URL("../../config/pages/vi.json", import.meta.url), "utf8"));
const k_document = new URL("ke-hoach-tet.txt", import.meta.url);

const text_of = (page, selector) => page.locator(selector).innerText();
const count_of = (page, selector) => page.locator(selector).count();
const duty = (page, text) => page.locator("#duties .duty", {hasText: text});

async function send(page, address, file) {
  await page.goto(address + "/plans");
  await page.locator("main a.button", {hasText: words.intake_title}).click();
  await page.setInputFiles("#file", file);
  await page.locator("form[enctype] button.main").click();
}

async function is_refused_what_cannot_be_read(page, address, folder) {
  await send(page, address, {name: "quet.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 broken")});
  expect(await page.locator("[role=alert]").isVisible(), "what cannot be read is told");
  const secret = "MẬT\n" + readFileSync(k_document, "utf8");
  await send(page, address, {name: "mat.txt", mimeType: "text/plain", buffer: Buffer.from(secret)});
  expect((await text_of(page, "[role=alert]")).includes(words.intake_refused_secret), "a document marked secret is refused");
  expect(await count_of(page, "section[aria-labelledby=drafts-name]") === 0, "and nothing of it is kept");
  await look_here(page, folder, "intake-refused");
}

async function reads_beside_the_text(page, address, folder) {
  await send(page, address, {name: "Kế hoạch Tết.txt", mimeType: "text/plain", buffer: readFileSync(k_document)});
  expect((await text_of(page, "main")).includes("210/KH-BTV"), "the number is read");
  expect(await count_of(page, "#duties .duty") === 4, "and every duty with a deadline");
  expect((await duty(page, "Tổ chức điểm trao quà").innerText()).includes("26/1/2024") ||
    (await duty(page, "Tổ chức điểm trao quà").innerText()).includes("26/01/2024"), "with its day");
  await duty(page, "Tổ chức điểm trao quà").locator("a", {hasText: words.intake_in_text}).click();
  expect(await page.locator(".reference:target").count() === 1, "its clause is shown in the text");
  await look_here(page, folder, "intake-draft");
}

async function names_the_units(page, folder) {
  await page.locator("#units .rows li", {hasText: "các xã, thị trấn"}).locator("a").click();
  await look_here(page, folder, "intake-unit");
  const choice = page.locator("#u-choice option", {hasText: "Hội Phụ nữ"}).first();
  await page.selectOption("#u-choice", await choice.getAttribute("value"));
  await page.locator("form:has(#u-choice) button.main").click();
  expect(/nhóm \d+ đơn vị/.test(await text_of(page, "#units")), "a group without names gets its units, all at once");
}

async function corrects_a_duty(page, folder) {
  await duty(page, "Báo cáo kết quả về").locator("a.button").click();
  await page.selectOption("#d-due", "date");
  await page.fill("#d-date", "2024-02-20");
  await look_here(page, folder, "intake-duty");
  await page.fill("#d-who", "Xã Không Có Thật");
  await page.locator("form button.main").last().click();
  expect((await text_of(page, "[role=alert]")).includes("Xã Không Có Thật"), "a name nobody has is asked about");
  await page.fill("#d-who", "");
  await page.locator("form button.main").last().click();
  expect((await duty(page, "Báo cáo kết quả về").innerText()).includes("20/02/2024"), "a corrected day stands");
  expect((await duty(page, "Báo cáo kết quả về").innerText()).includes(words.intake_seen), "and who corrected it has seen it");
}

async function issues_it(page, address) {
  await page.locator("#questions button.main").first().click();
  expect((await text_of(page, "#questions")).includes(words.intake_accepted), "a proposal is agreed to");
  await duty(page, "Tổ chức điểm trao quà").locator("button.main").click();
  expect(await count_of(page, "#issue button.main") === 0, "it cannot be issued before all was seen");
  await page.locator("#issue button", {hasText: words.intake_all_right}).click();
  await page.locator("#issue button.main").click();
  expect(/\/plans\/[A-Z]/.test(page.url()), "the plan is issued");
  expect((await text_of(page, "main")).includes("Chăm lo Tết"), "and stands among the plans");
  const answered = await page.locator("#questions details .timeline").textContent();
  expect(answered.includes("hằng tháng"), "with what was agreed to answered in her name");
  await page.goto(address + "/intake");
  expect(await count_of(page, "section[aria-labelledby=drafts-name]") === 0, "its draft is gone");
}

export async function makes_a_plan_of_a_document(page, address, folder) {
  await page.goto(address + "/intake");
  await look_here(page, folder, "intake");
  await is_refused_what_cannot_be_read(page, address, folder);
  await reads_beside_the_text(page, address, folder);
  await page.locator("a.button", {hasText: words.intake_head}).click();
  await look_here(page, folder, "intake-head");
  await page.locator("a", {hasText: words.intake_back}).click();
  await names_the_units(page, folder);
  await corrects_a_duty(page, folder);
  await issues_it(page, address);
}
