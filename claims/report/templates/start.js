/* Nothing runs before the index is unpacked: until then the page is as without a script. */
const PAUSE = 120;
const LEISURE = 1000;
const NARROW = "(max-width: 52rem)";

function listen() {
  let waiting = 0;
  const change = () => apply().then(keepAddress);
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(change, event.target.name === "text" ? PAUSE : 0);
  });
  form.addEventListener("reset", () => setTimeout(change));
  form.addEventListener("submit", (event) => event.preventDefault());
  element("ask-help").addEventListener("click", () => element("help").showModal());
  element("pages").addEventListener("click", (event) => {
    const step = Number(event.target.closest("button")?.dataset.page);
    if (step) turnPage(step);
  });
  element("undo").addEventListener("click", undo);
  element("export").addEventListener("click", exportDecisions);
  element("reviewer").addEventListener("change", keepDecisions);
  document.addEventListener("keydown", pressKey);
  document.addEventListener("focusin", (event) => {
    const shown = event.target.closest?.(".flag");
    if (shown) current = flags[Number(shown.id.slice(5)) - 1];
  });
  window.addEventListener("hashchange", followAddress);
}

async function start() {
  if (!form || !window.DecompressionStream) return;
  await readIndex();
  recallDecisions();
  offerArticles();
  if (matchMedia(NARROW).matches) form.querySelector(".choices").open = false;
  form.hidden = false;
  element("rest")?.remove();
  element("desk").hidden = false;
  countDecisions();
  await apply();
  if (location.hash) await followAddress();
  listen();
  document.documentElement.dataset.ready = "yes";
  setTimeout(readWords, LEISURE);
}

start();
