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
    flag.words = inline[place]?.textContent.toLowerCase();
    flag.article = [...new Set(flag.places.map((at) => String(at[0])))];
    flag.origin = [...new Set(flag.article.map((key) => articles[key][4]))];
    flag.day = flag.article.map((key) => articles[key][3]).sort().at(-1);
  });
}

/* Of each chunk the markup, once it is unpacked, and the work that unpacks it. */
const unpacked = [];

function chunkOf(flag) {
  return Math.floor((flag.number - 1 - inline.length) / CHUNK);
}

function markup(place) {
  unpacked[place] ||= unpack(chunks[place].content.textContent);
  return unpacked[place];
}

async function elementOf(flag) {
  if (!elements.has(flag.number)) {
    const place = chunkOf(flag);
    const holder = document.createElement("template");
    holder.innerHTML = await markup(place);
    const first = inline.length + place * CHUNK + 1;
    [...holder.content.children].forEach((flagged, offset) => {
      if (!elements.has(first + offset)) elements.set(first + offset, flagged);
    });
  }
  return elements.get(flag.number);
}

/* What is read of each flag, in small letters. Text in the markup has no < of its own: it is escaped. */
async function readWords() {
  for (let place = 0; place < chunks.length; place += 1) {
    const first = inline.length + place * CHUNK;
    if (flags[first].words) continue;
    const parts = (await markup(place)).split("</article>");
    parts.slice(0, CHUNK).forEach((part, offset) => {
      if (flags[first + offset]) flags[first + offset].words = plainText(part).toLowerCase();
    });
  }
}

const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'" };

function plainText(part) {
  return part.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|#34|#39);/g, (sign) => SIGNS[sign]);
}
