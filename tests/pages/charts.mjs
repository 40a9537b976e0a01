// The charts: each is drawn, of all that the text beside it says, opens what it shows when it is pressed, and is loaded where it
// is needed and once. What stands on a canvas is asked of the library; that something stands there, of the canvas.
import {readFileSync} from "node:fs";
import {k_plan} from "./office.mjs";
import {expect, has_its_charts} from "./looks.mjs";

const words = (language) => JSON.parse(readFileSync(new URL(`../../config/pages/${language}.json`, import.meta.url), "utf8"));
const chart = (kind) => `[data-chart=${kind}]`;
const count_of = (page, selector) => page.locator(selector).count();

async function open_drawn(page, address) {
  await page.goto(address);
  await has_its_charts(page);
  expect(await count_of(page, "[data-chart]:not([hidden])") > 0, "there is something to draw");
}

/** How many colours its layers show: a blank one shows one. */
const colours_on = (page, kind) => page.locator(chart(kind)).evaluate((box) => new Set([...box.querySelectorAll("canvas")].flatMap(
  (canvas) => [...new Set(new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer))])).size);

/** Number of things that a series of the chart shows. */
const items_of = (page, kind, series = 0) => page.locator(chart(kind)).evaluate((box, number) => box.chart.getOption().series[number].data.length, series);

async function is_drawn(page, kind, at) {
  const colours = await colours_on(page, kind);
  expect(colours > 4, `the chart ${kind} is drawn at ${at}: ${colours} colours`);
  const box = page.locator(chart(kind));
  expect(await box.getAttribute("aria-hidden") === "true", `and is hidden from who reads the text of ${kind} instead`);
  const [room, drawn] = await box.evaluate((one) => [one.clientWidth, one.querySelector("canvas").getBoundingClientRect().width]);
  expect(Math.abs(room - drawn) <= 1, `and fills its box: ${drawn} of ${room} px`);
  expect(await box.evaluate((one) => one.chart.getOption().animation === false), "and does not move");
}

/** Presses the middle of one thing of the chart, after its words have come. `find`: which, by what it opens. */
async function press(page, kind, find) {
  const place = await page.locator(chart(kind)).evaluate((box, href) => {
    const series = box.chart.getOption().series[0];
    const item = series.data.find((one) => one.href === href);
    const [row, from, due] = item.value;
    return box.chart.convertToPixel({seriesIndex: 0}, box.dataset.chart === "timeline" ? [(from + due) / 2, row] : item.value.slice(0, 2));
  }, find);
  const position = {x: place[0], y: place[1]};
  const texts = () => page.locator(chart(kind)).evaluate((box) => box.chart.getZr().storage.getRoots().filter((root) => root.type === "text").length);
  await page.locator(chart(kind)).hover({position});
  expect(await texts() === 1, "what is pointed at is said");
  await page.locator(chart(kind)).click({position});
  await page.waitForURL("**" + find, {timeout: 5000}).catch(() => expect(false, `the words lay over ${kind} and took the press`));
}

async function draws_the_heat_map(page, address, at) {
  const board = `${address}/board?plan=${k_plan}`;
  await open_drawn(page, board);
  await is_drawn(page, "heat", at);
  const cells = await count_of(page, ".map td:not(.sum) a");
  expect(await items_of(page, "heat") === cells, `the overview holds every cell of the table: ${cells}`);
  const late = page.locator(".map td.overdue:not(.sum) a").first();
  const href = await late.getAttribute("href");
  const said = await page.locator(chart("heat")).evaluate((box, to) => box.chart.getOption().series[0].data.find((one) => one.href === to), href);
  expect(said.said[2] === await late.getAttribute("title"), `a cell says what the table says of it: ${said.said.join(" / ")}`);
  expect(said.mark.startsWith("!"), "and what is late is marked by more than its colour");
  expect(await page.locator(".legend").isVisible(), "the marks are explained");
  await press(page, "heat", href);
  expect(await count_of(page, ".duties tbody tr") > 0, `pressing a cell opens its list at ${at}`);
}

async function draws_the_lines(page, address, at) {
  await open_drawn(page, `${address}/board?plan=${k_plan}`);
  await is_drawn(page, "trend", at);
  expect(await items_of(page, "trend") === await count_of(page, "section.trend tr[data-at]"), "the trend has a point for each month of its table");
  await open_drawn(page, `${address}/plans/${k_plan}`);
  await is_drawn(page, "progress", at);
  const rows = await count_of(page, "section.trend tr[data-at]");
  expect(await items_of(page, "progress") === rows, `what is due has a step for each day of the table: ${rows}`);
  expect(await items_of(page, "progress", 1) === await count_of(page, "section.trend tr[data-handed-in]:not([data-handed-in=''])"),
    "what was handed in ends with today");
}

