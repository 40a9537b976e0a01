// What the pages need beside htmx: the charts above their tables, a chosen day in words, and printing. Everything else works without
// a script.
"use strict";

const k_series = {
  trend: {read: (row) => [Number(row.dataset.permille) / 10], percent: true},
  progress: {read: (row) => [row.dataset.due, row.dataset.handedIn].map((text) => text === "" ? null : Number(text)), steps: true},
};

/** What uPlot draws of the table beside the box: its times, then a list of values for each line. */
function figures_of(rows, kind) {
  const values = rows.map(kind.read);
  return [rows.map((row) => Number(row.dataset.at)), ...values[0].map((_, line) => values.map((one) => one[line]))];
}

function lines_of(kind, names, colours) {
  const stepped = kind.steps ? {paths: uPlot.paths.stepped({align: 1})} : {};
  return names.map((label, line) => ({label, stroke: colours[line], width: 2, dash: line === 0 && names.length > 1 ? [6, 4] : [],
    points: {show: !kind.steps, size: 7, fill: colours[line]}, ...stepped}));
}

function draw(box) {
  const rows = [...box.parentElement.querySelectorAll("tr[data-at]")];
  if (typeof uPlot === "undefined" || rows.length < 2) return;
  const kind = k_series[box.dataset.chart], names = (box.dataset.names ?? "").split("|");
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink"), colours = [style.getPropertyValue("--quiet"), style.getPropertyValue("--blue")];
  const day = (seconds) => { const at = new Date(seconds * 1000); return [at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()]; };
  const label = (seconds) => day(seconds).slice(kind.percent ? 1 : 0).join("/");
  const figures = figures_of(rows, kind);
  box.replaceChildren();
  new uPlot({
    // The box itself has no width while it is empty.
    width: Math.max(280, box.parentElement.clientWidth - 2), height: 180, padding: [12, 28, null, null],
    legend: {show: names.length > 1, live: false}, cursor: {show: false},
    scales: {x: {time: false}, y: {range: kind.percent ? [0, 100] : (_, low, high) => [0, Math.max(1, high)]}},
    axes: [
      {stroke: ink, splits: kind.percent ? () => figures[0] : undefined, values: (_, list) => list.map(label), space: kind.percent ? 60 : 90},
      {stroke: ink, values: (_, list) => list.map((value) => kind.percent ? value + "%" : Number.isInteger(value) ? value : ""), size: 60}],
    series: [{}, ...lines_of(kind, names, names.length > 1 ? colours : [colours[1]])],
  }, figures, box);
}

function draw_all() {
  for (const box of document.querySelectorAll("[data-chart]")) {
    if (box.childElementCount === 0) draw(box);
  }
}

function draw_again() {
  for (const box of document.querySelectorAll("[data-chart]")) box.replaceChildren();
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
