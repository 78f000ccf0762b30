import type { Context as HonoContext } from "hono";
import { problemCodes, type ProblemBody, type ProblemCode } from "./contract/problem-codes.ts";
import type { Locale } from "./contract/types.ts";
import { text } from "./text/text.ts";
import { localeOf } from "./locale.ts";

interface ProblemOptions {
  field?: string;
  retryAfterSeconds?: number;
  reason?: (locale: Locale) => string;
  cause?: unknown;
}

/** Expected trouble: `throw new Problem("ticket-not-found")`. app.ts turns it into RFC 9457 JSON or a page. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly field: string | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds: number | undefined;
  /** What is wrong with the field, where the code says only that it is. */
  readonly reason: ((locale: Locale) => string) | undefined;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(code, { cause: options.cause });
    this.name = "Problem";
    this.code = code;
    this.status = problemCodes[code];
    this.field = options.field;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.reason = options.reason;
  }
}

/** The body of a problem, in the language that the request asks for, or of the page that shows it. */
export function problemBody(problem: Problem, c: HonoContext, locale = localeOf(c)): ProblemBody {
  const words = text(locale).problems[problem.code];
  return {
    type: `urn:dilitrust-help:problem:${problem.code}`,
    title: words.title,
    status: problem.status,
    code: problem.code,
    detail: problem.reason ? `${words.detail} ${problem.reason(locale)}` : words.detail,
    ...(problem.field === undefined ? {} : { field: problem.field }),
  };
}
