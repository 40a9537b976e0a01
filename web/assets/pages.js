// What the pages need beside htmx: room for the charts above their tables, a chosen day in words, and printing. Everything else
// works without a script.
"use strict";

let charts = document.currentScript.dataset.charts;  // where the script is that draws them; none when it was not built
const count_of = (box, selector) => box.parentElement.querySelectorAll(selector).length;

/** How high a chart will be: so much room it is given before it is drawn, so that nothing moves when it is. 0: nothing to draw. */
const k_heights = {
  heat: heat_height,
  trend: (box) => count_of(box, "tr[data-at]") > 1 ? 190 : 0,
  progress: (box) => count_of(box, "tr[data-at]") > 1 ? 220 : 0,
  timeline: (box) => {
    const duties = new Set([...box.parentElement.querySelectorAll("li[data-duty]")].map((one) => one.dataset.duty));
    return duties.size && 58 + 28 * duties.size;
  },
  lifecycle: (box) => 48 + 64 * Math.max(3, count_of(box, "li[data-column=main]") - 1),
};

/** Units stand beside each other while the screen is wide enough, else below each other as in the table; one alone needs no overview. */
function heat_height(box) {
  const table = box.parentElement.querySelector("table.map");
  if (!table) return 0;
  const units = table.tBodies[0].rows.length, duties = table.tHead.rows[0].cells.length - 2;
  if (units < 2) return 0;
  const letters = Math.max(...[...table.tHead.rows[0].cells].slice(2).map((cell) => cell.querySelector("a").firstChild.length));
  const room = Math.min(110, 14 + 7 * letters);
  box.dataset.room = room;  // for the names of the duties, beside or, upright, above
  box.dataset.across = (box.parentElement.clientWidth - room - 8) / units >= 18 ? "units" : "duties";
  return box.dataset.across === "units" ? 112 + 19 * duties : room + 8 + 15 * units;
}

function make_room() {
  if (!charts) return;
  for (const box of document.querySelectorAll("[data-chart]")) {
    const height = k_heights[box.dataset.chart](box);
    box.hidden = height === 0;
    box.style.height = height + "px";
  }
}

/** The library is large and the page says everything without it: it comes after the page has been painted. */
function draw_charts() {
  if (!charts || document.querySelector("script[src*='/charts.js']") || !document.querySelector("[data-chart]:not([hidden])")) return;
  const script = document.createElement("script");
  script.src = charts;
  script.onerror = () => {
    charts = null;
    for (const box of document.querySelectorAll("[data-chart]")) box.hidden = true;
  };
  document.head.append(script);
}

/** A browser in English shows 5/12 as 12/05: the day stands below the field as people here write it. */
function say_day(field) {
  const said = document.getElementById(field.id + "-day");
  if (!said) return;
  const [year, month, day] = field.value.split("-").map(Number);
  const language = document.documentElement.lang;
  const weekday = new Intl.DateTimeFormat(language, {weekday: "long", timeZone: "UTC"});
  const two = (number) => String(number).padStart(2, "0");
  const date = `${two(day)}/${month < 3 ? two(month) : month}/${year}`;
  said.textContent = year ? `${weekday.format(Date.UTC(year, month - 1, day))}, ${date}` : "";
}

document.addEventListener("click", (event) => { if (event.target.closest("[data-print]")) print(); });
document.addEventListener("input", (event) => { if (event.target.type === "date") say_day(event.target); });
let resized = 0;
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;  // a telephone's bars that come and go
  width = innerWidth;
  clearTimeout(resized);
  resized = setTimeout(() => { make_room(); document.dispatchEvent(new Event("dondoc:resized")); }, 200);
});

document.addEventListener("DOMContentLoaded", () => {
  make_room();
  requestAnimationFrame(() => setTimeout(draw_charts));
  for (const field of document.querySelectorAll("input[type=date]")) say_day(field);
  // On a telephone the filters would fill the first screen.
  if (matchMedia("(max-width: 700px)").matches) {
    for (const part of document.querySelectorAll("details.filter")) part.open = false;
  }
});

// News take the place of the board: who reads it keeps her place in it.
let place = {href: null, scrolled: []};
const tables = () => [...document.querySelectorAll("#board-live .wide")];

function remember_place() {
  const at = document.activeElement;
  place = {href: at && at.closest("#board-live") ? at.getAttribute("href") : null, scrolled: tables().map((table) => table.scrollLeft)};
}

function find_place_again() {
  draw_charts();
  tables().forEach((table, number) => { table.scrollLeft = place.scrolled[number] ?? 0; });
  if (place.href) document.querySelector(`#board-live a[href="${CSS.escape(place.href)}"]`)?.focus({preventScroll: true});
}

document.addEventListener("htmx:beforeSwap", remember_place);
document.addEventListener("htmx:afterSwap", make_room);  // before charts.js, which hears the same, draws
document.addEventListener("htmx:afterSettle", find_place_again);
