import { html } from "hono/html";
import type { Page } from "./frame.ts";
import type { Visit } from "./visit.ts";

export function notFoundPage({ text }: Visit): Page {
  return {
    title: text.notFound.title,
    screen: "not_found",
    body: html`<h1>${text.notFound.title}</h1>
      <p class="soft">${text.notFound.explanation}</p>
      <p><a class="button first" href="/meetings">${text.notFound.back}</a></p>`,
  };
}
