// What a lead does, with mouse and keyboard, and what must then be so.
import {readFileSync} from "node:fs";
import {k_plan} from "./office.mjs";
import {expect, look_here, stops_of_keyboard} from "./looks.mjs";

const k_late_unit = "Xã Thới Tam Thôn";
const k_merging = ["Hội LHPN xã Tân Hiệp", "Hội LHPN xã Tân Xuân"];
const k_joining = ["hpn-xa-nhi-binh", "hpn-xa-trung-chanh"];
const k_splitting = "Hội LHPN xã Xuân Thới Sơn";
const words = JSON.parse(readFileSync(new URL("../../config/pages/vi.json", import.meta.url), "utf8"));

const text_of = (page, selector) => page.locator(selector).innerText();
const count_of = (page, selector) => page.locator(selector).count();

/** Opens an assignment by the list of what waits for her word. */
async function open_from_inbox(page, address, group) {
  await page.goto(address + "/inbox");
  await page.locator(`section[aria-labelledby=${group}] .duties th a`).first().click();
  return page.url();
}

async function is_taken(page, what) {
  expect((await text_of(page, "main")).includes(words.done_note), what);
}

async function finds_who_is_late(page, address) {
  await page.goto(address + "/board");
  const all = Number(await page.locator(".boxes b").first().innerText());
  await page.locator(".boxes a").first().click();
  expect(await count_of(page, ".duties tbody tr") === all, "the total opens the list of what it counts");
  await page.goto(address + "/board");
  const shown = await text_of(page, ".boxes .overdue b");
  await page.click(".boxes .overdue a");
  await page.waitForURL(/state=overdue/);
  const rows = await count_of(page, ".duties tbody tr");
  expect(page.url().includes("state=overdue"), "the number of the overdue opens their list");
  expect(rows === Number(shown), `the list holds as many as the number says: ${rows}`);
  expect((await text_of(page, ".duties")).includes(k_late_unit), "and names the unit that is late");
}

async function opens_why(page) {
  await page.locator(".duties tbody tr", {hasText: k_late_unit}).locator("th a").click();
  const main = await text_of(page, "main");
  expect(main.includes("trước ngày 25/11/2023"), "why it is late: the plan's own words stand on the page");
  expect(main.includes("chờ số liệu"), "and what the unit wrote");
  expect(/Bước nhắc trước hạn 7 ngày/.test(main), "and every reminder, in words");
}

async function nudges(page) {
  await page.fill("#nudge-text", "Đề nghị gửi báo cáo trong tuần");
  await page.click("form[action$='/nudge'] button");
  await is_taken(page, "a nudge is taken");
  expect((await text_of(page, "main")).includes("Đề nghị gửi báo cáo trong tuần"), "and stands in the history with its words");
}

async function grants_an_extension(page, address) {
  await open_from_inbox(page, address, "extensions");
  expect(await page.inputValue("#grant-until") === "2023-12-05", "the day that was asked for is filled in");
  expect((await text_of(page, "#grant-until-day")).endsWith("05/12/2023"), "and stands below as people here write it");
  await page.click("form[action$='/grant'] button");
  await is_taken(page, "an extension is granted");
  expect((await text_of(page, ".facts")).includes("05/12/2023"), "and the new date is shown");
  await page.goto(address + "/inbox");
  expect(await count_of(page, "section[aria-labelledby=extensions]") === 0, "and nothing waits there any more");
}

async function returns_a_report(page, address) {
  const url = await open_from_inbox(page, address, "reports");
  await page.fill("#return-until", "2023-12-01");
  await page.click("form[action$='/return'] button");
  expect(await page.evaluate(() => !document.querySelector("#return-why").validity.valid), "a return without a reason does not go out");
  await page.fill("#return-why", "Thiếu số liệu kinh phí");
  await page.click("form[action$='/return'] button");
  await is_taken(page, "a report is returned with a reason");
  await page.goto(url);
  expect((await text_of(page, "main")).includes("Thiếu số liệu kinh phí"), "and the reason stands in the history");
  await page.goto(address + "/inbox");
  expect(await count_of(page, "section[aria-labelledby=returned] .duties tbody tr") === 1, "and it is among the returned ones");
}

async function accepts_a_report(page, address) {
  await page.goto(address + "/inbox");
  const before = await count_of(page, "section[aria-labelledby=reports] .duties tbody tr");
  await open_from_inbox(page, address, "reports");
  await page.click("form[action$='/accept'] button");
  await is_taken(page, "a report is accepted");
  await page.goto(address + "/inbox");
  expect(await count_of(page, "section[aria-labelledby=reports] .duties tbody tr") === before - 1, "and waits no more");
}

