import { expect } from "@playwright/test";
import { createKey } from "../server/api-keys.ts";
import type { Context } from "../server/context.ts";
import { subjectOf } from "../server/facts/subject.ts";

/** Whose codes are held back. */
export const claire = "claire.morel@example.com";

/** What the platform says: SMS work in general, and the operator holds those to this person. */
export async function stateHeldSms(context: Context, server: string, page: string): Promise<void> {
  await context.database.rows("insert into customer_hosts values ('boards-eu', $1, 'example-group')", [
    new URL(page).host,
  ]);
  const key = await createKey(context, {
    name: "platform",
    permissions: ["facts"],
    scope: { siteId: "boards-eu", customerId: null },
  });
  const common = {
    site: "boards-eu",
    customer: "example-group",
    until: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const person = { ...common, subject: subjectOf(context, "boards-eu", claire) };
  const response = await fetch(`${server}/api/facts`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify([
      { ...common, check: "sms_delivery", value: { sms_rate: 98, sms_country: "FR" } },
      { ...person, check: "account", value: { account: "active", mfa: "sms" } },
      { ...person, check: "sms_e164", value: { sms_e164: "ok", sms_country: "FR", ending: "89" } },
      { ...person, check: "sms_receipt", value: { sms_code: "30007", sms_resends: 2 } },
    ]),
  });
  expect(response.status).toBe(200);
}
