"use strict";
/* One key for each thing a reviewer does. Without this script every link and button works, and loads a whole page. */
(() => {
  const desk = document.getElementById("desk");
  const help = document.getElementById("help");
  let busy = false;

  /* The server's own part of the page in place of the old one; its text was escaped there. */
  async function show(response, address) {
    const text = await response.text();
    if (!(response.headers.get("content-type") || "").startsWith("text/html")) {
      complain(text);
      return;
    }
    const parsed = new DOMParser().parseFromString(text, "text/html");
    desk.replaceChildren(...parsed.body.childNodes);
    const shown = response.headers.get("x-desk-address") || address;
    if (shown !== location.pathname + location.search) history.pushState(null, "", shown);
    const message = document.getElementById("message");
    announce(message ? message.textContent : "");
    const card = document.getElementById("card");
    card.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    const current = desk.querySelector(".queue [aria-current]");
    if (current) current.scrollIntoView({ block: "nearest" });
  }

  function announce(text) {
    document.getElementById("announce").textContent = text;
  }

  /* In place of the message before, which told of something that worked; what was chosen and written stays. */
  function complain(text) {
    const old = document.getElementById("message");
    if (old) old.remove();
    const shown = document.createElement("p");
    shown.id = "message";
    shown.className = "message failed";
    shown.textContent = text;
    document.getElementById("card").prepend(shown);
    shown.scrollIntoView({ block: "nearest" });
    announce(text);
  }

  /* One at a time: a key that is pressed meanwhile would be meant for a flag that is not seen yet. */
  async function load(address, options) {
    if (busy) return;
    busy = true;
    desk.setAttribute("aria-busy", "true");
    try {
      const headers = { "X-Desk": "part" };
      await show(await fetch(address, { ...options, headers }), address);
    } catch (error) {
      complain("The desk does not answer; nothing was saved. Is it still running?");
    } finally {
      busy = false;
      desk.removeAttribute("aria-busy");
    }
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-part]")) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form, event.submitter));
    load(form.getAttribute("action"), { method: "POST", body });
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help.showModal();
    const link = event.target.closest("a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    load(link.getAttribute("href"));
  });

  window.addEventListener("popstate", () => load(location.pathname + location.search));

  function typing(target) {
    return target.matches("select, textarea") || (target.matches("input") && !/^(radio|checkbox)$/.test(target.type));
  }

  function choose(reason) {
    reason.checked = !reason.checked;
  }

  function rule(key) {
    const part = desk.querySelector("[data-rule]");
    if (key !== "x" || !part) return false;
    if (part.open) part.querySelector("[data-confirm]").click();
    part.open = true;
    return true;
  }

  function press(key) {
    if (rule(key)) return true;
    const reason = desk.querySelector(`[data-reason="${CSS.escape(key)}"]`);
    if (reason) {
      choose(reason);
      return true;
    }
    if (/^[1-9]$/.test(key)) {
      const repair = desk.querySelector(`[name=repair][value="${key}"]`);
      if (!repair) return false;
      repair.checked = true;
      desk.querySelector("[data-key=a]").click();
      return true;
    }
    const field = { n: "[data-note]", "/": "[data-search]" }[key];
    const target = field ? desk.querySelector(field) : desk.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return false;
    if (field) target.focus();
    else target.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || help.open) return;
    if (typing(event.target)) {
      if (event.key === "Escape") document.getElementById("card").focus();
      return;
    }
    if (event.key === "?") help.showModal();
    else if (!press(event.key)) return;
    event.preventDefault();
  });
})();