async function answers_a_difficulty(page, address) {
  await open_from_inbox(page, address, "blocked");
  await page.fill("#unblock-text", "Dùng mẫu kèm theo Kế hoạch 183");
  await page.click("form[action$='/unblock'] button");
  await is_taken(page, "a difficulty is answered");
}

async function answers_questions_of_a_plan(page, address) {
  await page.goto(address + "/plans/" + k_plan);
  const open = await count_of(page, "#questions .cards > li");
  await page.locator("#questions button.main").first().click();
  expect(await count_of(page, "#questions .cards > li") === open - 1, "a confirmed question leaves the list");
  await page.locator("#questions .cards details summary").last().click();
  await page.locator("#questions .cards textarea").last().fill("Phó Chủ tịch Thường trực");
  await page.locator("#questions .cards details button").last().click();
  expect(await count_of(page, "#questions .cards > li") === open - 2, "an own answer too");
}

/** From the plan to its summary, behind a figure and back, own words, the file, and the word that makes it final. */
async function approves_a_summary(page, address) {
  await page.goto(address + "/plans/" + k_plan);
  await page.locator("a", {hasText: words.plan_summary}).click();
  await page.locator(".totals a.total").nth(1).click();
  expect(await count_of(page, "tbody tr") > 0, "behind a total stand the reports it comes from");
  await page.locator("a", {hasText: words.summary_back}).click();
  await page.fill("#own-words", "Đề nghị cấp trên hỗ trợ kinh phí.");
  await page.locator(".own-words button", {hasText: words.summary_keep}).click();
  expect((await text_of(page, ".letter")).includes("hỗ trợ kinh phí"), "her words stand in the report");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".files a").first().click()]);
  expect(file.suggestedFilename().endsWith(".docx"), "the report is a file that can be sent upward");
  await page.fill("#own-words", "Đề nghị cấp trên hỗ trợ kinh phí và tài liệu.");
  await page.locator(".own-words button.main").click();
  expect((await text_of(page, "main")).includes(words.summary_unchanged), "the summary is approved");
  expect((await text_of(page, ".letter")).includes("và tài liệu"), "what was approved is what she wrote last");
  await page.fill("#own-words", "Đề nghị cấp trên hỗ trợ tài liệu.");
  await page.locator(".own-words button.main", {hasText: words.summary_amend}).click();
  expect((await text_of(page, ".facts >> nth=0")).includes("Bản điều chỉnh lần 1"), "other words after that are an amendment");
  expect((await text_of(page, ".letter")).includes("hỗ trợ tài liệu"), "and stand in the report");
}

/** What she takes along: the list she looks at, and the paper that proves the reminding. */
async function takes_files_along(page, address) {
  await page.goto(address + `/duties?plan=${k_plan}&state=overdue`);
  const rows = await count_of(page, ".duties tbody tr");
  const save = async (link) => { const [file] = await Promise.all([page.waitForEvent("download"), link.click()]); return file; };
  const list = await save(page.locator(".take-along a"));
  const lines = readFileSync(await list.path(), "utf8").trim().split("\n").length;
  expect(lines >= rows && (await list.suggestedFilename()).endsWith(".csv"), "the list that is looked at is a file");
  await page.locator(".duties th a").first().click();
  const annex = await save(page.locator(".take-along a"));
  expect(readFileSync(await annex.path()).subarray(0, 2).toString() === "PK", "the proof of reminding too");
  await page.locator("dd a").first().click();
  const slip = await save(page.locator("section[aria-labelledby=slips-name] a").first());
  expect(slip.suggestedFilename().endsWith(".docx"), "and the slip for whom no message reaches");
}

