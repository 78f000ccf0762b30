import { randomUUID } from "node:crypto";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Hono } from "hono";
import type { Challenge, FeedbackInput } from "../server/contract/feedback.ts";

/** The human check, done as a browser does it. */
export async function proof(app: Hono): Promise<FeedbackInput["proof"]> {
  const challenge = (await (await app.request("/api/captcha")).json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("the challenge has no solution");
  return { challenge, solution };
}

/** An answer that is valid but for its proof. */
export function feedback(changes: Partial<FeedbackInput> = {}): Omit<FeedbackInput, "proof"> {
  return { id: randomUUID(), locale: "en", version: "0123456789ab", isHelpful: true, ...changes };
}

export function postFeedback(
  app: Hono,
  slug: string,
  body: unknown,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  return app.request(`/api/articles/${slug}/feedback`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
