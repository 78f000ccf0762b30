import { createHmac, randomInt } from "node:crypto";
import { limits } from "../contract/limits.ts";
import type { Identity } from "../contract/types.ts";
import type { Context } from "../context.ts";
import type { Site } from "../customers/customers.ts";
import { hasPersonalFacts } from "../facts/facts.ts";
import { closestLocale } from "../locale.ts";
import { writeLetter } from "../mail/letters.ts";
import { insertMail, outboxRow } from "../mail/outbox.ts";
import { Problem } from "../problem.ts";
import { findRegion } from "../tickets/regions.ts";
import { isSameSecret } from "../tickets/tokens.ts";
import { sayTime } from "../times.ts";
import { type Person, proofOf } from "./proof.ts";

/** The code takes the place of the last one if, and only if, its mail leaves; above the limits that one stays good. */
const insertCode = `with mail as (
    ${insertMail(
      "$1",
      `(select count(*) from outbox o where letter = 'identity-code' and o.recipient = mail.recipient
          and o.created_at > mail.created_at - interval '1 hour') < ${limits.codesPerHourAndAddress}
       and (select count(*) from outbox o where letter = 'identity-code' and o.recipient = mail.recipient
          and o.created_at > mail.created_at - interval '1 day') < ${limits.codesPerDayAndAddress}`,
    )} returning id
  )
  insert into identity_codes (site_id, customer_id, subject, code_hash, expires_at)
  select $2, $3, $4, $5, $6 from mail
  on conflict (site_id, subject, customer_id)
    do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0`;

/**
 * Mails a code to an address of which something is known here; to others nothing, or anybody could have us write to
 * anybody. Whoever asked must not be shown which it was.
 */
export async function mailCode(
  context: Context,
  person: Person,
  { site, email, locale: wanted }: { site: Site; email: string; locale: string | undefined },
): Promise<void> {
  const isKnown = (await hasPersonalFacts(context, person)) || (await isContact(context, person, email));
  if (!isKnown) return;
  const now = context.clock.now();
  const expiresAt = new Date(now.getTime() + limits.codeMinutes * 60_000);
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const locale = closestLocale(wanted);
  const recipient = email.toLowerCase();
  const minute = Math.floor(now.getTime() / 60_000);
  const mail = {
    dedupeKey: `identity-code ${recipient} ${minute}`, // one a minute, however many ask at once
    name: "identity-code",
    recipient,
    letter: writeLetter("identity-code", locale, {
      code,
      siteName: site.name,
      validUntil: sayTime(expiresAt, locale, findRegion(context.regions, site.region).timeZone),
    }),
  } as const;
  await context.database.rows(insertCode, [
    outboxRow(context, mail),
    person.siteId,
    person.customerId ?? null,
    person.subject,
    hashOf(context, person, code),
    expiresAt,
  ]);
  context.changes.announce({ topic: "outbox", key: mail.dedupeKey });
}

async function isContact({ database }: Context, { customerId }: Person, email: string): Promise<boolean> {
  const contact = await database.row(
    "select 1 from contacts where customer_id = $1 and lower(email) = $2 limit 1",
    [customerId ?? null, email.toLowerCase()],
  );
  return contact !== undefined;
}

/**
 * Uses a code up. One that is wrong, used, too old or tried too often is the same to whoever tries, and so is one that
 * was never sent. Throws code-invalid.
 */
export async function redeemCode(context: Context, person: Person, code: string): Promise<Identity> {
  const { siteId, customerId = null, subject } = person;
  const hash = hashOf(context, person, code);
  const here = "site_id = $1 and subject = $2 and customer_id is not distinct from $3";
  const tried = await context.database.row<{ code_hash: Buffer }>(
    `update identity_codes set tries = tries + 1 where ${here} and tries < $4 and expires_at > $5 returning code_hash`,
    [siteId, subject, customerId, limits.codeTries, context.clock.now()],
  );
  // Of two that redeem at once, one finds it gone.
  const used =
    tried &&
    isSameSecret(tried.code_hash, hash) &&
    (await context.database.row(
      `delete from identity_codes where ${here} and code_hash = $4 returning subject`,
      [siteId, subject, customerId, hash],
    ));
  if (!used) throw new Problem("code-invalid", { field: "code" });
  return proofOf(context, person);
}

/** Keyed: a million codes are soon tried by whoever has a copy of the database. */
function hashOf({ secret }: Context, { siteId, subject }: Person, code: string): Buffer {
  return createHmac("sha256", secret).update(`identity-code ${siteId} ${subject} ${code}`).digest();
}
