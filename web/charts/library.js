// What of the chart library is taken into the bundle, and nothing else.
import {CustomChart, GraphChart, HeatmapChart, LineChart} from "echarts/charts";
import {GridComponent, LegendComponent, MarkLineComponent, TooltipComponent} from "echarts/components";
import {init, use} from "echarts/core";
import {CanvasRenderer} from "echarts/renderers";

use([CanvasRenderer, CustomChart, GraphChart, GridComponent, HeatmapChart, LegendComponent, LineChart, MarkLineComponent, TooltipComponent]);

export {init};
