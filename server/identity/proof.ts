import { createHmac } from "node:crypto";
import { z } from "zod";
import { limits } from "../contract/limits.ts";
import type { Identity } from "../contract/types.ts";
import type { Context } from "../context.ts";
import { isSameSecret } from "../tickets/tokens.ts";

/** Somebody, on a page of a customer or of none that is known: what is proved on one page says nothing on another. */
export interface Person {
  siteId: string;
  customerId: string | undefined;
  subject: string;
}

const proved = z.object({
  siteId: z.string(),
  customerId: z.string().optional(),
  subject: z.string(),
  until: z.iso.datetime(),
});

/** What a person's browser shows from now on instead of a code. It names nobody, and is kept nowhere on our side. */
export function proofOf({ secret, clock }: Pick<Context, "secret" | "clock">, person: Person): Identity {
  const until = new Date(clock.now().getTime() + limits.identityMinutes * 60_000).toISOString();
  const { siteId, customerId, subject } = person;
  const content = Buffer.from(JSON.stringify({ siteId, customerId, subject, until })).toString("base64url");
  return { token: `identity.${content}.${signature(secret, content)}`, until };
}

/** Whom a token proves on this page; nobody once it is over, and nobody on another customer's page. */
export function subjectProved(
  { secret, clock }: Pick<Context, "secret" | "clock">,
  page: Omit<Person, "subject">,
  token: string | undefined,
): string | undefined {
  const [kind, content = "", signed = ""] = token?.split(".") ?? [];
  if (kind !== "identity") return undefined;
  if (!isSameSecret(Buffer.from(signed), Buffer.from(signature(secret, content)))) return undefined;
  const { siteId, customerId, subject, until } = proved.parse(
    JSON.parse(Buffer.from(content, "base64url").toString()), // we alone can have signed it
  );
  const isHere = siteId === page.siteId && customerId === page.customerId;
  return isHere && Date.parse(until) > clock.now().getTime() ? subject : undefined;
}

function signature(secret: string, content: string): string {
  return createHmac("sha256", secret).update(`identity ${content}`).digest("base64url");
}
