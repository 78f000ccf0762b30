import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Article } from "../../content/article.ts";
import type { Challenge, FeedbackInput } from "../../server/contract/feedback.ts";
import { call, fetchJson, hasAll } from "../api.ts";
import type { WidgetContext } from "../context.ts";

/** What a reader says; `id` makes it count once. */
export type Said = Pick<FeedbackInput, "id" | "isHelpful" | "reasons" | "comment" | "email">;

/**
 * The human check: a puzzle that the browser solves beside the page, so that nothing stands still and nobody waits.
 * Throws ApiError when the server cannot be asked.
 */
export async function proveHuman(context: WidgetContext): Promise<FeedbackInput["proof"]> {
  const challenge = await fetchJson(context, "/api/captcha", {}, isChallenge);
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("the challenge was not solved in time");
  return { challenge, solution };
}

/** Throws ApiError when it was not taken. */
export async function sendFeedback(
  context: WidgetContext,
  { slug, hash: version }: Article,
  said: Said,
  proof: FeedbackInput["proof"],
): Promise<void> {
  const body: FeedbackInput = { ...said, locale: context.text.locale, version, proof };
  await call(context, `/api/articles/${slug}/feedback`, { body });
}

const isChallenge = (value: unknown): value is Challenge => hasAll(value, "parameters", "signature");
