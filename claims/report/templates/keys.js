/* One key for each thing that is done often; the help lists them. */
const SCOPES = ["occurrence", "value", "rule"];
const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  "[": () => turnPage(-1),
  "]": () => turnPage(1),
  "/": () => form.elements.text.focus(),
  "?": () => element("help").showModal(),
  a: () => decideCurrent("accept"),
  r: () => decideCurrent("reject"),
  d: () => decideCurrent("defer"),
  u: undo,
  n: writeNote,
  o: openCurrent,
  e: exportDecisions,
  p: printAll,
};

/* A rejection waits for its scope and reason; after the others the next flag comes. */
async function decideCurrent(decision) {
  if (!current) return;
  const was = decisions.get(current.number)?.decision;
  toggle(current, decision);
  if (decision !== "reject" && was !== decision) await move(1);
}

async function pressDigit(digit) {
  if (!current) return;
  if (decisions.get(current.number)?.decision === "reject") {
    if (SCOPES[digit - 1]) decide(current, { scope: SCOPES[digit - 1] });
  } else if (digit >= 1 && digit <= current.repairs) {
    decide(current, { decision: "accept", repair: digit, scope: "occurrence", reason: "" });
    await move(1);
  }
}

function writeNote() {
  const field = current && elements.get(current.number).querySelector("[name=note]");
  if (!field) return;
  if (!decisions.has(current.number)) toggle(current, "defer");
  field.focus();
}

function openCurrent() {
  if (!current) return;
  const parts = [...elements.get(current.number).querySelectorAll("details")];
  const open = parts.some((part) => !part.open);
  for (const part of parts) part.open = open;
}

function typing(target) {
  return target.matches("select, textarea") || (target.matches("input") && target.type !== "checkbox");
}

async function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || element("help").open) return;
  if (typing(event.target)) {
    if (event.key !== "Escape") return;
    event.target.blur();
    if (current) elements.get(current.number).focus({ preventScroll: true });
    return;
  }
  const act = KEYS[event.key] || (/^[1-9]$/.test(event.key) ? () => pressDigit(Number(event.key)) : null);
  if (!act) return;
  event.preventDefault();
  await act();
}
