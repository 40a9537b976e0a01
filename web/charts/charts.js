/*! Đôn Đốc's charts, with Apache ECharts (Apache License 2.0, https://echarts.apache.org), ZRender (BSD 3-Clause) and tslib (0BSD). */
// Draws every box that the page has made room for (web/assets/pages.js), of the text beside it: so both say the same, and a
// chart is never the only place where something stands. Nothing moves by itself.
import {heat} from "./heat_map.js";
import {init} from "./library.js";
import {lifecycle} from "./lifecycle.js";
import {progress, trend} from "./lines.js";
import {timeline} from "./timeline.js";
import {let_through} from "./tooltip.js";

const k_drawings = {heat, lifecycle, progress, timeline, trend};
let drawn = [];

function draw(box) {
  const option = k_drawings[box.dataset.chart](box);
  if (!option) return;
  const chart = init(box);
  chart.setOption({animation: false, textStyle: {fontFamily: getComputedStyle(document.body).fontFamily}, ...option});
  let_through(chart);
  chart.on("click", ({data}) => { if (data?.href) location.assign(data.href); });
  box.chart = chart;
  drawn.push(box);
}

/** Boxes that went with a part of the page take their chart with them. */
function forget(is_gone) {
  for (const box of drawn.filter(is_gone)) {
    box.chart.dispose();
    delete box.chart;
  }
  drawn = drawn.filter((box) => box.chart);
}

function draw_all() {
  forget((box) => !box.isConnected);
  for (const box of document.querySelectorAll("[data-chart]:not([hidden])")) {
    if (!box.chart) draw(box);
  }
}

document.addEventListener("htmx:afterSwap", draw_all);
document.addEventListener("dondoc:resized", () => { forget(() => true); draw_all(); });
draw_all();
