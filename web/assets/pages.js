// What the pages need beside htmx: the chart above its table, a chosen day in words, and printing. Everything else works without
// a script.
"use strict";

function draw_trend(box) {
  const rows = [...box.parentElement.querySelectorAll("tr[data-at]")];
  if (typeof uPlot === "undefined" || rows.length < 2) return;
  const at = rows.map((row) => Number(row.dataset.at));
  const share = rows.map((row) => Number(row.dataset.permille) / 10);
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink"), blue = style.getPropertyValue("--blue");
  const month = (seconds) => new Date(seconds * 1000).getUTCMonth() + 1 + "/" + new Date(seconds * 1000).getUTCFullYear();
  box.replaceChildren();
  new uPlot({
    // The box itself has no width while it is empty.
    width: Math.max(280, box.parentElement.clientWidth - 2), height: 180, padding: [null, 28, null, null], legend: {show: false}, cursor: {show: false},
    scales: {x: {time: false}, y: {range: [0, 100]}},
    axes: [
      {stroke: ink, splits: () => at, values: (_, list) => list.map(month), space: 60},
      {stroke: ink, values: (_, list) => list.map((value) => value + "%"), size: 60}],
    series: [{}, {stroke: blue, width: 2, points: {show: true, size: 7, fill: blue}}],
  }, [at, share], box);
}

function draw_all() {
  for (const box of document.querySelectorAll("[data-chart=trend]")) {
    if (box.childElementCount === 0) draw_trend(box);
  }
}

function draw_again() {
  for (const box of document.querySelectorAll("[data-chart=trend]")) box.replaceChildren();
  draw_all();
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
addEventListener("resize", () => { clearTimeout(resized); resized = setTimeout(draw_again, 200); });

document.addEventListener("DOMContentLoaded", () => {
  draw_all();
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
  draw_all();
  tables().forEach((table, number) => { table.scrollLeft = place.scrolled[number] ?? 0; });
  if (place.href) document.querySelector(`#board-live a[href="${CSS.escape(place.href)}"]`)?.focus({preventScroll: true});
}

document.addEventListener("htmx:beforeSwap", remember_place);
document.addEventListener("htmx:afterSettle", find_place_again);