/** Two communes become one: what would move is seen before it is done, and everything is found again afterwards. */
async function merges_two_communes(page, address, look) {
  await page.goto(address + "/units");
  await page.locator("a", {hasText: words.units_changes}).click();
  await page.locator("a", {hasText: words.change_act_merge}).first().click();
  for (const unit of k_merging) await page.getByLabel(unit, {exact: true}).check();
  await page.fill("#c-name", "Hội LHPN xã Hợp Nhất");
  await page.fill("#c-on", "2023-11-20");
  await page.locator("button.main", {hasText: words.change_see}).click();
  expect(await page.evaluate(() => !document.querySelector("#c-basis").validity.valid), "no change of units without a legal reference");
  await page.fill("#c-basis", "Nghị quyết 01/NQ-HĐND ngày 15/11/2023");
  await look("change-new");
  await page.locator("button.main", {hasText: words.change_see}).click();
  const before = await text_of(page, "main");
  expect(before.includes("Thành lập Hội LHPN xã Hợp Nhất"), "the new unit stands in what would change");
  const duties = await count_of(page, ".duties tbody tr");
  expect(duties > 1, "and every duty that would be handed over");
  await look("change-preview");
  await page.locator("button.main", {hasText: words.change_do}).click();
  expect((await text_of(page, "main")).includes(words.change_in_effect), "two communes are merged");
  expect(await count_of(page, ".duties tbody tr") === duties, "the record of handing over names the same duties");
  await look("change");
  await page.goto(address + "/units?q=" + encodeURIComponent(k_merging[0].replace("Hội LHPN ", "")));
  expect((await text_of(page, "tbody")).includes("Hợp Nhất"), "who looks for the old name is told of the new unit");
  await look("units-found");
  await page.goto(address + `/board?plan=${k_plan}`);
  expect((await text_of(page, ".map")).includes("Hợp Nhất"), "and the new unit stands on the board");
}

/** A decision about several units comes as a file: what is wrong is told row by row, what is right is tried before it is done. */
async function changes_units_from_a_file(page, address, look) {
  const send = async (text) => {
    await page.setInputFiles("#file", {name: "sap-xep.csv", mimeType: "text/csv", buffer: Buffer.from(text)});
    await page.locator("form[enctype] button.main").click();
  };
  const head = "act,unit,into,name,kind,parent,on,basis\n";
  await page.goto(address + "/changes");
  await page.locator("a", {hasText: words.change_from_file}).click();
  await look("change-file");
  await send(head + `merge,${k_joining[0]},hpn-moi,Hội LHPN xã Mới,women_union,hpn-huyen-hoc-mon,20/11/2023,NQ 02/NQ-HĐND\nmerge,khong-co,hpn-moi,,,,,\n`);
  const fault = page.locator("tbody tr", {hasText: "khong-co"});
  expect((await fault.innerText()).includes("Dòng 3"), "what is wrong in a file of changes is told by its row");
  expect(await count_of(page, "form[action='/changes/file/confirm']") === 0, "and cannot be recorded");
  await look("change-file-faults");
  await send(head + `merge,${k_joining[0]},hpn-moi,Hội LHPN xã Mới,women_union,hpn-huyen-hoc-mon,20/11/2023,NQ 02/NQ-HĐND\nmerge,${k_joining[1]},hpn-moi,,,,,\n`);
  expect((await text_of(page, "main")).includes("Thành lập Hội LHPN xã Mới"), "a mended file says what it would do");
  expect(await count_of(page, ".duties tbody tr") > 1, "and which duties would be handed over");
  await look("change-file-preview");
  await page.locator("form[action='/changes/file/confirm'] button.main").click();
  expect((await text_of(page, "main")).includes(words.change_in_effect), "a change from a file is done");
}

/** A commune becomes two, and each of its duties goes to whom the lead says. */
async function splits_a_commune(page, address, look) {
  await page.goto(address + "/changes/new?act=split");
  await page.getByLabel(k_splitting, {exact: true}).check();
  await page.fill("#c-names", "Hội LHPN xã Một\nHội LHPN xã Hai");
  await page.fill("#c-on", "2023-11-21");
  await page.fill("#c-basis", "Nghị quyết 03/NQ-HĐND ngày 16/11/2023");
  await page.locator("button.main", {hasText: words.change_see}).click();
  const boxes = page.locator("fieldset", {hasText: "(B20,"});
  expect(await boxes.locator("input:checked").count() === 2, "at a split each duty goes to both new units unless somebody says otherwise");
  await boxes.locator("label", {hasText: "xã Một"}).locator("input").uncheck();
  await page.locator("button", {hasText: words.change_see_again}).click();
  const row = page.locator(".duties tbody tr", {hasText: "B20-"});
  expect((await row.first().innerText()).includes("xã Hai") && !(await row.first().innerText()).includes("xã Một"), "a duty goes to the unit that stays ticked");
  await look("change-split");
  await page.locator("button.main", {hasText: words.change_do}).click();
  const done = await page.locator(".duties tbody tr", {hasText: "B20-"}).first().innerText();
  expect(done.includes("xã Hai") && !done.includes("xã Một"), "and is handed over to that unit alone");
}

