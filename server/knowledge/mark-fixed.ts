import { createHash } from "node:crypto";
import type { CheckedArticle } from "../../content/check-article.ts";
import type { Context } from "../context.ts";
import { writeLetter } from "../mail/letters.ts";
import { queueMail } from "../mail/outbox.ts";
import { sayDay } from "../times.ts";

/**
 * Notes that the present version of an article mends what readers said of earlier ones, and tells whoever left an
 * address, once; the address goes with it. `only` names which; without it all. What was said of the present version
 * cannot be mended by it.
 */
export async function markFixed(
  context: Context,
  actor: string,
  article: CheckedArticle,
  only?: readonly string[],
): Promise<{ fixed: number; told: number }> {
  const { database, clock, settings } = context;
  const { slug, locale, hash: version, title } = article;
  return database.transaction(async (queries) => {
    const mended = await queries.rows<{ id: string; email: string | null; at: Date }>(
      `select id, email, at from article_feedback
       where slug = $1 and locale = $2 and version <> $3 and not is_helpful and fixed_at is null
         and ($4::uuid[] is null or id = any($4)) order by at for update`,
      [slug, locale, version, only ?? null],
    );
    const readers = new Map(mended.flatMap(({ email, at }) => (email ? [[email.toLowerCase(), at]] : [])));
    for (const [email, at] of readers) {
      await queueMail(context, queries, {
        dedupeKey: `article-fixed ${version} ${createHash("sha256").update(email).digest("base64url")}`,
        name: "article-fixed",
        recipient: email,
        letter: writeLetter("article-fixed", locale, {
          title,
          saidOn: sayDay(at.toISOString().slice(0, 10), locale),
          articleUrl: `${settings.publicUrl}/help/${locale}/${slug}`,
        }),
      });
    }
    await queries.rows(
      "update article_feedback set fixed_in = $2, fixed_at = $3, email = null where id = any($1)",
      [mended.map(({ id }) => id), version, clock.now()],
    );
    const outcome = { fixed: mended.length, told: readers.size };
    await queries.rows("insert into audit_entries (at, actor, action, detail) values ($1, $2, $3, $4)", [
      clock.now(),
      actor,
      "article-fixed",
      { slug, locale, version, ...outcome },
    ]);
    return outcome;
  });
}
