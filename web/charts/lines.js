// Lines over time, drawn of the table beside the box: the share that came in time by month, and how far a plan is by day.
import {colour} from "./colours.js";
import {at, day_month_year, month_and_year} from "./days.js";
import {tooltip} from "./tooltip.js";

const rows_of = (box) => [...box.parentElement.querySelectorAll("tr[data-at]")];

const text_axis = () => ({axisLine: {lineStyle: {color: colour("quiet")}}, axisTick: {lineStyle: {color: colour("quiet")}},
  axisLabel: {color: colour("ink"), fontSize: 12, hideOverlap: true}, splitLine: {lineStyle: {color: colour("line")}}});

function time_axis(rows, label, values) {
  const axis = text_axis();
  return {...axis, type: "time", min: at(rows[0].dataset.at), max: at(rows[rows.length - 1].dataset.at), boundaryGap: false,
    splitLine: {show: false}, axisTick: {...axis.axisTick, customValues: values},
    axisLabel: {...axis.axisLabel, formatter: label, customValues: values, showMinLabel: true, showMaxLabel: true,
      alignMinLabel: "left", alignMaxLabel: "right"}};
}

/** What the table says of one row, cell by cell. */
function said_of(row, names) {
  const cells = [...row.querySelectorAll("td")].map((cell) => cell.textContent.trim());
  return [row.querySelector("th").textContent, ...names.map((name, place) => cells[place] && `${name}: ${cells[place]}`)];
}

export function trend(box) {
  const rows = rows_of(box), names = [...box.parentElement.querySelectorAll("thead th")].slice(1).map((one) => one.textContent);
  if (rows.length < 2) return null;
  const axis = text_axis();
  return {
    grid: {left: 46, right: 24, top: 16, bottom: 30},
    tooltip: tooltip(([point]) => said_of(rows[point.dataIndex], names), "axis"),
    xAxis: time_axis(rows, month_and_year, rows.map((row) => at(row.dataset.at))),
    yAxis: {...axis, type: "value", min: 0, max: 100, interval: 25, axisLine: {show: false}, axisTick: {show: false},
      axisLabel: {...axis.axisLabel, formatter: "{value}%"}},
    series: [{type: "line", data: rows.map((row) => [at(row.dataset.at), Number(row.dataset.permille) / 10]), symbol: "circle",
      symbolSize: 8, lineStyle: {width: 2, color: colour("blue")}, itemStyle: {color: colour("blue")}}],
  };
}

export function progress(box) {
  const rows = rows_of(box), names = box.dataset.names.split("|");
  if (rows.length < 2) return null;
  const axis = text_axis();
  // What will have been handed in by a day to come stands empty in the table.
  const line = (name, read, more) => ({type: "line", name, step: "end", symbol: "none",
    data: rows.filter((row) => read(row) !== "").map((row) => [at(row.dataset.at), Number(read(row))]), ...more});
  return {
    grid: {left: 46, right: 24, top: 36, bottom: 30},
    legend: {top: 4, left: 46, itemWidth: 28, selectedMode: false, textStyle: {color: colour("ink"), fontSize: 12}},
    tooltip: tooltip(([point]) => said_of(rows[point.dataIndex], names), "axis"),
    xAxis: time_axis(rows, day_month_year),
    yAxis: {...axis, type: "value", min: 0, minInterval: 1, splitNumber: 4, axisLine: {show: false}, axisTick: {show: false}},
    series: [
      line(names[0], (row) => row.dataset.due, {lineStyle: {width: 2, type: "dashed", color: colour("quiet")}, itemStyle: {color: colour("quiet")}}),
      line(names[1], (row) => row.dataset.handedIn, {lineStyle: {width: 3, color: colour("blue")}, itemStyle: {color: colour("blue")}})],
  };
}