/** A view is sent to a colleague as its address, and stays the same in the other language. */
async function sends_a_view_to_a_colleague(page, address) {
  await page.goto(address + "/board");
  await page.selectOption("#f-plan", k_plan);
  await page.selectOption("#f-state", "overdue");
  await page.click(".filter button.main");
  expect(page.url().includes("plan=" + k_plan) && page.url().includes("state=overdue"), "the choice stands in the address");
  const rows = await count_of(page, ".map tbody tr");
  await page.locator("header button", {hasText: words.language_other}).click();
  expect(page.url().includes("plan=" + k_plan), "the other language lost the choice of the board");
  expect(await page.evaluate(() => document.documentElement.lang) === "en", "the page speaks English when asked to");
  expect(await count_of(page, ".map tbody tr") === rows, "and shows the same");
  await page.locator("header form button").first().click();
}

async function goes_by_keyboard(page, address) {
  await page.goto(address + "/board");
  const stops = await stops_of_keyboard(page, 10);
  expect(stops[0].text === words.skip, "the keyboard comes to the skip link first");
  expect(stops.every((stop) => stop.is_seen), "what has the keyboard is seen");
  expect(stops.slice(2, 9).map((stop) => stop.text).join() ===
    [words.nav_board, words.nav_duties, words.nav_plans, words.nav_inbox, words.nav_units, words.nav_people, words.nav_log].join(), "then to the places, in order");
  await page.goto(address + "/board");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement.id) === "content", "the skip link leads to the content");
}

/** On a telephone, where the map is wider than the screen: the news must not throw her back. */
async function is_live(page, address, say) {
  await page.setViewportSize({width: 360, height: 740});
  await page.goto(address + "/board?plan=" + k_plan);
  const cell = page.locator(".map tbody tr").first().locator("a").last();
  await cell.focus();
  const place = () => page.evaluate(() => [document.activeElement.getAttribute("href"), document.querySelector(".wide").scrollLeft]);
  const before = await place();
  expect(before[1] > 0, "the map scrolls within itself");
  await page.evaluate(() => { document.querySelector("[data-chart=heat]").is_of_before = true; });
  const quiet = await page.waitForResponse((response) => response.url().includes("/board/live"));
  expect(quiet.status() === 204, "an open board asks and gets nothing while nothing happened");
  await say();
  const news = await page.waitForResponse((response) => response.url().includes("/board/live") && response.status() === 200);
  expect(news.ok(), "and the news when something did");
  await page.waitForFunction(() => { const box = document.querySelector("[data-chart=heat]"); return box.chart && !box.is_of_before; });
  expect(await count_of(page, "[data-chart=heat] canvas") > 0, "the charts are drawn again");
  expect(JSON.stringify(await place()) === JSON.stringify(before), "news threw her out of her place in the map");
  await page.setViewportSize({width: 1280, height: 900});
}

async function prints_the_board(page, address, folder) {
  await page.goto(address + `/board?plan=${k_plan}`);
  await page.emulateMedia({media: "print"});
  const seen = (selector) => page.locator(selector).first().isVisible();
  expect(!await seen(".top") && !await seen(".filter"), "the printed board has no buttons");
  expect((await text_of(page, ".chosen")).includes("148/KH-BTV"), "and says which plan was chosen");
  await page.pdf({path: `${folder}/board.pdf`, preferCSSPageSize: true});
  await page.emulateMedia({media: "screen"});
}

/** Everything, in an order in which one does not undo another. `say`: something happens in the chat. */
export async function does_what_leads_do(page, address, folder, say) {
  const look = (name) => look_here(page, folder, name);
  await finds_who_is_late(page, address);
  await opens_why(page);
  await nudges(page);
  await grants_an_extension(page, address);
  await returns_a_report(page, address);
  await accepts_a_report(page, address);
  await answers_a_difficulty(page, address);
  await answers_questions_of_a_plan(page, address);
  await sends_a_view_to_a_colleague(page, address);
  await goes_by_keyboard(page, address);
  await is_live(page, address, say);
  await prints_the_board(page, address, folder);
  await approves_a_summary(page, address);
  await takes_files_along(page, address);
  await merges_two_communes(page, address, look);
  await changes_units_from_a_file(page, address, look);
  await splits_a_commune(page, address, look);
}
