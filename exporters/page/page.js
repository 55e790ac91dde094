"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { nodes, facts, days } = data;
  const byId = (id) => document.getElementById(id);
  const drawing = byId("drawing");
  const panel = byId("panel");
  const search = byId("search");
  const root = document.documentElement;

  // Elements. Text goes in as text only, so no name can become markup.

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "text") element.textContent = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  }
  const isolated = (text) => make("bdi", { text });
  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const say = (text) => { byId("status").textContent = text; };
  const link = (words, href) => (href ? make("a", { href, target: "_blank", rel: "noopener noreferrer" }, words) : words);

  // What belongs together.

  const nodeElements = new Map();
  const groupElements = new Map();
  for (const element of drawing.querySelectorAll("[data-n]")) nodeElements.set(Number(element.dataset.n), element);
  for (const element of drawing.querySelectorAll("[data-g]")) {
    const group = Number(element.dataset.g);
    if (!groupElements.has(group)) groupElements.set(group, []);
    groupElements.get(group).push(element);
  }
  const factsOfNode = nodes.map(() => []);
  const factsOfGroup = new Map();
  facts.forEach((fact, number) => {
    factsOfNode[fact.s].push(number);
    if (fact.o !== fact.s) factsOfNode[fact.o].push(number);
    if (!factsOfGroup.has(fact.group)) factsOfGroup.set(fact.group, []);
    factsOfGroup.get(fact.group).push(number);
    const degrees = (fact.evidence || []).filter((one) => one.confidence !== undefined).map((one) => one.confidence);
    fact.confidence = degrees.length ? Math.max(...degrees) : undefined;
    fact.sources = [...new Set((fact.evidence || []).map((one) => (one.source === undefined ? -1 : one.source)))];
    if (!fact.sources.length) fact.sources = [-1];
    fact.timed = fact.from !== undefined || fact.to !== undefined;
  });
  const relation = (fact) => data.relations[fact.r].label || (fact.undirected ? "–" : "→");
  const quotes = (fact) => (fact.evidence || []).flatMap((one) => (one.text || []).filter((_, place) => place % 2));
  const sentence = (fact) => `${nodes[fact.s].label} ${relation(fact)} ${nodes[fact.o].label}`;

  // Filters.

  const hidden = { classes: new Set(), relations: new Set(), held: new Set(), sources: new Set() };
  const limits = { confidence: 0, from: 0, to: days.length - 1, timeless: true };
  let shownFacts = [];
  let shownNodes = [];

  const classOf = (node) => (nodes[node].class === undefined ? -1 : nodes[node].class);

  function isInTime(fact) {
    if (!fact.timed) return limits.timeless;
    if (limits.from === 0 && limits.to === days.length - 1) return true;
    return (fact.from === undefined || fact.from <= limits.to) && (fact.to === undefined || fact.to >= limits.from);
  }

  function isShown(fact) {
    return !hidden.relations.has(fact.r) && !hidden.held.has(fact.held) && !hidden.classes.has(classOf(fact.s)) &&
      !hidden.classes.has(classOf(fact.o)) && fact.sources.some((one) => !hidden.sources.has(one)) &&
      (fact.confidence === undefined || fact.confidence >= limits.confidence) && isInTime(fact);
  }

  function apply() {
    shownFacts = facts.map(isShown);
    shownNodes = nodes.map((node, number) => !hidden.classes.has(classOf(number)) &&
      (!factsOfNode[number].length || factsOfNode[number].some((fact) => shownFacts[fact])));
    nodeElements.forEach((element, number) => element.classList.toggle("off", !shownNodes[number]));
    groupElements.forEach((elements, group) => {
      const isOn = factsOfGroup.get(group).some((fact) => shownFacts[fact]);
      for (const element of elements) element.classList.toggle("off", !isOn);
    });
    for (const element of drawing.querySelectorAll("[data-f]"))
      element.classList.toggle("off", !element.dataset.f.split(" ").some((fact) => shownFacts[fact]));
    byId("count").textContent = `${part(shownNodes, "node")}, ${part(shownFacts, "fact")}`;
    say(byId("count").textContent);
    keepTabStop();
    if (selection && selection.kind === "node" && !shownNodes[selection.number]) return select(null);
    mark();
    return render();
  }

  /// How many of all are shown, in words.
  function part(all, noun) {
    const some = all.filter(Boolean).length;
    return some === all.length ? count(some, noun) : `${some} of ${count(all.length, noun)}`;
  }
  const partOfFacts = (numbers) => part(numbers.map((number) => shownFacts[number]), "fact");

  function tally(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  }

  function addChoices(title, set, choices) {
    if (choices.length < 2) return;
    const boxes = choices.map(({ value, label, number, sign }) => {
      const input = make("input", { type: "checkbox", checked: true, onchange: () => {
        if (input.checked) set.delete(value); else set.add(value);
        apply();
      } });
      return { input, value, element: make("label", { class: "choice" }, input, sign,
        make("span", { class: "words", dir: "auto", text: label }), make("span", { class: "number", text: number })) };
    });
    const all = (on) => () => {
      for (const { input, value } of boxes) {
        input.checked = on;
        if (on) set.delete(value); else set.add(value);
      }
      apply();
    };
    byId("filters").append(make("fieldset", {}, make("legend", { text: title }),
      make("div", { class: "choices" }, ...boxes.map((one) => one.element)),
      choices.length < 3 ? null : make("div", { class: "both" },
        make("button", { type: "button", onclick: all(true), text: "all", "aria-label": `${title}: all` }),
        make("button", { type: "button", onclick: all(false), text: "none", "aria-label": `${title}: none` }))));
  }

  const swatch = (look) => make("span", { class: `swatch c${look}` });
  /// A line as the drawing has it for facts that are held so.
  const stroke = (held) => make("span", { class: `stroke ${held === "said by somebody" ? "attributed" : held}` });

  function buildFilters() {
    const terms = (listing, counts, none, sign) => [...counts.keys()].sort((a, b) => a - b).map((value) => ({
      value, number: counts.get(value), label: (value >= 0 && listing[value].label) || none, sign: sign(value) }));
    addChoices("Classes", hidden.classes, terms(data.classes, tally(nodes.map((_, number) => classOf(number))), "no class",
      (value) => {
        const look = value < 0 ? undefined : data.classes[value].look;
        return look === undefined ? null : swatch(look);
      }));
    addChoices("Relations", hidden.relations, terms(data.relations, tally(facts.map((fact) => fact.r)), "no label", () => null));
    addChoices("Held as", hidden.held, [...tally(facts.map((fact) => fact.held))].map(([value, number]) => ({
      value, number, label: value, sign: stroke(value) })));
    addChoices("Sources", hidden.sources, terms(data.sources, tally(facts.flatMap((fact) => fact.sources)),
      "without a source", () => null));
    if (facts.some((fact) => fact.confidence !== undefined)) addConfidence();
    if (!byId("filters").children.length) byId("filters").append(make("p", { text: "There is nothing to filter by." }));
  }

  function addConfidence() {
    const words = () => (limits.confidence ? `at least ${limits.confidence}` : "any");
    const shown = make("span", { class: "number", text: words() });
    byId("filters").append(make("fieldset", {}, make("legend", { text: "Confidence" }),
      make("input", { type: "range", id: "confidence", min: 0, max: 1, step: 0.05, value: 0, "aria-label": "Least confidence",
        "aria-valuetext": words(), oninput: (event) => {
          limits.confidence = Number(event.target.value);
          shown.textContent = words();
          event.target.setAttribute("aria-valuetext", words());
          apply();
        } }), shown, facts.some((fact) => fact.confidence === undefined)
        ? make("div", { class: "number", text: "Facts without one stay." }) : null));
  }

  // Time.

  let playing = 0;

  function buildTimes() {
    if (days.length < 2) return;
    const words = make("output", { text: "" });
    const handle = (end, label) => make("input", { type: "range", id: `time-${end}`, min: 0, max: days.length - 1, step: 1,
      value: limits[end], "aria-label": label, oninput: () => { stop(); change(end); } });
    const from = handle("from", "From");
    const to = handle("to", "Until");
    function change(end) {
      limits[end] = Number((end === "from" ? from : to).value);
      if (limits.from > limits.to) limits[end === "from" ? "to" : "from"] = limits[end];
      update();
      apply();
    }
    function update() {
      from.value = limits.from;
      to.value = limits.to;
      from.setAttribute("aria-valuetext", days[limits.from]);
      to.setAttribute("aria-valuetext", days[limits.to]);
      const isAll = limits.from === 0 && limits.to === days.length - 1;
      words.textContent = isAll ? "all times" : `${days[limits.from]} – ${days[limits.to]}`;
    }
    const play = make("button", { type: "button", id: "play", text: "Play", onclick: () => {
      if (playing) return stop();
      limits.from = 0;
      limits.to = 0;
      play.textContent = "Stop";
      playing = setInterval(() => { if (limits.to >= days.length - 1) stop(); else { limits.to += 1; update(); apply(); } }, 700);
      update();
      return apply();
    } });
    function stop() {
      clearInterval(playing);
      playing = 0;
      play.textContent = "Play";
    }
    const timeless = make("input", { type: "checkbox", id: "timeless", checked: true, onchange: () => {
      limits.timeless = timeless.checked;
      apply();
    } });
    byId("times").append(words, make("label", {}, "From", from), make("label", {}, "until", to), play,
      facts.every((fact) => fact.timed) ? "" : make("label", { class: "choice" }, timeless, "without a time too"));
    byId("times").hidden = false;
    update();
  }

  // Selection and panel.

  let selection = null;
  let shownInPanel = 50;

  function select(wanted, quietly) {
    selection = wanted;
    shownInPanel = 50;
    mark();
    render();
    panel.scrollTop = 0;
    let place = "";
    if (wanted && wanted.kind === "node") place = nodes[wanted.number].id;
    else if (wanted) place = facts[wanted.fact === undefined ? factsOfGroup.get(wanted.number)[0] : wanted.fact].id;
    try { history.replaceState(null, "", place ? `#${encodeURIComponent(place)}` : location.pathname + location.search); } catch { /* not in a file */ }
    frame();
    if (!quietly) say(wanted ? `${panel.querySelector("h2").textContent}: ${panel.querySelector(".sub").textContent}` : "Nothing is selected");
  }

  function mark() {
    for (const element of drawing.querySelectorAll(".on, .near")) element.classList.remove("on", "near");
    drawing.classList.toggle("picked", selection !== null);
    if (!selection) return;
    const all = selection.kind === "node" ? factsOfNode[selection.number] : factsOfGroup.get(selection.number);
    const mine = all.filter((number) => shownFacts[number]);
    const add = (element, name) => { if (element) element.classList.add(name); };
    for (const number of mine) {
      const fact = facts[number];
      for (const element of groupElements.get(fact.group) || []) add(element, selection.kind === "node" ? "near" : "on");
      add(nodeElements.get(fact.s), "near");
      add(nodeElements.get(fact.o), "near");
    }
    if (selection.kind === "node") add(nodeElements.get(selection.number), "on");
  }

  function nodeButton(number) {
    return make("button", { type: "button", onclick: () => { select({ kind: "node", number }); reveal(number); panel.focus(); } },
      isolated(nodes[number].label));
  }

  function piece(one) {
    const source = one.source === undefined ? null : data.sources[one.source];
    const about = [source && source.publisher, source && source.date,
      one.confidence === undefined ? null : `confidence ${one.confidence}`].filter(Boolean).join(" · ");
    return make("figure", {},
      one.text ? make("blockquote", { dir: "auto" }, ...one.text.map((words, place) => (place % 2 ? make("mark", { text: words }) : words))) : null,
      source || about ? make("figcaption", {}, source ? link(isolated(source.label), source.link) : "",
        source && about ? " · " : "", about) : null);
  }

  function details(attributes) {
    const list = (attributes || []).flatMap(([name, ...values]) => [make("dt", { text: name }), make("dd", { dir: "auto", text: values.join("; ") })]);
    return list.length ? make("dl", {}, ...list) : null;
  }

  function card(number) {
    const fact = facts[number];
    const meta = [fact.time, fact.place, fact.claim, fact.rule === undefined ? null : `derived by ${fact.rule}`].filter(Boolean);
    const isHere = selection && selection.kind === "group" && selection.number === fact.group;
    const show = isHere || !groupElements.has(fact.group) ? null : make("button", { type: "button", text: "show",
      "aria-label": `show in the drawing: ${sentence(fact)}`,
      onclick: () => { select({ kind: "group", number: fact.group, fact: number }); reveal(fact.s, fact.o); panel.focus(); } });
    return make("article", { class: `fact${isHere && selection.fact === number ? " found" : ""}`, "data-fact": fact.id },
      make("h3", { dir: "auto" }, nodeButton(fact.s), ` ${relation(fact)} `, nodeButton(fact.o)),
      meta.length || show ? make("p", { class: "meta" }, meta.join(" · "), show && make("span", { class: "show" }, meta.length ? " · " : "", show)) : null,
      details(fact.attributes), ...(fact.evidence || []).map(piece));
  }

  function cards(numbers) {
    const visible = numbers.filter((number) => shownFacts[number]);
    const list = visible.slice(0, shownInPanel).map(card);
    if (visible.length > shownInPanel)
      list.push(make("button", { type: "button", class: "more", text: `${visible.length - shownInPanel} more`,
        onclick: () => { shownInPanel += 200; render(); focusOnCard(list.length - 1); } }));
    if (!visible.length && numbers.length) list.push(make("p", { class: "sub", text: "The filters hide its facts." }));
    return list;
  }

  /// Keeps the focus where the reader was when what held it is drawn anew.
  function focusOnCard(place) {
    const button = panel.querySelectorAll("article")[place].querySelector("button");
    if (button) button.focus();
  }

  const closing = () => make("button", { type: "button", text: "Close", onclick: () => { select(null); panel.focus(); } });

  function nodeView(number) {
    const node = nodes[number];
    const mine = factsOfNode[number];
    const attributes = (node.attributes || []).filter(([, ...values]) => values.length > 1 || values[0] !== node.label);
    return [make("div", { class: "row" }, make("h2", { dir: "auto", text: node.label }), closing()),
      make("p", { class: "sub" }, node.types ? make("span", { class: `chip c${node.look}`, text: node.types }) : "", node.types ? " " : "",
        `${partOfFacts(mine)} · `, link(isolated(node.id), node.link)),
      details(attributes), ...cards(mine)];
  }

  function groupView(group) {
    const mine = factsOfGroup.get(group);
    const { s, o } = facts[mine[0]];
    return [make("div", { class: "row" }, make("h2", {}, isolated(nodes[s].label), " – ", isolated(nodes[o].label)), closing()),
      make("p", { class: "sub", text: partOfFacts(mine) }), ...cards(mine)];
  }

  function overview() {
    const quoted = facts.filter((fact) => quotes(fact).length).length;
    return [make("h2", { text: "Facts" }),
      make("p", { class: "sub", text: quoted ? `${quoted} of ${count(facts.length, "fact")} with quotes. Choose a node or a line to see its own.`
        : "Choose a node or a line to see its facts." }), ...cards(facts.map((_, number) => number))];
  }

  function render() {
    const parts = !selection ? overview() : selection.kind === "node" ? nodeView(selection.number) : groupView(selection.number);
    panel.replaceChildren(...parts.filter(Boolean));
  }

  // Pan and zoom: the view box is what is seen.

  const whole = drawing.viewBox.baseVal;
  const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
  // All dots show their names where one finds room beside the next, on the average.
  const nameRoom = Math.min(0.9, Math.sqrt((home.w * home.h) / nodes.length) / 64);
  let view = { ...home };
  let gliding = 0;
  let isFramed = false;

  function look(next) {
    const least = Math.max(home.w, home.h) / 200;
    view = { ...next, w: Math.max(next.w, least), h: Math.max(next.h, least) };
    drawing.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const unit = Math.max(view.w / (drawing.clientWidth || 1), view.h / (drawing.clientHeight || 1));
    drawing.style.setProperty("--unit", unit);
    drawing.classList.toggle("close", unit < nameRoom);
  }

  function zoom(factor, x = view.x + view.w / 2, y = view.y + view.h / 2) {
    const most = Math.max(home.w / view.w, home.h / view.h) * 1.6;
    const by = Math.min(factor, most);
    look({ x: x - (x - view.x) * by, y: y - (y - view.y) * by, w: view.w * by, h: view.h * by });
  }

  function pointAt(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawing.getScreenCTM().inverse());
    return { x: at.x, y: at.y };
  }

  const centre = (number) => {
    const box = nodeElements.get(number).getBBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  /// Moves the view, at once or in steps, as the reader likes it.
  function glide(next) {
    cancelAnimationFrame(gliding);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return look(next);
    const start = { ...view };
    const began = performance.now();
    const step = (now) => {
      const part = Math.min((now - began) / 260, 1);
      const eased = part * (2 - part);
      const between = (name) => start[name] + (next[name] - start[name]) * eased;
      look({ x: between("x"), y: between("y"), w: between("w"), h: between("h") });
      if (part < 1) gliding = requestAnimationFrame(step);
    };
    gliding = requestAnimationFrame(step);
    return undefined;
  }

  /// Where texts are too small to read, goes near what is selected; and back when nothing is.
  function frame() {
    if (!selection) {
      if (isFramed) glide({ ...home });
      isFramed = false;
      return;
    }
    const scale = Math.min(drawing.clientWidth / view.w, drawing.clientHeight / view.h);
    if (!isFramed && scale >= 0.8) return;
    const boxes = [...drawing.querySelectorAll(".node:is(.on, .near)")].map((element) => element.getBBox());
    if (!boxes.length) return;
    const left = Math.min(...boxes.map((box) => box.x)) - 40;
    const top = Math.min(...boxes.map((box) => box.y)) - 40;
    const width = Math.max(...boxes.map((box) => box.x + box.width)) + 40 - left;
    const height = Math.max(...boxes.map((box) => box.y + box.height)) + 40 - top;
    const unit = Math.max(width / drawing.clientWidth, height / drawing.clientHeight, 0.7);
    const w = Math.min(unit * drawing.clientWidth, home.w);
    const h = Math.min(unit * drawing.clientHeight, home.h);
    glide({ x: left + width / 2 - w / 2, y: top + height / 2 - h / 2, w, h });
    isFramed = true;
  }

  /// Moves the view to some nodes, unless it went near what is selected.
  function reveal(...numbers) {
    if (!isFramed) follow(...numbers);
  }

  /// Moves the view only as far as it takes to see some nodes.
  function follow(...numbers) {
    const points = numbers.filter((number) => nodeElements.has(number)).map(centre);
    if (points.every((at) => at.x > view.x && at.x < view.x + view.w && at.y > view.y && at.y < view.y + view.h)) return;
    const x = points.reduce((sum, at) => sum + at.x, 0) / points.length;
    const y = points.reduce((sum, at) => sum + at.y, 0) / points.length;
    cancelAnimationFrame(gliding);
    isFramed = false;
    look({ ...view, x: x - view.w / 2, y: y - view.h / 2 });
  }

  const pointers = new Map();
  let moved = 0;

  function onPointerMove(event) {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const others = [...pointers.entries()].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const unit = 1 / drawing.getScreenCTM().a;
    cancelAnimationFrame(gliding);
    isFramed = false;
    moved += Math.abs(event.clientX - before.clientX) + Math.abs(event.clientY - before.clientY);
    if (others.length) {
      const apart = (at) => Math.hypot(at.clientX - others[0].clientX, at.clientY - others[0].clientY) || 1;
      const middle = pointAt({ clientX: (event.clientX + others[0].clientX) / 2, clientY: (event.clientY + others[0].clientY) / 2 });
      zoom(apart(before) / apart(event), middle.x, middle.y);
    } else {
      look({ ...view, x: view.x - (event.clientX - before.clientX) * unit, y: view.y - (event.clientY - before.clientY) * unit });
    }
    if (moved > 4 && !drawing.hasPointerCapture(event.pointerId)) {
      drawing.setPointerCapture(event.pointerId);
      drawing.classList.add("dragged");
    }
    pointers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
  }

  function onPointerEnd(event) {
    pointers.delete(event.pointerId);
    drawing.classList.remove("dragged");
  }

  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (!pointers.size) moved = 0;
    pointers.set(event.pointerId, { clientX: event.clientX, clientY: event.clientY });
  });
  drawing.addEventListener("pointermove", onPointerMove);
  drawing.addEventListener("pointerup", onPointerEnd);
  drawing.addEventListener("pointercancel", onPointerEnd);
  drawing.addEventListener("wheel", (event) => {
    event.preventDefault();
    cancelAnimationFrame(gliding);
    isFramed = false;
    const at = pointAt(event);
    zoom(Math.exp(Math.max(-120, Math.min(120, event.deltaY)) * 0.0025), at.x, at.y);
  }, { passive: false });
  drawing.addEventListener("click", (event) => {
    if (moved > 4) return;
    const target = event.target.closest("[data-n], [data-g]");
    if (!target) return select(null);
    const line = event.target.closest("[data-f]");
    choose(target, line ? Number(line.dataset.f.split(" ")[0]) : undefined);
  });

  function choose(element, fact) {
    if (element.dataset.n !== undefined) select({ kind: "node", number: Number(element.dataset.n) });
    else select({ kind: "group", number: Number(element.dataset.g), fact });
  }

  // Keyboard in the drawing: one stop for the tab key, arrows from node to node.

  function focusOn(element) {
    stopAt(element);
    element.focus({ preventScroll: true });
    if (element.dataset.n !== undefined) follow(Number(element.dataset.n));
  }

  function stopAt(element) {
    for (const one of drawing.querySelectorAll("[tabindex='0']")) one.setAttribute("tabindex", "-1");
    element.setAttribute("tabindex", "0");
  }

  /// The stop for the tab key is at something that is shown.
  function keepTabStop() {
    const stop = drawing.querySelector("[tabindex='0']");
    if (stop && !stop.classList.contains("off")) return;
    const next = [...nodeElements.values()].find((element) => !element.classList.contains("off"));
    if (next) stopAt(next);
  }

  /// The node that stands after this one among those that are shown, or before it; so every one is reached.
  function following(from, step) {
    const shown = [...nodeElements.values()].filter((element) => !element.classList.contains("off"));
    const at = shown.indexOf(from.dataset.n === undefined ? nodeElements.get(lastNode) : from);
    return shown[(at + step + shown.length) % shown.length];
  }

  function neighbour(from, key) {
    const ahead = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key];
    const box = from.getBBox();
    const here = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    let best = null;
    let least = Infinity;
    nodeElements.forEach((element, number) => {
      if (element === from || !shownNodes[number]) return;
      const at = centre(number);
      const along = (at.x - here.x) * ahead[0] + (at.y - here.y) * ahead[1];
      const across = Math.abs((at.x - here.x) * ahead[1]) + Math.abs((at.y - here.y) * ahead[0]);
      if (along <= 0 || along + 2 * across >= least) return;
      least = along + 2 * across;
      best = element;
    });
    return best;
  }

  let lastNode = 0;

  function nextLine(from) {
    if (from.dataset.n !== undefined) lastNode = Number(from.dataset.n);
    const groups = [...new Set(factsOfNode[lastNode].filter((fact) => shownFacts[fact]).map((fact) => facts[fact].group))];
    const at = from.dataset.g === undefined ? -1 : groups.indexOf(Number(from.dataset.g));
    const elements = groups.length ? groupElements.get(groups[(at + 1) % groups.length]) : null;
    return elements ? elements.find((element) => element.classList.contains("edge")) : null;
  }

  drawing.addEventListener("keydown", (event) => {
    const from = event.target.closest("[data-n], [data-g]");
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const actions = {
      Enter: () => choose(from), " ": () => choose(from), Escape: () => select(null),
      "+": () => zoom(0.8), "=": () => zoom(0.8), "-": () => zoom(1.25), 0: () => look({ ...home }),
    };
    let next = null;
    if (event.key.startsWith("Arrow")) next = neighbour(from, event.key);
    else if (event.key === "PageDown" || event.key === "PageUp") next = following(from, event.key === "PageDown" ? 1 : -1);
    else if (event.key === "e" || event.key === "E") next = nextLine(from);
    else if (actions[event.key]) actions[event.key]();
    else return;
    event.preventDefault();
    if (next) focusOn(next);
  });

  // Search.

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const nodeTexts = nodes.map((node) => plain([node.label, node.id, node.types || "", ...(node.attributes || []).flat()].join(" ")));
  const factTexts = facts.map((fact) => plain([sentence(fact), fact.time || "", fact.place || "",
    ...(fact.attributes || []).flat(), ...quotes(fact)].join(" ")));
  let results = [];
  let active = 0;

  function find() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const matches = (texts) => texts.flatMap((text, number) => (words.every((word) => text.includes(word)) ? [number] : []));
    if (!words.length) return close();
    const foundNodes = matches(nodeTexts).sort((a, b) => Number(plain(nodes[b].label).startsWith(words[0])) - Number(plain(nodes[a].label).startsWith(words[0])));
    const foundFacts = matches(factTexts);
    results = [...foundNodes.slice(0, 8).map((number) => ({ kind: "node", number })),
      ...foundFacts.slice(0, 12).map((fact) => ({ kind: "group", number: facts[fact].group, fact }))];
    active = 0;
    const items = results.map((result, place) => {
      const isNode = result.kind === "node";
      const node = nodes[result.number];
      const quote = isNode ? node.types || "" : quotes(facts[result.fact])[0] || "";
      return make("li", { role: "option", id: `found-${place}`, onmousedown: (event) => event.preventDefault(), onclick: () => open(place) },
        isolated(isNode ? node.label : sentence(facts[result.fact])),
        quote ? make("small", { dir: "auto", text: quote.length > 110 ? `${quote.slice(0, 110)}…` : quote }) : null);
    });
    const note = foundNodes.length + foundFacts.length > results.length || !results.length
      ? [make("li", { class: "none", role: "presentation", text: results.length ? `${foundNodes.length + foundFacts.length - results.length} more` : "Nothing found" })] : [];
    byId("found").replaceChildren(...items, ...note);
    byId("found").hidden = false;
    search.setAttribute("aria-expanded", "true");
    point();
    say(`${count(foundNodes.length, "node")}, ${count(foundFacts.length, "fact")} found`);
    return undefined;
  }

  function point() {
    byId("found").querySelectorAll("[role='option']").forEach((item, place) => {
      item.setAttribute("aria-selected", place === active ? "true" : "false");
      if (place === active) item.scrollIntoView({ block: "nearest" });
    });
    if (results.length) search.setAttribute("aria-activedescendant", `found-${active}`);
    else search.removeAttribute("aria-activedescendant");
  }

  function close() {
    byId("found").hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }

  function open(place) {
    const result = results[place];
    close();
    if (!result) return;
    select(result);
    if (result.kind === "node") reveal(result.number);
    else reveal(facts[result.fact].s, facts[result.fact].o);
    const found = panel.querySelector(".found");
    if (found) found.scrollIntoView({ block: "nearest" });
  }

  search.addEventListener("input", find);
  search.addEventListener("focus", () => { if (search.value) find(); });
  search.addEventListener("blur", close);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter") open(active);
    else if (event.key === "ArrowDown" && results.length) active = (active + 1) % results.length;
    else if (event.key === "ArrowUp" && results.length) active = (active + results.length - 1) % results.length;
    else return;
    event.preventDefault();
    if (event.key.startsWith("Arrow")) point();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target === search || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    search.focus();
  });

  // The tools above.

  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  const nameTheme = () => { byId("theme").textContent = isDark() ? "Light" : "Dark"; };
  byId("theme").addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", nameTheme);
  byId("print").addEventListener("click", () => print());
  byId("zoom-in").addEventListener("click", () => zoom(0.8));
  byId("zoom-out").addEventListener("click", () => zoom(1.25));
  byId("zoom-fit").addEventListener("click", () => look({ ...home }));
  byId("filters").addEventListener("submit", (event) => event.preventDefault());

  function showFilters(isOn) {
    byId("filters").hidden = !isOn;
    byId("toggle-filters").setAttribute("aria-expanded", String(isOn));
  }
  byId("toggle-filters").addEventListener("click", () => showFilters(byId("filters").hidden));

  // Paper holds the whole drawing, its key, and what the panel would show, in full.
  let viewOnScreen = home;
  function key() {
    const classes = [...new Set(nodes.flatMap((_, number) => (shownNodes[number] ? [classOf(number)] : [])))]
      .filter((value) => value >= 0 && data.classes[value].look !== undefined).sort((a, b) => a - b);
    const held = [...new Set(facts.filter((_, number) => shownFacts[number]).map((fact) => fact.held))];
    return make("p", { class: "key" },
      ...classes.map((value) => make("span", {}, swatch(data.classes[value].look), data.classes[value].label)),
      ...(held.length < 2 ? [] : held.map((value) => make("span", {}, stroke(value), value))));
  }
  addEventListener("beforeprint", () => {
    const kept = shownInPanel;
    shownInPanel = Infinity;
    const numbers = !selection ? facts.map((_, number) => number)
      : selection.kind === "node" ? factsOfNode[selection.number] : factsOfGroup.get(selection.number);
    byId("paper").replaceChildren(key(), make("h2", { text: "Facts" }), ...cards(numbers));
    shownInPanel = kept;
    cancelAnimationFrame(gliding);
    viewOnScreen = view;
    look({ ...home });
  });
  addEventListener("afterprint", () => { byId("paper").replaceChildren(); look(viewOnScreen); });
  addEventListener("resize", () => look(view));

  function selectByAddress() {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* not ours */ }
    const node = nodes.findIndex((one) => one.id === id);
    const fact = facts.findIndex((one) => one.id === id);
    if (id && node >= 0) select({ kind: "node", number: node }, true);
    else if (id && fact >= 0) select({ kind: "group", number: facts[fact].group, fact }, true);
    else if (!id && selection) select(null);
  }
  addEventListener("hashchange", selectByAddress);

  nameTheme();
  showFilters(!matchMedia("(max-width: 52rem)").matches);
  buildFilters();
  buildTimes();
  apply();
  say("");
  look(home);
  selectByAddress();
})();
