// What is looked at on every page: does it fit the screen, is it Vietnamese, can everybody use it, is it calm.
import {mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(import.meta.url);
const axe = () => readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export const faults = [];

export function expect(condition, message) {
  console.log((condition ? "ok   " : "FAIL ") + message);
  if (!condition) faults.push(message);
}

/** Ids and words of another language that have slipped into a Vietnamese page. */
const k_foreign = /\b(units?|plans?|dates?|null|undefined|true|false|open|overdue|sandbox|telegram|zalo_oa|zalo_bot|issue|lead|superior|officer|deputy|ack-\w+|\d{4}-Q\d|\{\w+\})\b/g;

async function faults_by_axe(page, name) {
  await page.evaluate(axe());  // through the debugger: the pages' own policy stays as it is
  const result = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations"]}));
  const serious = result.violations.filter((v) => v.impact !== "minor");
  for (const v of serious)
    console.log(`     ${name}: ${v.impact} ${v.id} ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
  expect(serious.length === 0, `axe finds nothing worse than a minor fault on ${name}`);
}

async function is_within_width(page, name) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over <= 0, `${name} is not wider than the screen`);
}

async function speaks_vietnamese(page, name) {
  // What must be typed as it is, and what platforms and readers of files say, is marked as such.
  const text = await page.evaluate(() => {
    const main = document.querySelector("main").cloneNode(true);
    document.body.append(main);
    for (const foreign of main.querySelectorAll("code, [lang=en]")) foreign.remove();
    const said = main.innerText;
    main.remove();
    return said;
  });
  const foreign = [...new Set(text.match(k_foreign) ?? [])];
  expect(foreign.length === 0, `${name} speaks Vietnamese${foreign.length ? ": " + foreign : ""}`);
  expect(text === text.normalize("NFC"), `${name} is written in NFC`);
}

/** Marks of a list hang inside its box: outside they are cut at the edge of a telephone. */
async function keeps_marks_inside(page, name) {
  const outside = await page.evaluate(() => [...document.querySelectorAll("main ul, main ol")].filter((list) => {
    const style = getComputedStyle(list);
    return style.listStyleType !== "none" && parseFloat(style.paddingLeft) < 16;
  }).length);
  expect(outside === 0, `${name} keeps its lists' marks inside`);
}

/** Opens a page, takes its picture, and looks for what is wrong with it. */
export async function look_at(page, address, folder, name, path) {
  await page.goto(address + path);
  await look_once(page, folder, name);
}

/** The same for the page that is open, which may be what a form came to, on a telephone and on a desk. */
export async function look_here(page, folder, name) {
  const before = page.viewportSize();
  for (const width of [360, 1280]) {
    await page.setViewportSize({width, height: width < 500 ? 740 : 900});
    await look_once(page, folder, name);
  }
  await page.setViewportSize(before);
}

/** Charts come after the page has been painted. */
export async function has_its_charts(page) {
  await page.waitForFunction(() => [...document.querySelectorAll("[data-chart]")].every((box) => box.hidden || box.chart));
}

async function look_once(page, folder, name) {
  await has_its_charts(page);
  const width = page.viewportSize().width;
  mkdirSync(folder, {recursive: true});
  await page.screenshot({path: `${folder}/${name}-${width}.png`, fullPage: true});
  const at = `${name} at ${width}`;
  await is_within_width(page, at);
  await keeps_marks_inside(page, at);
  await faults_by_axe(page, at);
  if (width === 1280) await speaks_vietnamese(page, name);
}

/** Where the keyboard comes to, in order. */
export async function stops_of_keyboard(page, count) {
  const stops = [];
  for (let stop = 0; stop < count; ++stop) {
    await page.keyboard.press("Tab");
    stops.push(await page.evaluate(() => {
      const at = document.activeElement;
      const style = getComputedStyle(at);
      return {tag: at.tagName, text: (at.innerText || at.id).trim(), top: at.getBoundingClientRect().top,
        is_seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0};
    }));
  }
  return stops;
}
