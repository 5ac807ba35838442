/* htmx under a strict policy: no evaluation, no injected style, no page snapshots kept on the device. */
(() => {
  "use strict";
  Object.assign(htmx.config, {
    allowEval: false,
    includeIndicatorStyles: false,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    selfRequestsOnly: true,
    scrollIntoViewOnBoost: false,
    timeout: 15000,
  });

  const token = () => document.querySelector('meta[name="csrf-token"]')?.content;
  const trouble = (shown) => {
    const note = document.getElementById("trouble");
    if (note) note.hidden = !shown;
  };

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get" && token()) event.detail.headers["X-CSRFToken"] = token();
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = new URL(event.detail.xhr.responseURL || location.href);
    if (answered.pathname === document.body.dataset.signIn) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => trouble(!event.detail.successful));
})();
