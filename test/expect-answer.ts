import { equal, match, ok } from "node:assert/strict"; // `expect` costs a step of the report
import type { Context } from "../server/context.ts";
import { problemCodes } from "../server/contract/problem-codes.ts";

/** An answer that a client can act on: never a crash of ours, and a refusal says what it is. */
export async function expectAnswer(response: Response): Promise<void> {
  if (response.status >= 400) {
    match(response.headers.get("content-type") ?? "", /^application\/problem\+json|^text\/html/);
    ok(response.status < 500, `${response.status}`);
    const text = await response.text();
    if (text !== "" && response.headers.get("content-type")?.includes("json")) {
      ok(JSON.parse(text).code in problemCodes, text);
    }
  }
  await response.body?.cancel().catch(() => {}); // read above, or a stream
}

const tables = [
  "tickets",
  "messages",
  "audit_entries",
  "outbox",
  "sites",
  "customers",
  "customer_hosts",
  "contacts",
  "article_feedback",
];

/** Expects a request to be answered, one that is refused to have stored nothing, and answers where it leads. */
export async function expectAnswerTo(
  request: () => Response | Promise<Response>,
  context: Context,
): Promise<string | null> {
  const before = await stored(context);
  const response = await request();
  await expectAnswer(response);
  if (response.status >= 400)
    equal(await stored(context), before, `${response.status}, and something stored`);
  return response.headers.get("location");
}

async function stored({ database }: Context): Promise<number> {
  const row = await database.row<{ rows: number }>(
    `select ${tables.map((table) => `(select count(*) from ${table})`).join(" + ")} as rows`,
  );
  return row?.rows ?? 0;
}
