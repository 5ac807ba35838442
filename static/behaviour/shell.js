/* The frame: search by key, language switch that stays here, copying, and panels that close. */
(() => {
  "use strict";
  const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
  const single = () => {
    try { return localStorage.getItem("shortcuts") !== "off"; } catch { return true; }
  };
  const showShortcuts = () => {
    for (const box of document.querySelectorAll("[data-shortcuts]")) box.setAttribute("aria-checked", String(single()));
  };

  document.addEventListener("keydown", (event) => {
    const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && single();
    const box = document.querySelector("[data-search]");
    if (box && (palette || slash)) {
      event.preventDefault();
      box.focus();
      box.select();
    }
    if (event.key === "Escape") closePanels(null, true);
  });

  const closePanels = (inside, refocus) => {
    for (const panel of document.querySelectorAll("details.offer[open]")) {
      if (inside && panel.contains(inside)) continue;
      const held = panel.contains(document.activeElement);
      panel.open = false;
      if (refocus && held) panel.querySelector("summary").focus();
    }
  };

  const copy = async (button) => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = document.getElementById("status");
    if (status) status.textContent = button.dataset.copied;
    button.classList.add("copied");
    setTimeout(() => button.classList.remove("copied"), 2000);
  };

  document.addEventListener("click", (event) => {
    closePanels(event.target, false);
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
    if (event.target.closest("[data-print]")) print();
    if (event.target.closest("[data-shortcuts]")) {
      try { localStorage.setItem("shortcuts", single() ? "off" : "on"); } catch { /* private window */ }
      showShortcuts();
    }
  });

  /* htmx moves the address on, so the form asks for the address of now. */
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-language]")) {
      event.target.elements.next.value = location.pathname + location.search;
    }
    if (event.target.matches("[data-once]")) {
      if (event.target.dataset.sent) event.preventDefault();
      event.target.dataset.sent = "yes";
    }
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-once]")) delete form.dataset.sent;
  });

  showShortcuts();
  document.querySelector(".summary")?.focus();
})();
