// What the pages need beside htmx: the chart above its table, and the print button. Everything else works without a
// script.
"use strict";

function draw_trend(box) {
  const rows = [...box.parentElement.querySelectorAll("tr[data-at]")];
  if (typeof uPlot === "undefined" || rows.length < 2) return;
  const at = rows.map((row) => Number(row.dataset.at));
  const share = rows.map((row) => Number(row.dataset.permille) / 10);
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink"), blue = style.getPropertyValue("--blue");
  const month = (seconds) => new Date(seconds * 1000).toISOString().slice(5, 7) + "/" + new Date(seconds * 1000).toISOString().slice(0, 4);
  box.replaceChildren();
  new uPlot({
    width: Math.max(280, box.clientWidth), height: 180, legend: {show: false}, cursor: {show: false},
    scales: {x: {time: false}, y: {range: [0, 100]}},
    axes: [
      {stroke: ink, splits: () => at, values: (_, list) => list.map(month), space: 60},
      {stroke: ink, values: (_, list) => list.map((value) => value + " %"), size: 60}],
    series: [{}, {stroke: blue, width: 2, points: {show: true, size: 7, fill: blue}}],
  }, [at, share], box);
}

function draw_all() {
  for (const box of document.querySelectorAll("[data-chart=trend]")) {
    if (box.childElementCount === 0) draw_trend(box);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  draw_all();
  // On a telephone the filters would fill the first screen.
  if (matchMedia("(max-width: 700px)").matches) {
    for (const part of document.querySelectorAll("details.filter")) part.open = false;
  }
});
document.addEventListener("htmx:afterSettle", draw_all);
