/* Which flags are shown, and in which order; the address after # says the same, so that it can be sent. */
const form = element("filters");
const LISTS = ["verdict", "shape", "action", "origin", "article"];
const SWITCHES = ["new", "repeated"];
const FIELDS = [...LISTS, ...SWITCHES, "decision", "sort", "text"];
const MOST_ARTICLES = 500;
const ORDERS = {
  surest: (a, b) => b.sure - a.sure,
  unsure: (a, b) => a.sure - b.sure,
  places: (a, b) => b.places.length - a.places.length,
  newest: (a, b) => b.day.localeCompare(a.day),
  kind: (a, b) => a.shape.localeCompare(b.shape),
};

function choice() {
  const data = new FormData(form);
  const chosen = Object.fromEntries(LISTS.map((name) => [name, data.getAll(name).filter(Boolean)]));
  for (const name of SWITCHES) chosen[name] = data.has(name);
  chosen.decision = String(data.get("decision") || "");
  chosen.sort = String(data.get("sort") || "");
  chosen.words = String(data.get("text") || "").toLowerCase().split(/\s+/).filter(Boolean);
  return chosen;
}

function has(flag, name, wanted) {
  return Array.isArray(flag[name]) ? wanted.some((one) => flag[name].includes(one)) : wanted.includes(flag[name]);
}

function fits(flag, chosen, except) {
  return (
    LISTS.every((name) => name === except || !chosen[name].length || has(flag, name, chosen[name])) &&
    (!chosen.new || except === "new" || flag.new) &&
    (!chosen.repeated || except === "repeated" || flag.places.length > 1) &&
    (!chosen.decision || (decisions.get(flag.number)?.decision || "open") === chosen.decision) &&
    chosen.words.every((word) => flag.words.includes(word))
  );
}

function chosenFlags(chosen) {
  const fitting = flags.filter((flag) => fits(flag, chosen));
  return ORDERS[chosen.sort] ? fitting.sort(ORDERS[chosen.sort]) : fitting;
}

/* An option counts the flags that it would show beside what the other filters leave. */
function recount(chosen) {
  for (const name of LISTS) {
    const counts = {};
    for (const flag of flags) {
      if (fits(flag, chosen, name)) for (const one of [flag[name]].flat()) counts[one] = (counts[one] || 0) + 1;
    }
    for (const box of form.querySelectorAll(`input[name=${name}]`)) showCount(box, counts[box.value] || 0);
    for (const option of form.elements[name]?.options || []) {
      if (option.value) option.textContent = `${option.dataset.name} (${counts[option.value] || 0})`;
    }
  }
  for (const name of SWITCHES) {
    const box = form.elements[name];
    const fitting = flags.filter((flag) => fits(flag, chosen, name));
    if (box) showCount(box, fitting.filter((flag) => (name === "new" ? flag.new : flag.places.length > 1)).length);
  }
}

function showCount(box, count) {
  box.parentElement.querySelector(".count").textContent = count;
  box.parentElement.classList.toggle("none", !count);
}

function offerArticles() {
  const keys = Object.keys(articles);
  if (keys.length < 2 || keys.length > MOST_ARTICLES) return;
  for (const key of keys) {
    const option = document.createElement("option");
    option.value = key;
    option.dataset.name = articles[key][2];
    form.elements.article.append(option);
  }
  element("by-article").hidden = false;
}

function asAddress() {
  const address = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) address.append(name, value);
  return address.toString();
}

function takeAddress(words) {
  const address = new URLSearchParams(words);
  for (const name of FIELDS) {
    const wanted = address.getAll(name);
    const field = form.elements[name];
    const boxes = form.querySelectorAll(`input[type=checkbox][name=${name}]`);
    for (const box of boxes) box.checked = wanted.includes(box.value);
    if (field && !boxes.length) field.value = wanted[0] || "";
    if (field?.tagName === "SELECT" && field.selectedIndex < 0) field.value = "";
  }
}
