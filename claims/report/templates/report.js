"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const flags = [...document.querySelectorAll(".flag")];
  const words = new Map(flags.map((flag) => [flag, flag.textContent.toLowerCase()]));
  const fields = ["verdict", "shape", "article"];
  let current = -1;

  function choice() {
    const data = new FormData(form);
    return {
      verdict: data.getAll("verdict"),
      shape: data.getAll("shape"),
      article: data.getAll("article").filter(Boolean),
      text: String(data.get("text")).toLowerCase().split(/\s+/).filter(Boolean),
    };
  }

  function fits(flag, chosen, except) {
    const listed = fields.every(
      (name) => name === except || !chosen[name].length || chosen[name].includes(flag.dataset[name]),
    );
    return listed && chosen.text.every((word) => words.get(flag).includes(word));
  }

  /* An option counts the flags that it would show beside what the other filters leave. */
  function tally(name, chosen) {
    const counts = {};
    for (const flag of flags) {
      if (fits(flag, chosen, name)) counts[flag.dataset[name]] = (counts[flag.dataset[name]] || 0) + 1;
    }
    return counts;
  }

  function recount(chosen) {
    for (const name of ["verdict", "shape"]) {
      const counts = tally(name, chosen);
      for (const box of form.querySelectorAll(`input[name=${name}]`)) {
        box.parentElement.querySelector(".count").textContent = counts[box.value] || 0;
        box.parentElement.classList.toggle("none", !counts[box.value]);
      }
    }
    const counts = tally("article", chosen);
    for (const option of form.elements.article.options) {
      if (option.value) option.textContent = `${option.dataset.name} (${counts[option.value] || 0})`;
    }
  }

  function apply() {
    const chosen = choice();
    let shown = 0;
    for (const flag of flags) {
      flag.hidden = !fits(flag, chosen);
      if (!flag.hidden) shown += 1;
    }
    recount(chosen);
    const noun = flags.length === 1 ? "flag" : "flags";
    const all = shown === flags.length;
    document.getElementById("shown").textContent = all ? `${shown} ${noun}` : `${shown} of ${flags.length} ${noun}`;
    document.getElementById("no-match").hidden = shown > 0;
    form.querySelector("button").disabled = all && !chosen.text.length;
  }

  function move(step) {
    let next = current + step;
    while (flags[next] && flags[next].hidden) next += step;
    if (!flags[next]) return;
    current = next;
    flags[current].focus({ preventScroll: true });
    flags[current].scrollIntoView({ block: "start" });
  }

  function typing(target) {
    return target.matches("select, textarea") || (target.matches("input") && target.type !== "checkbox");
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") form.elements.text.focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener("focusin", (event) => {
    const flag = event.target.closest(".flag");
    if (flag) current = flags.indexOf(flag);
  });
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
