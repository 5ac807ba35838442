/* Charts: options come as JSON beside the element; colours from the tokens, so both themes agree with the page. */
(() => {
  "use strict";
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const zh = document.documentElement.lang.startsWith("zh");

  const axis = (lined) => ({
    axisLine: { show: lined, lineStyle: { color: token("--line-strong") } },
    axisTick: { show: false },
    axisLabel: { color: token("--ink-2"), fontSize: 12, hideOverlap: true },
    splitLine: { show: !lined, lineStyle: { color: token("--line") } },
    nameTextStyle: { color: token("--ink-2") },
  });

  const look = (narrow) => ({
    color: [1, 2, 3, 4, 5, 6, 7, 8].map((n) => token(`--chart-${n}`)),
    textStyle: { color: token("--ink"), fontFamily: token("--sans") },
    backgroundColor: "transparent",
    categoryAxis: axis(true),
    valueAxis: axis(false),
    timeAxis: axis(true),
    bar: { barMaxWidth: 36 },
    line: { symbol: "circle", symbolSize: 7, lineStyle: { width: 2.5 } },
    pie: { label: { show: !narrow, color: token("--ink") }, labelLine: { show: !narrow }, itemStyle: { borderColor: token("--surface"), borderWidth: 2 } },
  });

  const frame = (title) => ({
    animationDuration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 350,
    legend: { top: 0, left: 0, padding: 0, itemWidth: 14, itemHeight: 10, itemGap: 14, type: "scroll", pageIconColor: token("--link"), pageIconInactiveColor: token("--line-strong"), pageTextStyle: { color: token("--ink-2") }, textStyle: { color: token("--ink-2"), fontSize: 12 } },
    grid: { top: 40, left: 4, right: 12, bottom: 4, containLabel: true },
    /* Rich text: an HTML tooltip would carry style attributes, which the policy forbids. */
    tooltip: {
      trigger: "axis", renderMode: "richText", confine: true, borderWidth: 1, padding: [8, 12],
      backgroundColor: token("--surface"), borderColor: token("--line"), textStyle: { color: token("--ink"), fontSize: 13 },
      axisPointer: { type: "shadow", shadowStyle: { color: token("--line"), opacity: 0.45 } },
    },
    /* The title alone: the figures stand in the table below, where a reader can walk through them. */
    aria: { enabled: true, label: { description: title } },
  });

  const merged = (base, given) => {
    const out = { ...base };
    for (const [key, value] of Object.entries(given)) {
      const both = value && base[key] && typeof value === "object" && !Array.isArray(value) && !Array.isArray(base[key]);
      out[key] = both ? merged(base[key], value) : value;
    }
    return out;
  };

  const draw = (element) => {
    const source = document.getElementById(element.dataset.chart);
    if (!source) return;
    echarts.getInstanceByDom(element)?.dispose();
    const chart = echarts.init(element, look(element.clientWidth < 420), { renderer: "svg", locale: zh ? "ZH" : "EN" });
    chart.setOption(merged(frame(element.dataset.title), JSON.parse(source.textContent)));
    element.setAttribute("role", "img");
    chart.on("click", ({ data }) => {
      if (data?.url?.startsWith("/")) location.assign(data.url);
    });
  };

  const all = () => document.querySelectorAll(".chart[data-chart]");
  const redraw = () => all().forEach(draw);
  const size = new ResizeObserver((entries) => {
    for (const { target } of entries) echarts.getInstanceByDom(target)?.resize();
  });
  redraw();
  all().forEach((element) => size.observe(element));
  document.addEventListener("themechange", redraw);
  document.addEventListener("htmx:afterSettle", (event) => event.target.querySelectorAll?.(".chart[data-chart]").forEach((element) => {
    draw(element);
    size.observe(element);
  }));
})();
