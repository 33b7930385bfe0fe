// Draws the chart of a page from the data beside it, in the page's own colours.
(() => {
  let drawn = null;
  let source = "";

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const paths = { bars: () => uPlot.paths.bars({ size: [0.7, 40, 2], radius: 0.15 }) };

  const dates = (language, span) => {
    const parts = span === "month" ? { month: "short" } : { day: "numeric", month: "short" };
    const format = new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" });
    return (chart, marks) => marks.map((mark) => format.format(new Date(mark * 1000)));
  };

  // As many marks as fit, each on a day that is there.
  const marksOf = (x) => (chart) => {
    const most = Math.max(2, Math.floor(chart.bbox.width / devicePixelRatio / 72));
    const every = Math.max(1, Math.ceil(x.length / most));
    return x.filter((_, place) => (x.length - 1 - place) % every === 0);
  };

  const reach = (data) => (chart, low, high) => {
    const bottom = data.low ?? Math.min(low ?? 0, data.goal ?? Infinity);
    const top = data.high ?? Math.max(high ?? 1, data.goal ?? -Infinity);
    const room = top === bottom ? Math.abs(top) * 0.1 || 1 : (top - bottom) * 0.08;
    return [data.low === null ? bottom - room : bottom, data.high === null ? top + room : top];
  };

  const options = (data, box, tip) => {
    const ink = colour("--muted-foreground");
    const line = colour("--border");
    const main = colour("--primary");
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const number = new Intl.NumberFormat(data.language, { maximumFractionDigits: 2 });
    const axis = { stroke: ink, font, ticks: { show: false } };
    const rest = tip.textContent;
    const step = data.x.length > 1 ? data.x[1] - data.x[0] : 86400;
    const series = [
      {},
      {
        stroke: main,
        width: 2.5,
        spanGaps: true,
        fill: data.bars ? main : undefined,
        paths: data.bars ? paths.bars() : undefined,
        points: { show: !data.bars, size: 6, fill: main },
      },
    ];
    if (data.goal !== null) {
      series.push({ stroke: colour("--ask"), width: 2, dash: [6, 5], points: { show: false } });
    }
    return {
      width: box.clientWidth,
      height: box.clientHeight,
      padding: [8, 22, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: !data.bars } },
      scales: {
        x: { time: true, range: () => [data.x[0] - step * 0.6, data.x.at(-1) + step * 0.6] },
        y: { range: reach(data) },
      },
      tzDate: (mark) => uPlot.tzDate(new Date(mark * 1000), "Etc/UTC"),
      axes: [
        { ...axis, size: 30, grid: { show: false }, splits: marksOf(data.x), values: dates(data.language, data.span) },
        { ...axis, grid: { stroke: line, width: 1 }, size: 52, values: (chart, marks) => marks.map((mark) => number.format(mark)) },
      ],
      series,
      hooks: {
        setCursor: [
          (chart) => {
            const place = chart.cursor.idx;
            tip.textContent = place === null || place === undefined ? rest : data.said[place];
          },
        ],
      },
    };
  };

  const draw = (anew = false) => {
    const box = document.querySelector("[data-plot]");
    const island = box && document.getElementById(box.dataset.plot);
    if (!island) return;
    if (!anew && island.textContent === source && box.firstElementChild) return;
    drawn?.destroy();
    source = island.textContent;
    const data = JSON.parse(source);
    const columns = [data.x, data.y];
    if (data.goal !== null) columns.push(data.x.map(() => data.goal));
    drawn = new uPlot(options(data, box, document.getElementById("plot-tip")), columns, box);
  };

  const start = () => {
    draw();
    document.addEventListener("htmx:after:swap", () => draw());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => draw(true));
    let width = innerWidth;
    addEventListener("resize", () => {
      if (innerWidth !== width) draw(true);
      width = innerWidth;
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