async function draws_the_timeline(page, address, at) {
  await open_drawn(page, `${address}/plans/${k_plan}`);
  await is_drawn(page, "timeline", at);
  const marks = await count_of(page, "li[data-duty]");
  expect(await items_of(page, "timeline") === marks && marks > 1, `the timeline has a bar for each deadline of the list: ${marks}`);
  const today = await page.locator(chart("timeline")).evaluate((box) => [box.chart.getOption().series[1].markLine.data[0].xAxis, Date.parse(box.dataset.today)]);
  expect(today[0] === today[1], "and a line at today");
  await press(page, "timeline", await page.locator("li[data-duty] a").first().getAttribute("href"));
  expect(await count_of(page, ".duties tbody tr") > 0, `pressing a bar opens its list at ${at}`);
}

async function draws_a_lifecycle(page, state, at) {
  await is_drawn(page, "lifecycle", at);
  const graph = await page.locator(chart("lifecycle")).evaluate((box) => {
    const {data, links} = box.chart.getOption().series[0];
    return {states: data.length, moves: links.length, here: data.filter((one) => one.label.fontWeight === "bold").map((one) => one.said[0])};
  });
  const loops = await page.locator("li[data-state]").evaluateAll((all) => all.filter((one) => one.querySelector(`li[data-to="${one.dataset.state}"]`)).length);
  expect(graph.states === await count_of(page, "li[data-state]") && graph.states > 5, `the lifecycle shows every state: ${graph.states}`);
  expect(graph.moves === await count_of(page, "li[data-to]") - loops, `and every move: ${graph.moves}`);
  expect(graph.here.join() === state, `and marks where it is now: ${graph.here}`);
  expect((await page.locator("li[aria-current=step] b").textContent()) === state, "as its list does");
}

async function draws_the_lifecycles(page, address, at) {
  const fact = (name) => page.locator(`dt:has-text("${name}") + dd`).first().innerText();
  await open_drawn(page, `${address}/plans/${k_plan}`);
  await draws_a_lifecycle(page, await fact(words("vi").plan_state), at);
  await page.goto(address + "/duties?state=overdue");
  await open_drawn(page, address + await page.locator(".duties th a").first().getAttribute("href"));
  await draws_a_lifecycle(page, await fact(words("vi").assignment_state), at);
}

/** The library is the largest thing we send: where nothing is drawn it is not asked for, and nowhere twice. */
async function loads_once(page, address) {
  const asked = [];
  page.on("response", (response) => { if (response.url().includes("/assets/charts.js")) asked.push(response); });
  await page.goto(address + "/inbox", {waitUntil: "networkidle"});
  expect(asked.length === 0, "a page without a chart does not load the library");
  await open_drawn(page, address + "/board");
  expect(asked.length === 1 && asked[0].headers()["cache-control"].includes("immutable"), "a page with one does, to be kept as long as its address lasts");
  await open_drawn(page, address + "/plans/" + k_plan);
  const size = await page.evaluate(() => performance.getEntriesByType("resource").find((one) => one.name.includes("/assets/charts.js")).transferSize);
  expect(size === 0, "and the next page has it already");
}

async function says_today_in_english(page, address) {
  const language = (name) => page.locator("header button", {hasText: words(name).language_other}).click();
  await page.goto(`${address}/plans/${k_plan}`);
  await language("vi");
  await open_drawn(page, `${address}/plans/${k_plan}`);
  const label = await page.locator(chart("timeline")).evaluate((box) => box.chart.getOption().series[1].markLine.label.formatter);
  expect(label.startsWith(words("en").plan_today), `the timeline speaks English when the page does: ${label}`);
  await language("en");
}

/** On paper and without the library, the tables and lists are all there is. */
async function does_without(page, address) {
  await open_drawn(page, `${address}/board?plan=${k_plan}`);
  await page.emulateMedia({media: "print"});
  expect(!await page.locator(chart("heat")).isVisible() && await page.locator(".map").isVisible(), "the printed board has the table, not the overview");
  await page.emulateMedia({media: "screen"});
  await page.route("**/assets/charts.js*", (route) => route.abort());
  await page.goto(`${address}/board?plan=${k_plan}`);
  await page.waitForFunction(() => document.querySelector("[data-chart=heat]").hidden);
  expect(await page.locator(".map").isVisible() && !await page.locator(".legend").isVisible(), "a library that does not come leaves no empty box");
  await page.unroute("**/assets/charts.js*");
  page.complaints = page.complaints.filter((one) => !one.includes("ERR_FAILED"));  // of what was withheld here
}

/** A telephone that is turned. */
async function follows_the_screen(page, address) {
  const before = page.viewportSize();
  await open_drawn(page, `${address}/board?plan=${k_plan}`);
  await page.setViewportSize({width: before.width === 360 ? 740 : 800, height: 600});
  await page.waitForFunction(() => {
    const box = document.querySelector("[data-chart=heat]");
    return box.chart && Math.abs(box.clientWidth - box.querySelector("canvas").getBoundingClientRect().width) <= 1;
  });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "the charts follow the screen");
  await page.setViewportSize(before);
}

export async function draws_its_charts(page, address) {
  const at = `${page.viewportSize().width} px`;
  await loads_once(page, address);
  await draws_the_heat_map(page, address, at);
  await draws_the_lines(page, address, at);
  await draws_the_timeline(page, address, at);
  await draws_the_lifecycles(page, address, at);
  await follows_the_screen(page, address);
  await says_today_in_english(page, address);
  await does_without(page, address);
}
