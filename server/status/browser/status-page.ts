/**
 * Keeps the status page true while it is open, and lets a person ask its marks what happened on a day. The server
 * draws everything: on news the page is fetched again and its live parts are exchanged.
 */
import type { StatusSnapshot } from "../../contract/types.ts";
import { shownState } from "../shown-state.ts";

/** What the server last drew in each live part. A person may have opened or asked something in it since. */
const drawn = new Map<string, string>();

const board = document.getElementById("board");
if (board) {
  for (const part of document.querySelectorAll("[data-live]")) drawn.set(part.id, part.innerHTML);
  keepTrue(board);
  letAsk(board);
}

// Live -----------------------------------------------------------------------------------------------------

function keepTrue(board: HTMLElement): void {
  const blindAfter = 120_000; // what is older is not the present any more
  let lastNews = Date.now();
  let isBlind = false;
  let isWanted = false;
  let running: Promise<void> | undefined;

  function refresh(): void {
    isWanted = true;
    running ??= work().finally(() => (running = undefined));
  }

  async function work(): Promise<void> {
    // News that comes while the page is under way may not be in it.
    while (isWanted) {
      isWanted = false;
      const fresh = await fetchPage();
      if (!fresh) return;
      exchange(board, fresh);
      lastNews = Date.now();
      isBlind = false;
    }
  }

  const address = new URLSearchParams({
    site: board.dataset.site ?? "",
    locale: document.documentElement.lang,
  });
  const stream = new EventSource(`/api/status/stream?${address}`);
  stream.addEventListener("status", ({ data }: MessageEvent<string>) => {
    lastNews = Date.now();
    // Our own server wrote it.
    const snapshot = JSON.parse(data) as StatusSnapshot;
    if (isBlind || shownState(snapshot) !== board.dataset.shown) refresh();
    else sayChecked(new Date(snapshot.at));
  });

  // A stream that a proxy holds back brings nothing: then ask, and when nobody answers say so.
  setInterval(() => {
    const silentFor = Date.now() - lastNews;
    if (silentFor > blindAfter / 2 && !document.hidden) refresh();
    if (silentFor > blindAfter && !isBlind) {
      isBlind = true;
      showBlind();
    }
  }, 15_000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - lastNews > blindAfter / 2) refresh();
  });
}

/** Undefined when nobody answers: the page tries again, and says so after two minutes. */
async function fetchPage(): Promise<Document | undefined> {
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    if (!response.ok) return undefined;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    return undefined;
  }
}

/** The live parts keep their element, and with it focus and what announces them; only what is inside changes. */
function exchange(board: HTMLElement, fresh: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]:not([data-asked])")) {
    const other = fresh.getElementById(part.id);
    if (!other) continue;
    Object.assign(part.dataset, other.dataset);
    const drawing = other.innerHTML;
    if (drawn.get(part.id) === drawing) continue;
    part.replaceChildren(...other.childNodes);
    drawn.set(part.id, drawing);
  }
  for (const template of document.querySelectorAll("template")) {
    const other = fresh.getElementById(template.id);
    if (other) template.replaceWith(other);
  }
  Object.assign(board.dataset, fresh.getElementById("board")?.dataset);
  document.title = fresh.title;
}

