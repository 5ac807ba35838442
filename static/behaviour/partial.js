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
  const dropBlanks = (parameters) => {
    for (const [name, value] of Object.entries(parameters)) if (value === "") delete parameters[name];
  };
  const trouble = (shown) => {
    const note = document.getElementById("trouble");
    if (note) note.hidden = !shown;
  };

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get" && token()) event.detail.headers["X-CSRFToken"] = token();
    if (event.detail.elt.id === "filters") dropBlanks(event.detail.parameters);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = new URL(event.detail.xhr.responseURL || location.href);
    if (answered.pathname === document.body.dataset.signIn) {
      event.detail.shouldSwap = false;
      location.reload();
    }
    /* A list answers 400 with a list and a notice of what it did not understand. */
    if (event.detail.xhr.status === 400 && event.detail.target.id === "list") {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
  document.addEventListener("htmx:afterRequest", (event) => trouble(!event.detail.successful && event.detail.xhr.status !== 400));
})();
