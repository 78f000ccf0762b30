import { readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";
import { parse } from "yaml";
import type { Locale } from "../contract/types.ts";
import { projectDir } from "../settings.ts";

export type LetterName = "receipt" | "reply" | "sealed-reply" | "sign-in" | "identity-code" | "article-fixed";

/** Whoever reads one of these can be its reader: not for support's eyes, and not kept once it left. */
export const secretLetters: readonly string[] = ["sign-in", "identity-code"] satisfies LetterName[];

export interface Letter {
  subject: string;
  text: string;
  html: string;
}

interface Template {
  subject: string;
  text: string;
  html: string;
}

const templates = new Map<string, Template>();

/**
 * Fills a letter of content/letters. `{name}` takes a value as text; a value whose name ends in `Url` becomes a
 * link. Nothing in a value is markup. Throws when the letter names a value that is not given.
 */
export function writeLetter(name: LetterName, locale: Locale, values: Record<string, string>): Letter {
  const template = templateOf(name, locale);
  const fill = (text: string, write: (name: string, value: string) => string) =>
    text.replace(/\{(\w+)\}/g, (_, placeholder: string) => {
      const value = values[placeholder];
      if (value === undefined) throw new Error(`letter ${name} (${locale}): no value for {${placeholder}}`);
      return write(placeholder, value);
    });
  return {
    subject: fill(template.subject, (_, value) => value.replace(/\s+/g, " ")),
    text: fill(template.text, (_, value) => value),
    html: frame(
      locale,
      fill(template.html, (placeholder, value) =>
        placeholder.endsWith("Url")
          ? `<a href="${escapeHtml(value)}" style="color:#0b5a6b">${escapeHtml(value)}</a>`
          : escapeHtml(value).replaceAll("\n", "<br>"),
      ),
    ),
  };
}

function templateOf(name: LetterName, locale: Locale): Template {
  const path = join(projectDir, "content", "letters", locale, `${name}.md`);
  let template = templates.get(path);
  if (!template) {
    const [, head = "", body = ""] = readFileSync(path, "utf8").split(/^---$/m);
    // Our own file, with the one field that this names.
    const { subject } = parse(head) as { subject: string };
    const text = body.trim();
    template = { subject, text: text.replaceAll("**", ""), html: marked.parse(text, { async: false }) };
    templates.set(path, template);
  }
  return template;
}

function frame(locale: Locale, content: string): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><body style="margin:0;padding:24px 16px"><div style="max-width:560px;margin:0 auto;font:16px/26px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">${content}</div></body></html>`;
}

function escapeHtml(value: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return value.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
