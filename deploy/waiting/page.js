// Asks how far the preparation is, and opens the house as soon as something else answers.
const STEPS = ["packages", "database", "city", "web"];
const PARTS = {
  "places and people": "地区、机关和人员", "matters, lists and risk points": "事项、清单和风险点",
  counterparts: "当事人", cases: "案件", guidance: "行政指导", "return visits and risk": "回访与风险",
  "closing the record": "审计记录",
};
const bar = document.querySelector("progress");
const words = document.getElementById("words");

function stepOf(text) {
  if (text.startsWith("Installing")) return "packages";
  if (text.startsWith("Preparing")) return "database";
  if (text.startsWith("Starting")) return "web";
  return text in PARTS ? "city" : "packages";
}

function show({ step, done, of }) {
  const now = STEPS.indexOf(stepOf(step));
  document.querySelectorAll("li").forEach((item, place) => {
    item.className = place < now ? "done" : place === now ? "now" : "";
  });
  const part = PARTS[step];
  words.textContent = part ? `${part} · ${step}${of ? `  ${done} / ${of}` : ""}` : "";
  if (of) bar.value = done / of; else bar.removeAttribute("value");
}

async function ask() {
  try {
    const answer = await fetch("/waiting/status.json", { cache: "no-store" });
    if (answer.status === 503 && answer.headers.get("Content-Type")?.startsWith("application/json")) show(await answer.json());
    else return location.reload();
  } catch { /* the web is just starting; it answers in a moment */ }
  setTimeout(ask, 700);
}
ask();
