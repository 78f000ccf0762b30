import type { CheckedArticle } from "../../content/check-article.ts";
import type { FeedbackReason } from "../contract/feedback.ts";
import { maskText } from "../contract/mask.ts";
import type { Context } from "../context.ts";
import type { Queries } from "../database.ts";
import { Problem } from "../problem.ts";

export interface Feedback {
  id: string;
  version: string;
  isHelpful: boolean;
  reasons?: FeedbackReason[];
  comment?: string | undefined;
  email?: string | undefined;
}

/**
 * Keeps what a reader said of an article, once for each id. `admit` decides in the same transaction whether it may
 * come in: what it spends is given back when it throws.
 */
export async function giveFeedback(
  { database, clock }: Context,
  article: CheckedArticle,
  feedback: Feedback,
  admit: (queries: Queries) => Promise<void>,
): Promise<{ isNew: boolean }> {
  const { id, version, isHelpful, reasons = [], comment, email } = feedback;
  if (!isHelpful && reasons.length === 0) throw new Problem("feedback-reason-missing", { field: "reasons" });
  return database.transaction(async (queries) => {
    // A repeated request waits here for the first one to end.
    await queries.rows("select pg_advisory_xact_lock(hashtext($1))", [id]);
    if (await queries.row("select 1 from article_feedback where id = $1", [id])) return { isNew: false };
    await admit(queries);
    await queries.rows(
      `insert into article_feedback (id, slug, locale, version, updated, is_helpful, reasons, comment, email, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        id,
        article.slug,
        article.locale,
        version,
        version === article.hash ? article.updated : null,
        isHelpful,
        isHelpful ? [] : reasons,
        (!isHelpful && comment && maskText(comment)) || null,
        (!isHelpful && email) || null,
        clock.now(),
      ],
    );
    return { isNew: true };
  });
}