function sayChecked(at: Date): void {
  const time = document.querySelector<HTMLTimeElement>("#checked time");
  if (!time) return;
  time.dateTime = at.toISOString();
  time.textContent = new Intl.DateTimeFormat(language(), {
    timeZone: time.dataset.zone,
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
}

/** As the server writes: 14:00 in both languages. */
function language(): string {
  return document.documentElement.lang === "en" ? "en-GB" : "fr-FR";
}

function showBlind(): void {
  const title = document.querySelector<HTMLTemplateElement>("template#blind-verdict")?.dataset.title;
  if (title !== undefined) document.title = title;
  drawn.clear();
  document.getElementById("verdict")?.replaceChildren(copyOf("blind-verdict") ?? "");
  for (const id of ["checked", "problems", "updates"]) document.getElementById(id)?.replaceChildren();
  for (const state of document.querySelectorAll("[data-state]"))
    state.replaceChildren(copyOf("blind-state") ?? "");
}

// The marks ------------------------------------------------------------------------------------------------

function letAsk(board: HTMLElement): void {
  const how = board.querySelector<HTMLElement>("[data-how]");
  if (how) how.textContent = how.dataset.how ?? "";
  for (const days of board.querySelectorAll<HTMLElement>(".days")) {
    const row = days.closest("li");
    const said = row?.querySelector<HTMLElement>(".said");
    if (row && said && days.children.length > 0) letAskRow(row, days, said);
  }
}

/** One tab stop a row. The day that is asked for answers in the place of the row's sum, so nothing moves. */
function letAskRow(row: HTMLElement, days: HTMLElement, said: HTMLElement): void {
  let asked: number | undefined;
  let sum: Node[] = [];
  const marks = () => [...days.querySelectorAll("i")];
  /** Narrow screens leave the oldest days out. */
  const first = () => marks().findIndex((mark) => mark.offsetWidth > 0);

  function ask(index: number): void {
    const all = marks();
    const mark = all[index];
    const isAsking = said.hasAttribute("data-asked");
    if (!mark || (isAsking && asked === index)) return;
    if (!isAsking) sum = [...said.childNodes];
    for (const one of all) one.classList.toggle("asked", one === mark);
    asked = index;
    said.setAttribute("data-asked", "");
    const day = document.createElement("b");
    day.textContent = dayOf(days, all.length - 1 - index);
    said.replaceChildren(day, ` ${answerOf(mark)} `, ...linkTo(mark.dataset.incident));
    describe(index);
  }

  function describe(index: number): void {
    const mark = marks()[index];
    if (!mark) return;
    days.setAttribute("aria-valuenow", String(index + 1));
    days.setAttribute(
      "aria-valuetext",
      `${dayOf(days, days.children.length - 1 - index)}: ${answerOf(mark)}`,
    );
  }

  function leave(): void {
    if (!said.hasAttribute("data-asked")) return;
    said.removeAttribute("data-asked");
    said.replaceChildren(...sum);
    for (const mark of marks()) mark.classList.remove("asked");
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") return leave();
    const all = marks();
    const now = asked ?? all.length - 1;
    const isTold = (mark: HTMLElement) => mark.dataset.said !== undefined;
    const places: Record<string, number> = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      Home: first(),
      End: all.length - 1,
      // From one day that something happened on to another.
      PageDown: all.findLastIndex((mark, index) => index < now && isTold(mark)),
      PageUp: all.findIndex((mark, index) => index > now && isTold(mark)),
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    if (place >= first()) ask(place);
  }

  // A slider is what reads its value out as it moves, also under a screen reader's own gestures.
  days.role = "slider";
  days.tabIndex = 0;
  days.ariaLabel = days.dataset.label ?? "";
  days.ariaValueMin = "1";
  days.ariaValueMax = String(days.children.length);
  describe(days.children.length - 1);
  days.addEventListener("focus", () => ask(asked ?? days.children.length - 1));
  days.addEventListener("keydown", onKey);
  for (const name of ["pointermove", "pointerdown"] as const) {
    days.addEventListener(name, ({ clientX }) =>
      ask(marks().findIndex((mark) => clientX < mark.getBoundingClientRect().right)),
    );
  }
  row.addEventListener("pointerleave", () => !row.matches(":focus-within") && leave());
  row.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && row.contains(relatedTarget))) leave();
  });
}

function answerOf(mark: HTMLElement): string {
  const plain = mark.closest<HTMLElement>("ul")?.dataset;
  return mark.dataset.said ?? (mark.classList.contains("unknown") ? plain?.unknown : plain?.ok) ?? "";
}

function dayOf(days: HTMLElement, daysBeforeLast: number): string {
  const day = new Date(`${days.dataset.last}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - daysBeforeLast);
  const form = new Intl.DateTimeFormat(language(), {
    timeZone: "UTC",
    weekday: "long",
    day: "numeric",
    month: "long",
  });
  return form.format(day).replace(",", "");
}

function linkTo(incident: string | undefined): Node[] {
  const link = copyOf("what-happened")?.firstElementChild;
  if (incident === undefined || !(link instanceof HTMLAnchorElement)) return [];
  link.href = `#incident-${incident}`;
  return [link];
}

function copyOf(template: string): DocumentFragment | undefined {
  const content = document.querySelector<HTMLTemplateElement>(`template#${template}`)?.content;
  return content && document.importNode(content, true);
}
