import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { textOf } from "../../content/article.ts";
import type { Article, Block, Inline } from "../../content/article.ts";
import type { GuideEvent, GuideView, Way } from "../../content/guide.ts";
import { icon, stateIcon } from "../look/icons.ts";
import type { GuideWords } from "../text/en-guide.ts";

/** One step on screen: what it is about, what belongs to it, and what to press. */
export interface Step {
  title?: TemplateResult;
  content?: TemplateResult;
  bar?: TemplateResult;
}

/** Articles' words and blocks, drawn with links that lead where this guide's links lead. */
export interface Draw {
  inlines(text: readonly Inline[]): (string | TemplateResult)[];
  blocks(blocks: readonly Block[]): TemplateResult[];
}

/** What the player knows beside the node itself, and what the person can do. */
export interface StepSetting {
  words: GuideWords;
  draw: Draw;
  /** A check takes long enough to say so. */
  isSlow: boolean;
  /** Until when a check is waited for, as a time of day. */
  waitsUntil?: string;
  isRepairing: boolean;
  /** What was pasted holds no code. */
  hasNoCode: boolean;
  /** Where an arrow draw to an article without a guide. */
  elsewhere?: Article;
  take(event: GuideEvent): void;
  repair(action: string): void;
  /** Looks for a code in what was pasted. */
  paste(text: string, check: string): void;
  stopWaiting(): void;
  handOver(): void;
  readArticle(slug?: string): void;
  startOver(): void;
  close(): void;
}

const longestTitle = 80; // two lines and a half of the panel's heading

type Shown<Kind extends GuideView["kind"]> = Extract<GuideView, { kind: Kind }>;

export function renderStep(now: GuideView, setting: StepSetting): Step {
  switch (now.kind) {
    case "run":
      return running(now, setting);
    case "ask":
      return asking(now, setting);
    case "paste":
      return pasting(now, setting);
    case "do":
      return doing(now, setting);
    case "read":
      return reading(now, setting);
    case "go":
      return leading(now, setting);
    case "end":
      return now.end === "solved" ? solved(now, setting) : handing(now, setting);
  }
}

function running(
  { text, checks, waitSeconds }: Shown<"run">,
  { words, draw, isSlow, waitsUntil, stopWaiting }: StepSetting,
): Step {
  if (!isSlow) return {};
  const names: Record<string, string> = words.path.checks;
  // A check's name is no sentence: "Code accepted" would be read as said of it.
  const what = text
    ? nothing
    : html`<ul class="field">
        ${checks.map((id) => html`<li class="state muted">${icon("toCome")}${names[id] ?? id}</li>`)}
      </ul>`;
  if (!waitSeconds || !waitsUntil)
    return { title: title(text ?? [words.looking], draw), content: html`<div role="status">${what}</div>` };
  return {
    title: title(text ?? [words.waiting], draw),
    content: html`<div class="stack" role="status">
      ${what}
      <p>${words.waitsUntil(waitsUntil)}</p>
      <p class="muted">${words.meanwhile}</p>
    </div>`,
    bar: html`<button class="button" @click=${stopWaiting}>${words.stopWaiting}</button>`,
  };
}

function asking({ text, note, answers }: Shown<"ask">, { draw, take }: StepSetting): Step {
  return {
    title: title(text, draw),
    content: html`${said(note)}
      <div class="choices" role="group" aria-labelledby="step">
        ${answers.map(
          ({ id, label }) =>
            html`<button class="go" @click=${() => take({ kind: "answered", answer: id })}>
              ${label}${icon("go", "flip end muted")}
            </button>`,
        )}
      </div>`,
  };
}

function pasting(
  { text, check }: Shown<"paste">,
  { words, draw, hasNoCode, paste, take }: StepSetting,
): Step {
  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    paste(String(new FormData(event.currentTarget).get("message")), check);
  }
  return {
    title: title(text, draw),
    content: html`<form id="paste" class="field" novalidate @submit=${submit}>
      <label class="label" for="message">${words.paste}</label>
      <textarea
        class="input"
        id="message"
        name="message"
        rows="4"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${hasNoCode ? "true" : nothing}
        aria-describedby="message-mend"
      ></textarea>
      <div id="message-mend" role="alert">
        ${hasNoCode ? html`<p class="state critical">${stateIcon("critical")}${words.noCode}</p>` : nothing}
      </div>
    </form>`,
    bar: html`<button class="button primary" form="paste">${words.find}</button>
      <button class="button" @click=${() => take({ kind: "pasted" })}>
        ${hasNoCode ? words.goOnWithout : words.noMessage}
      </button>`,
  };
}

