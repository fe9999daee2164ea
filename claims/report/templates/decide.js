/* Decisions on flags, kept in this browser for this run, and written into a file (docs/decisions-file.md). */
const decisions = new Map();
const done = [];
const NOTHING = { decision: "", scope: "occurrence", reason: "", note: "", repair: null };

function storageKey() {
  return `fact-claims ${run}`;
}

function recallDecisions() {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey()) || "[]");
    for (const [number, decision] of kept) if (flags[number - 1]) decisions.set(number, { ...NOTHING, ...decision });
    element("reviewer").value = localStorage.getItem("fact-claims reviewer") || "";
  } catch {
    element("lost").hidden = false;
  }
}

function keepDecisions() {
  try {
    localStorage.setItem(storageKey(), JSON.stringify([...decisions]));
    localStorage.setItem("fact-claims reviewer", element("reviewer").value);
  } catch {
    element("lost").hidden = false;
  }
}

function decide(flag, change) {
  const before = decisions.get(flag.number);
  done.push([flag, before]);
  put(flag, { ...NOTHING, ...before, ...change, time: new Date().toISOString() });
}

function put(flag, decision) {
  if (decision?.decision) decisions.set(flag.number, decision);
  else decisions.delete(flag.number);
  keepDecisions();
  showDecision(flag);
  countDecisions();
}

async function undo() {
  if (!done.length) return;
  const [flag, before] = done.pop();
  put(flag, before);
  await focusOn(flag);
}

function countDecisions() {
  const counts = { accept: 0, reject: 0, defer: 0 };
  for (const { decision } of decisions.values()) counts[decision] += 1;
  const parts = [`${counts.accept} accepted`, `${counts.reject} rejected`, `${counts.defer} deferred`];
  element("decided").textContent = `${decisions.size.toLocaleString("en")} of ${flags.length.toLocaleString("en")} decided: ${parts.join(", ")}`;
  element("undo").disabled = !done.length;
  element("export").disabled = !decisions.size;
}

/* The controls of a flag, made when it is first shown. */
function offerDecision(flag) {
  const shown = elements.get(flag.number);
  if (!shown.querySelector(".decide")) {
    const controls = element("decide").content.firstElementChild.cloneNode(true);
    const repairs = controls.querySelector("[name=repair]");
    repairs.append(new Option("no repair", ""));
    for (let number = 1; number <= flag.repairs; number += 1) repairs.append(new Option(`repair ${number}`, number));
    controls.addEventListener("click", (event) => press(flag, event.target.closest("button")));
    controls.addEventListener("change", (event) => fill(flag, event.target));
    shown.querySelector(".body").append(controls);
  }
  showDecision(flag);
}

function press(flag, button) {
  if (button?.dataset.decision) toggle(flag, button.dataset.decision);
  if (button?.dataset.scope) decide(flag, { scope: button.dataset.scope });
}

/* The same key or button again takes a decision back. */
function toggle(flag, decision) {
  const was = decisions.get(flag.number)?.decision;
  const repair = decision === "accept" && flag.repairs ? 1 : null;
  decide(flag, was === decision ? { decision: "" } : { decision, repair, scope: "occurrence", reason: "" });
}

function fill(flag, field) {
  const value = field.name === "repair" ? Number(field.value) || null : field.value;
  decide(flag, { [field.name]: value });
}

function showDecision(flag) {
  const shown = elements.get(flag.number);
  const controls = shown?.querySelector(".decide");
  if (!controls) return;
  const { decision, scope, reason, note, repair } = decisions.get(flag.number) || NOTHING;
  shown.dataset.decision = decision;
  for (const button of controls.querySelectorAll("[data-decision]")) {
    button.setAttribute("aria-pressed", button.dataset.decision === decision);
  }
  for (const button of controls.querySelectorAll("[data-scope]")) {
    button.setAttribute("aria-pressed", button.dataset.scope === scope);
  }
  controls.querySelector(".why-not").hidden = decision !== "reject";
  controls.querySelector(".use").hidden = decision !== "accept" || !flag.repairs;
  controls.querySelector(".note-field").hidden = !decision;
  controls.querySelector("[name=reason]").value = reason;
  controls.querySelector("[name=note]").value = note;
  controls.querySelector("[name=repair]").value = repair || "";
}

function decisionsFile() {
  const reviewer = element("reviewer").value.trim();
  return {
    kind: "fact-claims decisions",
    version: 1,
    run,
    exported: new Date().toISOString(),
    reviewer,
    decisions: [...decisions].sort(([a], [b]) => a - b).flatMap(([number, decision]) => written(flags[number - 1], decision, reviewer)),
  };
}

/* What holds for a statement or a rule is written once, what holds for places once for each. */
function written(flag, decision, reviewer) {
  const places = decision.scope === "occurrence" ? flag.places : flag.places.slice(0, 1);
  const [claim, facts, rule] = flag.key;
  return places.map(([key, finding, start, end, text]) => ({
    article: articles[key][0],
    sha256: articles[key][1],
    finding,
    span: { start, end, text },
    claim,
    facts,
    rule,
    decision: decision.decision,
    scope: decision.scope,
    reason: decision.reason,
    note: decision.note,
    repair: decision.repair,
    expires: null,
    reviewer,
    time: decision.time,
  }));
}

function exportDecisions() {
  if (!decisions.size) return;
  const file = new Blob([`${JSON.stringify(decisionsFile(), null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `decisions-${run}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
