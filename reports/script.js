
(() => {
  "use strict";
  const byId = id => document.getElementById(id);
  const [form, text, verdict, count] = ["find", "find-text", "find-verdict", "find-count"].map(byId);
  const items = [...document.querySelectorAll("article.rule, li.row, .groups tbody tr, .map tbody tr, .hosts tbody tr")];
  const sections = [...document.querySelectorAll("main section")];
  let texts = null;

  const textOf = item => {
    const host = item.closest("section.host");
    return `${host ? host.querySelector("h2").textContent : ""} ${item.textContent}`.toLowerCase();
  };

  const isOf = (item, wanted) => wanted === "" || item.classList.contains(wanted) || item.querySelector(`td.${wanted}, path.${wanted}`) !== null;

  const apply = () => {
    texts ??= items.map(textOf);
    const words = text.value.toLowerCase().split(/\s+/).filter(word => word !== "");
    const wanted = verdict.value;
    const isAll = words.length === 0 && wanted === "";
    let shown = 0;
    items.forEach((item, index) => {
      item.hidden = !isOf(item, wanted) || !words.every(word => texts[index].includes(word));
      shown += item.hidden ? 0 : 1;
    });
    sections.forEach(section => {
      section.hidden = !isAll && !section.querySelector(":is(article.rule, li.row, tbody tr):not([hidden])");
      section.querySelectorAll(":scope > details.rest").forEach(details => { details.open = !isAll; });
    });
    count.textContent = isAll ? "" : form.dataset.shown.replace("{0}", shown).replace("{1}", items.length);
  };

  const hosts = [...document.querySelectorAll("[data-host]")].map(item => item.textContent);
  const pointAt = event => {
    const place = event.currentTarget.getBoundingClientRect();
    const column = Math.floor((event.clientX - place.left) / place.width * hosts.length);
    event.currentTarget.parentElement.title = hosts[Math.min(Math.max(column, 0), hosts.length - 1)];
  };

  document.querySelectorAll("table.map svg").forEach(strip => strip.addEventListener("pointermove", pointAt));
  text.addEventListener("input", apply);
  verdict.addEventListener("change", apply);
  form.hidden = false;
})();
