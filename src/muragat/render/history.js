"use strict";
// The program of the page of all dates (history_data.cc says what it reads). Every text goes into the page as
// text: nothing is ever read as markup.
(async () => {
  const by = id => document.getElementById(id);
  const make = (name, style, ...children) => {
    const node = document.createElement(name);
    if (style) node.className = style;
    node.append(...children);
    return node;
  };
  const draw = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    return node;
  };
  const packed = Uint8Array.from(atob(by("data").textContent), c => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const {sections, editions} = JSON.parse(await new Response(stream).text());

  // --- What the page says of the editions.
  const list = [...by("changes").children].map(item => ({
    date: item.querySelector("time").textContent,
    iso: item.querySelector("time").dateTime || item.querySelector("time").textContent,
    size: (item.querySelector("i").textContent.replaceAll(",", "").match(/\d+/g) ?? []).reduce((a, b) => a + +b, 0),
    title: item.querySelector("bdi").textContent,
    color: item.className.split(" ")[0] || "r1",
  }));
  const count = editions.length, last = count - 1;
  const days = editions.map(edition => edition[0]);

  // --- Which text of which section stands in an edition: found from the nearest one that is kept.
  const kept = new Map([[-1, {order: [], texts: new Map()}]]);
  const born = sections.map(() => []);  // by section and text: the first edition that has it
  const step = (state, index) => {
    const texts = new Map(state.texts);
    let order = state.order;
    for (const change of editions[index].slice(1)) {
      if (change.order) {
        order = change.order;
      } else if (change[1] < 0) {
        texts.delete(change[0]);
      } else {
        texts.set(change[0], change[1]);
        born[change[0]][change[1]] ??= index;
      }
    }
    return {order, texts};
  };
  const APART = 64;
  for (let i = 0, state = kept.get(-1); i < count; ++i) {
    state = step(state, i);
    if (i % APART === 0 || i === last) kept.set(i, state);
  }
  const standing = index => {
    let from = index;
    while (!kept.has(from)) --from;
    let state = kept.get(from);
    while (from < index) state = step(state, ++from);
    return state;
  };

  // --- Texts. A text is put together from the one before it, once.
  const whole = sections.map(section => [section[1][1]]);
  const textOf = (s, t) => {
    const known = whole[s];
    for (let i = known.length; i <= t; ++i) {
      let at = 0, text = "";
      for (const op of sections[s][i + 1].slice(1)) {
        if (typeof op === "string") {
          text += op;
        } else if (op > 0) {
          text += known[i - 1].slice(at, at + op), at += op;
        } else {
          at -= op;
        }
      }
      known[i] = text;
    }
    return known[t];
  };
  const headingOf = (s, t) => sections[s][t + 1][0];

  // Pieces of a text that came to be by the stored changes from text `a` to text `b`: [kind, text, edition],
  // kind being "" (stayed), "ins" or "del", and the edition that which brought an inserted piece.
  const forward = (s, a, b, first) => {
    let pieces = [["", textOf(s, a), first]];
    for (let t = a + 1; t <= b; ++t) {
      const next = [];
      let i = 0, rest = pieces.length ? pieces[0][1] : "";
      const take = (size, gone) => {
        while (size > 0 || (i < pieces.length && pieces[i][0] === "del")) {
          const [kind, text, edition] = pieces[i];
          if (kind === "del") {
            next.push([kind, text, edition]);
            rest = pieces[++i]?.[1] ?? "";
            continue;
          }
          const part = rest.slice(0, size);
          if (!gone) next.push([kind, part, edition]);
          if (gone && kind === "") next.push(["del", part, born[s][t]]);
          size -= part.length, rest = rest.slice(part.length);
          if (!rest) rest = pieces[++i]?.[1] ?? "";
        }
      };
      for (const op of sections[s][t + 1].slice(1)) {
        if (typeof op === "string") {
          next.push(["ins", op, born[s][t]]);
        } else {
          take(Math.abs(op), op < 0);
        }
      }
      take(0, false);
      pieces = [];
      for (const piece of next) {
        const before = pieces.at(-1);
        if (before && before[0] === piece[0] && before[2] === piece[2]) {
          before[1] += piece[1];
        } else if (piece[1]) {
          pieces.push([...piece]);
        }
      }
    }
    return pieces;
  };
  const turned = {"": "", ins: "del", del: "ins"};
  const between = (s, a, b) => join(a <= b ? forward(s, a, b, -1) :
    forward(s, b, a, -1).map(([kind, text, edition]) => [turned[kind], text, edition]));
  // What several editions changed next to each other is shown as one change.
  const join = pieces => {
    const joined = [];
    let del = "", ins = "";
    const put = () => {
      if (del) joined.push(["del", del, -1]);
      if (ins) joined.push(["ins", ins, -1]);
      del = ins = "";
    };
    pieces.forEach(([kind, text], i) => {
      if (kind === "del") {
        del += text;
      } else if (kind === "ins") {
        ins += text;
      } else if (del && ins && /^[ ,]+$/.test(text) && pieces[i + 1]?.[0]) {
        del += text, ins += text;
      } else {
        put();
        joined.push(["", text, -1]);
      }
    });
    put();
    return joined;
  };

  const words = text => (text.match(/\p{sc=Han}|[\p{L}\p{N}\p{M}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? []).length;

  // --- What is shown.
  const view = {from: Math.max(last - 1, 0), to: last, mode: "changes", phrase: ""};
  const shown = new Map();  // by section: the node and what it was made of

  const fill = (node, pieces, mode) => {
    for (const [kind, text, edition] of pieces) {
      if (mode === "who" && kind === "") {
        node.append(mark(text, list[Math.max(edition, 0)]));
      } else {
        node.append(kind ? make(kind, "", ...hits(text)) : make("span", "", ...hits(text)));
      }
    }
  };
  const mark = (text, edition) => {
    const node = make("mark", edition.color, ...hits(text));
    node.title = edition.date + " · " + edition.title;
    return node;
  };
  const hits = text => {
    const phrase = view.phrase.toLowerCase(), low = text.toLowerCase(), nodes = [];
    if (!phrase || low.length !== text.length) return [text];
    let at = 0;
    for (let hit; (hit = low.indexOf(phrase, at)) >= 0; at = hit + phrase.length)
      nodes.push(text.slice(at, hit), make("span", "found", text.slice(hit, hit + phrase.length)));
    return [...nodes, text.slice(at)];
  };

  // The heading's marks are kept, but quiet.
  const quieten = node => {
    for (const part of [...node.querySelectorAll("span:not(.found), mark")]) {
      if (part.childElementCount) continue;
      const [, open, middle, close] = /^(#{1,6} |)([^]*?)((?:\n[-=]{3,})?\s*)$/.exec(part.textContent);
      if (open || close) part.replaceChildren(make("span", "mk", open), middle, make("span", "mk", close));
    }
  };

  // Line ends around a text are kept, but take no room.
  const hideEnds = node => {
    for (const [part, lines] of [[node.firstChild, /^\n+/], [node.lastChild, /\s+$/]]) {
      let leaf = part;
      while (leaf?.nodeType === Node.ELEMENT_NODE) leaf = lines.source[0] === "^" ? leaf.firstChild : leaf.lastChild;
      const [ends] = leaf ? lines.exec(leaf.data) ?? [] : [];
      if (!ends) continue;
      const ended = lines.source[0] === "^" ? leaf.splitText(ends.length).previousSibling :
        leaf.splitText(leaf.length - ends.length);
      const hidden = make("span", "end");
      ended.replaceWith(hidden);
      hidden.append(ended);
    }
  };

  const describe = (s, a, b, isMoved) => {
    const of = sections[s].length - 1;
    const since = b < 0 ? "" : "since " + list[born[s][b]].date;
    const notes = [of === 1 ? since : `text ${(b < 0 ? a : b) + 1} of ${of}` + (since && " · " + since)];
    if (b < 0) notes.push("not in this edition");
    const line = make("p", "num", notes.join(" · "));
    if (a < 0 && b >= 0 && view.from !== view.to && view.mode === "changes") line.append(make("span", "badge", "new"));
    if (isMoved) line.append(make("span", "badge", "moved"));
    return line;
  };

  const render = (s, a, b, isMoved) => {
    const marks = view.mode === "changes";
    const key = [marks ? a : -2, b, view.mode, view.phrase, isMoved, view.from === view.to].join("|");
    const before = shown.get(s);
    if (before?.key === key) return before;
    let pieces;
    if (view.mode === "who") {
      pieces = forward(s, 0, b, born[s][0]).filter(piece => piece[0] !== "del").map(([, text, e]) => ["", text, e]);
    } else if (!marks || a === b) {
      pieces = [["", textOf(s, b), -1]];
    } else if (a < 0) {
      pieces = [["ins", textOf(s, b), -1]];
    } else if (b < 0) {
      pieces = [["del", textOf(s, a), -1]];
    } else {
      pieces = between(s, a, b);
    }
    const node = make("section"), title = make("div", "heading"), body = make("div", "whole");
    node.id = "s" + sections[s][0];
    let left = headingOf(s, b < 0 ? a : b);
    const heads = [], rest = [];
    for (const piece of pieces) {
      if (left <= 0) {
        rest.push(piece);
      } else if (piece[0] === "del" && b >= 0) {
        heads.push(piece);
      } else {
        const part = piece[1].slice(0, left);
        heads.push([piece[0], part, piece[2]]);
        if (part.length < piece[1].length) rest.push([piece[0], piece[1].slice(left), piece[2]]);
        left -= part.length;
      }
    }
    fill(title, heads, view.mode), fill(body, rest, view.mode);
    quieten(title), hideEnds(title), hideEnds(body);
    if (heads.length) title.setAttribute("role", "heading"), title.setAttribute("aria-level", "2");
    node.append(describe(s, a, b, isMoved), make("div", "t", title, body));
    if (b < 0) node.classList.add("gone");
    if (isMoved) node.classList.add("shifted");
    const wordsOf = kind => pieces.reduce((sum, piece) => sum + (piece[0] === kind ? words(piece[1]) : 0), 0);
    const made = {key, node, ins: marks ? wordsOf("ins") : 0, del: marks ? wordsOf("del") : 0,
                  title: textOf(s, b < 0 ? a : b).slice(0, headingOf(s, b < 0 ? a : b))
                    .replace(/^#+ |\n[-=]{3,}\s*$/g, "").trim() || "Opening text"};
    shown.set(s, made);
    return made;
  };

  // Those of `order` that are out of the order of `older`: all but a longest rising run.
  const findMoved = (older, order) => {
    const place = new Map(older.map((s, i) => [s, i]));
    const both = order.filter(s => place.has(s)), tails = [], back = [];
    both.forEach((s, i) => {
      let low = 0, high = tails.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        place.get(both[tails[middle]]) < place.get(s) ? low = middle + 1 : high = middle;
      }
      back[i] = low ? tails[low - 1] : -1;
      tails[low] = i;
    });
    const stays = new Set();
    for (let i = tails.at(-1) ?? -1; i >= 0; i = back[i]) stays.add(both[i]);
    return new Set(both.filter(s => !stays.has(s)));
  };

  // An entry of the contents; the same one for the same words.
  const entries = new Map();
  const entryOf = (s, title, hint, isNew) => {
    const key = [title, hint, isNew].join("|"), before = entries.get(s);
    if (before?.key === key) return before.node;
    const link = make("a", "", title), node = make("li", isNew ? "new" : "", link, make("small", "", hint));
    link.href = "#s" + sections[s][0];
    entries.set(s, {key, node});
    return node;
  };
  // Puts nodes in; those that stand there in order stay.
  const put = (parent, nodes) => {
    const wanted = new Set(nodes);
    for (const node of [...parent.childNodes]) if (!wanted.has(node)) node.remove();
    nodes.forEach((node, i) => node !== parent.childNodes[i] && parent.insertBefore(node, parent.childNodes[i] ?? null));
  };

  const all = by("all"), nav = by("contents");
  const show = () => {
    const after = standing(view.to), before = view.mode === "changes" ? standing(view.from) : after;
    const moved = findMoved(before.order, after.order);
    const gone = before.order.filter(s => !after.texts.has(s));
    const nodes = [], items = [];
    let ins = 0, del = 0, touched = 0;
    for (const s of [...after.order, ...gone]) {
      const a = before.texts.get(s) ?? -1, b = after.texts.get(s) ?? -1;
      const made = render(s, a, b, moved.has(s));
      nodes.push(made.node);
      ins += made.ins, del += made.del, touched += a !== b ? 1 : 0;
      items.push(entryOf(s, made.title, view.mode !== "changes" ? "since " + list[born[s][b]].date :
        a === b ? moved.has(s) ? "moved" : "unchanged" :
        a < 0 ? "new, +" + made.ins : b < 0 ? "gone, −" + made.del : `+${made.ins} −${made.del}`, a !== b));
    }
    if (!nodes.length) nodes.push(make("p", "lines", "On this date the document has no text."));
    put(all, nodes), put(nav, items);
    const {from, to} = view;
    by("said").replaceChildren(...view.mode === "changes" ?
      ["from ", make("b", "", list[from].date), " to ", make("b", "", list[to].date),
       ` · +${ins} −${del} words in ${touched} ${touched === 1 ? "section" : "sections"}`] :
      ["as of ", make("b", "", list[to].date), " · " + list[to].title]);
    for (const [name, index] of [["from", from], ["to", to]]) {
      const input = by(name);
      input.value = index;
      input.setAttribute("aria-valuetext", list[index].date + ", " + list[index].title);
      handles[name].setAttribute("cx", at(index) + "%");
    }
    by("from").disabled = view.mode !== "changes";
    handles.from.classList.toggle("off", view.mode !== "changes");
    span.setAttribute("x", at(Math.min(from, to)) + "%");
    span.setAttribute("width", view.mode === "changes" ? Math.abs(at(to) - at(from)) + "%" : "0");
    for (const button of document.querySelectorAll("[data-mode]"))
      button.setAttribute("aria-pressed", String(button.dataset.mode === view.mode));
    remember();
  };

  // --- The timeline.
  const first = days[0], room = Math.max(days[last] - first, 1);
  const at = index => 1 + (count === 1 ? 98 : (days[index] - first) / room * 98);
  const axis = by("axis");
  const most = list.reduce((most, edition) => Math.max(most, edition.size), 1);
  axis.append(draw("line", {class: "axis", x1: "0", x2: "100%", y1: 52, y2: 52}));
  const bars = draw("g", {"aria-hidden": "true"});
  for (let i = 0; i < count; ++i) {
    const height = 3 + 35 * Math.sqrt(list[i].size / most), width = count > 200 ? .2 : .6;
    bars.append(draw("rect", {class: list[i].color, x: at(i) - width / 2 + "%", width: width + "%", y: 48 - height,
                              height, rx: 1.5}));
  }
  const span = draw("rect", {class: "span", y: 50, height: 4});
  const found = draw("g", {class: "finds"});
  const handles = {from: draw("circle", {class: "from", cy: 52, r: 8}), to: draw("circle", {class: "to", cy: 52, r: 8})};
  axis.append(bars, span, found, handles.from, handles.to);
  for (const [index, anchor] of count > 1 ? [[0, "start"], [last, "end"]] : [[0, "start"]]) {
    const label = draw("text", {x: anchor === "start" ? "0" : "100%", y: 80, "text-anchor": anchor});
    label.textContent = list[index].date;
    axis.append(label);
  }
  // The handle that is nearer goes to the edition that is nearest.
  const drag = event => {
    const box = axis.getBoundingClientRect(), x = (event.clientX - box.left) / box.width * 100;
    let best = 0;
    for (let i = 0; i < count; ++i) if (Math.abs(at(i) - x) <= Math.abs(at(best) - x)) best = i;
    if (event.type === "pointerdown") {
      const nearTo = Math.abs(at(view.to) - x) <= Math.abs(at(view.from) - x);
      dragged = view.mode !== "changes" || nearTo ? "to" : "from";
      axis.setPointerCapture(event.pointerId);
      by(dragged).focus();
      event.preventDefault();
    }
    if (dragged && view[dragged] !== best) view[dragged] = best, show();
  };
  let dragged = null;
  axis.addEventListener("pointerdown", drag);
  axis.addEventListener("pointermove", event => dragged && drag(event));
  axis.addEventListener("pointerup", () => dragged = null);
  axis.addEventListener("pointercancel", () => dragged = null);

  // --- The search: in which intervals a phrase was there.
  const search = () => {
    const phrase = view.phrase.toLowerCase(), spans = [];
    found.replaceChildren();
    by("where").textContent = "";
    if (!phrase) return;
    const holds = sections.map((section, s) => section.slice(1).map((_, t) => textOf(s, t).toLowerCase().includes(phrase)));
    const inside = new Set(), ever = new Set();
    for (let i = 0; i < count; ++i) {
      for (const change of editions[i].slice(1)) {
        if (change.order) continue;
        const holdsIt = change[1] >= 0 && holds[change[0]][change[1]];
        holdsIt ? (inside.add(change[0]), ever.add(change[0])) : inside.delete(change[0]);
      }
      const open = spans.length && spans.at(-1)[1] === null;
      if (inside.size && !open) spans.push([i, null]);
      if (!inside.size && open) spans.at(-1)[1] = i;
    }
    for (const [begin, end] of spans) {
      const from = at(begin), to = end === null ? 100 : at(end);
      found.append(draw("rect", {x: from + "%", width: Math.max(to - from, .4) + "%", y: 62, height: 5, rx: 2.5}));
    }
    const name = ([begin, end]) => `${list[begin].date} to ${end === null ? "today" : list[end].date}`;
    const many = spans.length > 4 ? ` and ${spans.length - 4} more` : "";
    by("where").textContent = spans.length ?
      `“${view.phrase}” · ${spans.slice(0, 4).map(name).join("; ")}${many} · ${ever.size} ${ever.size === 1 ? "section" : "sections"}` :
      `“${view.phrase}” was never there`;
  };

  // --- Links that keep the dates, and the keyboard.
  const remember = () => {
    const state = new URLSearchParams();
    if (view.mode === "changes") state.set("from", list[view.from].iso);
    state.set("to", list[view.to].iso);
    state.set("view", view.mode);
    if (view.phrase) state.set("find", view.phrase);
    history.replaceState(null, "", "#" + state);
  };
  const indexOf = iso => {
    let index = list.findLastIndex(edition => edition.iso === iso);
    if (index < 0) index = list.findLastIndex(edition => edition.iso.slice(0, iso.length) <= iso);
    return Math.max(index, 0);
  };
  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    if (state.has("from")) view.from = indexOf(state.get("from"));
    if (state.has("to")) view.to = indexOf(state.get("to"));
    if (["changes", "clean", "who"].includes(state.get("view"))) view.mode = state.get("view");
    if (state.has("find")) view.phrase = by("find").value = state.get("find");
  };
  const move = (name, steps) => {
    const next = Math.min(Math.max(view[name] + steps, 0), last);
    if (next !== view[name]) view[name] = next, show();
  };
  for (const name of ["from", "to"]) {
    by(name).max = last;
    by(name).addEventListener("input", event => (view[name] = +event.target.value, show()));
  }
  for (const button of document.querySelectorAll("[data-mode]"))
    button.addEventListener("click", () => (view.mode = button.dataset.mode, show()));
  let waiting = 0;
  by("find").addEventListener("input", event => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (view.phrase = event.target.value.trim(), search(), show()), 80);
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=search]")) {
      if (event.key === "Escape") event.target.value = "", view.phrase = "", search(), show(), event.target.blur();
      return;
    }
    const modes = {c: "changes", t: "clean", w: "who"};
    if (event.key === "/") {
      by("find").focus(), event.preventDefault();
    } else if (modes[event.key]) {
      view.mode = modes[event.key], show();
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && !event.target.matches("input")) {
      move(event.shiftKey && view.mode === "changes" ? "from" : "to", event.key === "ArrowLeft" ? -1 : 1);
      event.preventDefault();
    }
  });
  addEventListener("hashchange", () => location.hash.includes("=") && (recall(), search(), show()));
  // A link to a section goes there, and the dates stay in the page's address.
  nav.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    by(link.hash.slice(1))?.scrollIntoView();
  });

  const wanted = /^#s\d+$/.test(location.hash) ? location.hash.slice(1) : "";
  recall();
  document.body.classList.add("live");
  search();
  show();
  if (wanted) by(wanted)?.scrollIntoView();
})().catch(error => {
  document.body.classList.remove("live");
  document.getElementById("failed").textContent = "The dates could not be opened in this browser (" + error.message +
    "): here are the last text and the list of changes.";
});
