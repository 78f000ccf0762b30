import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { locales as zodLocales, type z, type ZodType } from "zod";
import type { Locale } from "./contract/types.ts";
import type { ProblemCode } from "./contract/problem-codes.ts";
import { Problem } from "./problem.ts";
import { text } from "./text/text.ts";

/** Refuses a larger body: by what it says of itself, since HTTP lets no more of it through; else by counting. */
export function bodyAtMost(maxSize: number): MiddlewareHandler {
  const onError = () => {
    throw new Problem("body-too-large", {
      reason: (locale) => text(locale).reasons.atMost(Math.floor(maxSize / 1_024)),
    });
  };
  const count = bodyLimit({ maxSize, onError });
  return async function bodyAtMost(c, next) {
    const length = c.req.header("content-length");
    // To count costs a stream, which is a tenth of what a report costs.
    if (length === undefined || c.req.header("transfer-encoding") !== undefined) return count(c, next);
    return Number(length) > maxSize ? onError() : next();
  };
}

/**
 * The body of a request, checked. Throws `body-not-json`, or for the first field that is wrong the code that
 * `codes` names for its path ("reporter.email", or a parent's), else `input-invalid`.
 */
export async function readInput<Input>(
  c: HonoContext,
  schema: ZodType<Input, unknown>,
  codes: Record<string, ProblemCode> = {},
): Promise<Input> {
  return checkInput(await readJson(c), schema, codes);
}

/** Throws `body-not-json`. */
export async function readJson(c: HonoContext): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof SyntaxError) throw new Problem("body-not-json");
    throw error; // the body limit's own error
  }
}

/**
 * What was typed into a form, with line breaks as `maxlength` counts them: one character each, where a browser sends two.
 * A file counts as nothing typed, since no form of ours asks for one. Throws `input-invalid` for what is no form.
 */
export async function readForm(c: HonoContext): Promise<URLSearchParams> {
  const body = await c.req.arrayBuffer();
  const typed = new URLSearchParams();
  if (body.byteLength === 0) return typed;
  for (const [name, value] of await parseForm(body, c.req.header("content-type") ?? "")) {
    const text = typeof value === "string" ? value.replaceAll("\r\n", "\n") : "";
    typed.append(name, String(storable(text)));
  }
  return typed;
}

async function parseForm(body: ArrayBuffer, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    throw new Problem("input-invalid", { cause: error }); // another type, or cut off
  }
}

/** What was read, checked as `readInput` does. In a list, `codes` names the field of whichever item. */
export function checkInput<Input>(
  body: unknown,
  schema: ZodType<Input, unknown>,
  codes: Record<string, ProblemCode> = {},
): Input {
  const result = schema.safeParse(body);
  // What a schema let through has the shape that it promises.
  if (result.success) return storable(result.data) as Input;
  const [issue] = result.error.issues;
  const path = issue?.path ?? [];
  const field = path.map(String).join(".");
  const names = path.filter((part) => typeof part !== "number").map(String);
  const code = codes[names.join(".")] ?? codes[names[0] ?? ""] ?? "input-invalid";
  throw new Problem(code, {
    ...(field !== "" && { field }),
    ...(code === "input-invalid" && issue && { reason: (locale) => sayIssue(issue, locale) }),
  });
}

const zodWords: Record<Locale, z.core.$ZodErrorMap> = {
  en: zodLocales.en().localeError,
  fr: zodLocales.fr().localeError,
};

/** "Too big: expected string to have <=5000 characters", as the checker itself says it. */
function sayIssue(issue: z.core.$ZodIssue, locale: Locale): string {
  const said = zodWords[locale](issue as z.core.$ZodRawIssue); // what was found wrong, before and after it has words
  const words = (typeof said === "string" ? said : said?.message) ?? issue.message;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** No text of PostgreSQL holds NUL or half a character. A person whose text does is to be heard all the same. */
function storable(value: unknown): unknown {
  return isStorable(value) ? value : withStorableTexts(value);
}

const unstorable = /[\0\p{Surrogate}]/u;

function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !unstorable.test(value);
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isStorable);
  return Object.keys(value).every(isStorable) && Object.values(value).every(isStorable);
}

function withStorableTexts(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(new RegExp(unstorable, "gu"), "\ufffd");
  if (Array.isArray(value)) return value.map(withStorableTexts);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map((entry) => entry.map(withStorableTexts)));
}
