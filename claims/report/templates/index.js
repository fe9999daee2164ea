/* The flags as data (claims.report.as_index), and as elements once they have been needed. */
const inline = [...document.querySelectorAll(".flag")];
const elements = new Map(inline.map((flag, place) => [place + 1, flag]));
const chunks = [...document.querySelectorAll("template.chunk")];
const CHUNK = 100;
let run = "";
let flags = [];
let articles = {};

async function readIndex() {
  const index = JSON.parse(await unpack(element("index").content.textContent));
  run = index.run;
  articles = index.articles;
  flags = index.flags;
  flags.forEach((flag, place) => {
    flag.number = place + 1;
    flag.article = [...new Set(flag.places.map((at) => String(at[0])))];
    flag.origin = [...new Set(flag.article.map((key) => articles[key][4]))];
    flag.day = flag.article.map((key) => articles[key][3]).sort().at(-1);
  });
}

async function unpackChunk(place) {
  const holder = document.createElement("template");
  holder.innerHTML = await unpack(chunks[place].content.textContent);
  const first = inline.length + place * CHUNK + 1;
  [...holder.content.children].forEach((flag, offset) => {
    if (!elements.has(first + offset)) elements.set(first + offset, flag);
  });
}

async function elementOf(flag) {
  if (!elements.has(flag.number)) await unpackChunk(Math.floor((flag.number - 1 - inline.length) / CHUNK));
  return elements.get(flag.number);
}