function doing(
  { text, note, action, button }: Shown<"do">,
  { words, draw, isRepairing, repair, take }: StepSetting,
): Step {
  const [first, rest] = split(text);
  return {
    title: title(first, draw),
    content: html`${paragraph(rest, draw)} ${said(note)}
      <p class="silent" role="status">${isRepairing ? words.workingOnIt : nothing}</p>`,
    bar: html`<button class="button primary" aria-busy=${isRepairing} @click=${() => repair(action)}>
        ${isRepairing ? words.workingOnIt : button}
      </button>
      ${
        isRepairing
          ? nothing
          : html`<button class="button" @click=${() => take({ kind: "read" })}>${words.skip}</button>`
      }`,
  };
}

function reading({ text, note, ways, isTask }: Shown<"read">, { words, draw, take }: StepSetting): Step {
  const [only, ...others] = ways;
  const isOne = only !== undefined && others.length === 0;
  const [first, rest] = split(text ?? [isOne ? only.title : words.yourWay]);
  return {
    title: title(first, draw),
    content: html`${paragraph(rest, draw)} ${said(note)}
    ${
      isOne
        ? html`${text ? html`<h3>${only.title}</h3>` : nothing} ${draw.blocks(only.blocks)}`
        : ways.map((way) => oneWay(way, draw))
    }`,
    bar: html`<button class="button primary" @click=${() => take({ kind: "read" })}>
      ${isTask ? words.done : words.goOn}
    </button>`,
  };
}

function oneWay({ title, blocks }: Way, draw: Draw): TemplateResult {
  return html`<details class="list">
    <summary>${title}${icon("unfold", "end muted")}</summary>
    <div class="part stack">${draw.blocks(blocks)}</div>
  </details>`;
}

/** The article is shown, not opened: who is sent on wants to know where to. */
function leading(
  { slug }: Shown<"go">,
  { words, draw, elsewhere, readArticle, handOver }: StepSetting,
): Step {
  if (!elsewhere) return {};
  return {
    title: title([elsewhere.title], draw),
    content: html`<p>${elsewhere.summary}</p>`,
    bar: html`<button class="button primary" @click=${() => readArticle(slug)}>${words.readArticle}</button>
      <button class="button" @click=${handOver}>${words.sendIt}</button>`,
  };
}

function solved({ text = [] }: Shown<"end">, { words, draw, close, startOver }: StepSetting): Step {
  return {
    title: title([words.solved], draw),
    content: html`<p class="state ok" role="status">${stateIcon("ok")}${words.nothingSent}</p>
      ${paragraph(text, draw)}`,
    bar: html`<button class="button primary" @click=${close}>${words.close}</button>
      <button class="button" @click=${startOver}>${words.somethingElse}</button>`,
  };
}

function handing({ text }: Shown<"end">, { words, draw, handOver, readArticle }: StepSetting): Step {
  const [first, rest] = split(text ?? [words.handOver]);
  return {
    title: title(first, draw),
    content: html`${paragraph(text ? rest : [words.handOverWhy], draw)}`,
    bar: html`<button class="button primary" @click=${handOver}>${words.sendIt}</button>
      <button class="button" @click=${() => readArticle()}>${words.readArticle}</button>`,
  };
}

/** The first sentence is the heading, what follows it explains. */
function split(text: readonly Inline[]): [first: readonly Inline[], rest: readonly Inline[]] {
  for (const [index, part] of text.entries()) {
    const end = typeof part === "string" ? part.search(/(?<=[.!?])\s/) : -1;
    if (typeof part !== "string" || end < 0) continue;
    return [
      [...text.slice(0, index), part.slice(0, end)],
      [part.slice(end + 1), ...text.slice(index + 1)],
    ];
  }
  return [text, []];
}

function title(text: readonly Inline[], draw: Draw): TemplateResult {
  const isLong = textOf([{ kind: "paragraph", text: [...text] }]).length > longestTitle;
  return html`<h2 id="step" class=${isLong ? "long" : nothing} tabindex="-1">${draw.inlines(text)}</h2>`;
}

function paragraph(text: readonly Inline[], draw: Draw) {
  return text.length > 0 ? html`<p>${draw.inlines(text)}</p>` : nothing;
}

function said(note: string | undefined) {
  return note ? html`<p>${note}</p>` : nothing;
}
