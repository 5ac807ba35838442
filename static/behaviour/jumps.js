/* A long page tells its parts: a line of links that stays while one reads, with the part in view marked. */
(() => {
  "use strict";
  const FEWEST = 6;
  const nav = document.querySelector("[data-jumps]");
  const parts = [...document.querySelectorAll(".columns section[id]")].filter((part) => part.querySelector("h2"));
  if (!nav || parts.length < FEWEST) return;

  const links = new Map();
  for (const part of parts) {
    const link = document.createElement("a");
    link.href = `#${part.id}`;
    link.textContent = part.querySelector("h2").textContent.trim();
    links.set(part, link);
    nav.append(link);
  }
  nav.hidden = false;

  const mark = (part) => {
    for (const link of links.values()) link.removeAttribute("aria-current");
    const link = links.get(part);
    link.setAttribute("aria-current", "true");
    nav.scrollTo({ left: link.offsetLeft - nav.clientWidth / 3 });
  };
  const seen = new IntersectionObserver(
    (entries) => {
      const entry = entries.find((one) => one.isIntersecting);
      if (entry) mark(entry.target);
    },
    { rootMargin: "-20% 0px -70% 0px" },
  );
  parts.forEach((part) => seen.observe(part));
})();
