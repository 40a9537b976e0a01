// The timeline of a plan, drawn of its list of deadlines: a line for each duty, on it a bar for each of its dates, from when it
// runs to when it is due, filled as far as it is done; and the line of today.
import {colour} from "./colours.js";
import {at, day_and_month, day_month_year} from "./days.js";
import {tooltip} from "./tooltip.js";

const k_left = 64, k_bar = 16, k_room_for_mark = 56, k_day = 86400000;

const tone_of = (bar) => bar.overdue > 0 ? "overdue" : bar.done === bar.all ? "done" : "next";

function bars_of(box) {
  return [...box.parentElement.querySelectorAll("li[data-duty]")].map((item) => {
    const link = item.querySelector("a"), {duty, from, due} = item.dataset;
    const [all, done, overdue] = [item.dataset.all, item.dataset.done, item.dataset.overdue].map(Number);
    return {duty, from: at(from), due: at(due), all, done, overdue, href: link.getAttribute("href"), text: item.textContent.trim()};
  });
}

/** "✓" when all is done, "!2/15" when two of fifteen are late, else how many are done. */
const mark_of = (bar) => tone_of(bar) === "done" ? "✓" : bar.overdue > 0 ? `! ${bar.overdue}/${bar.all}` : `${bar.done}/${bar.all}`;

function draw_bar(bars, tones) {
  return (_, api) => {
    const bar = bars[api.value(3)], row = api.value(0);
    const [from, middle] = api.coord([bar.from, row]), [due] = api.coord([bar.due + k_day, row]);
    const width = Math.max(6, due - from), x = due - width, y = middle - k_bar / 2;
    const tone = tones[tone_of(bar)], is_inside = width > k_room_for_mark;
    const rect = (wide, style) => ({type: "rect", shape: {x, y, width: wide, height: k_bar, r: 3}, style});
    return {type: "group", children: [
      rect(width, {fill: tone.ground, stroke: tone.ink, lineWidth: 1.5}),
      ...(bar.done > 0 && bar.done < bar.all ? [rect(width * bar.done / bar.all, {fill: tone.ink, opacity: 0.2})] : []),
      {type: "text", style: {text: mark_of(bar), x: is_inside ? due - 6 : due + 5, y: middle, align: is_inside ? "right" : "left",
        verticalAlign: "middle", fill: tone.ink, font: "bold 12px sans-serif"}}]};
  };
}

function today_line(box) {
  return {type: "line", data: [], markLine: {silent: true, symbol: "none", animation: false,
    lineStyle: {color: colour("ink"), width: 2, type: "solid"},
    label: {formatter: `${box.dataset.todayText} ${day_and_month(at(box.dataset.today))}`, color: colour("ink"), fontWeight: "bold", position: "start"},
    data: [{xAxis: at(box.dataset.today)}]}};
}

export function timeline(box) {
  const bars = bars_of(box), duties = [...new Set(bars.map((bar) => bar.duty))];
  if (bars.length === 0) return null;
  const tones = {overdue: {ink: colour("red"), ground: colour("red-soft")}, done: {ink: colour("green"), ground: colour("green-soft")},
    next: {ink: colour("blue"), ground: colour("blue-soft")}};
  const today = at(box.dataset.today);
  return {
    grid: {left: k_left, right: 34, top: 26, bottom: 28},
    tooltip: tooltip(({data}) => data.said),
    xAxis: {type: "time", min: Math.min(today, ...bars.map((bar) => bar.from)), max: Math.max(today, ...bars.map((bar) => bar.due)) + 2 * k_day,
      axisLabel: {color: colour("ink"), fontSize: 12, hideOverlap: true, showMaxLabel: false, formatter: day_month_year},
      axisLine: {lineStyle: {color: colour("quiet")}}, splitLine: {show: true, lineStyle: {color: colour("line")}}},
    yAxis: {type: "category", data: duties, inverse: true, axisTick: {show: false}, axisLine: {show: false},
      splitLine: {show: true, lineStyle: {color: colour("line")}},
      axisLabel: {color: colour("ink"), fontSize: 12, fontWeight: "bold", interval: 0, width: k_left - 12, overflow: "truncate"}},
    series: [
      {type: "custom", renderItem: draw_bar(bars, tones), encode: {x: [1, 2], y: 0}, clip: true,
        data: bars.map((bar, number) => ({value: [duties.indexOf(bar.duty), bar.from, bar.due, number], href: bar.href,
          said: [`${day_month_year(bar.from)} – ${day_month_year(bar.due)}`, bar.text]}))},
      today_line(box)],
  };
}
