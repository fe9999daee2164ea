/* A page of the flags that fit, and the one that has the focus. */
const PAGE = 50;
const PRINTED = 500;
const list = element("list");
let fitting = [];
let page = 0;
let current = null;
let turn = 0;

function pageCount() {
  return Math.max(1, Math.ceil(fitting.length / PAGE));
}

function plural(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

async function showFlags(wanted) {
  const mine = ++turn;
  const shown = [];
  for (const flag of wanted) shown.push(await elementOf(flag));
  if (mine !== turn) return false;
  list.replaceChildren(...shown);
  wanted.forEach((flag) => offerDecision(flag));
  return true;
}

async function showPage(number) {
  page = Math.min(Math.max(number, 0), pageCount() - 1);
  element("pages").hidden = pageCount() < 2;
  element("page").textContent = `Page ${page + 1} of ${pageCount()}`;
  element("pages").firstElementChild.disabled = page === 0;
  element("pages").lastElementChild.disabled = page === pageCount() - 1;
  return showFlags(fitting.slice(page * PAGE, (page + 1) * PAGE));
}

async function apply() {
  const chosen = choice();
  const mine = ++turn;
  if (chosen.words.length) await readWords();
  if (mine !== turn) return false;
  fitting = chosenFlags(chosen);
  recount(chosen);
  const all = fitting.length === flags.length;
  element("shown").textContent = all ? plural(flags.length, "flag") : `${fitting.length.toLocaleString("en")} of ${plural(flags.length, "flag")}`;
  element("no-match").hidden = fitting.length > 0;
  form.querySelector("[type=reset]").disabled = !asAddress();
  current = null;
  return showPage(0);
}

function keepAddress() {
  try {
    history.replaceState(null, "", `#${asAddress()}`);
  } catch {
    /* A browser may forbid it for files: then the address says nothing. */
  }
}

async function focusOn(flag) {
  const place = fitting.indexOf(flag);
  if (place < 0) return;
  const wanted = Math.floor(place / PAGE);
  if ((wanted !== page || !elements.get(flag.number)?.isConnected) && !(await showPage(wanted))) return;
  current = flag;
  const shown = elements.get(flag.number);
  shown.focus({ preventScroll: true });
  shown.scrollIntoView({ block: "start", behavior: "instant" });
}

async function move(step) {
  const place = current ? fitting.indexOf(current) + step : page * PAGE + (step > 0 ? 0 : -1);
  if (fitting[place]) await focusOn(fitting[place]);
}

async function turnPage(step) {
  if (page + step >= 0 && page + step < pageCount()) await focusOn(fitting[(page + step) * PAGE]);
}

/* #flag-12 shows that flag whatever the filters say; anything else after # is a choice of filters. */
async function followAddress() {
  const words = decodeURIComponent(location.hash.slice(1));
  const flag = /^flag-\d+$/.test(words) ? flags[Number(words.slice(5)) - 1] : undefined;
  if (!flag) {
    takeAddress(location.hash.slice(1));
    await apply();
    return;
  }
  if (!fitting.includes(flag)) {
    takeAddress("");
    await apply();
  }
  await focusOn(flag);
}

async function printAll() {
  if (await showFlags(fitting.slice(0, PRINTED))) window.print();
  await showPage(page);
}
