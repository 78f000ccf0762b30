import { randomUUID } from "node:crypto";
import { reply } from "../../server/tickets/desk.ts";
import type { TicketReceipt } from "../../server/contract/types.ts";
import { expect, report, test } from "../fixtures.ts";

test("the link in a mail opens the report on any device, also after a reload", async ({
  page,
  server,
  serverContext,
  mailbox,
}) => {
  const response = await fetch(`${server.url}/api/tickets`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(report({ locale: "en" })),
  });
  const { key } = (await response.json()) as TicketReceipt;
  const camille = { actor: "agent camille@example.com", agentId: null, name: "Camille Roy", permissions: [] };
  await reply(serverContext, camille, key, {
    id: randomUUID(),
    body: "Use the authenticator app.",
    isInternal: false,
  });
  await expect.poll(() => mailbox.length).toBe(2);
  const [link = ""] = /http\S+#\S+/.exec(mailbox[1]?.text ?? "") ?? [];

  await page.goto(link);
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Use the authenticator app.")).toBeVisible();
  expect(page.url()).not.toContain("#");
  await page.reload();
  await expect(panel.getByText("Use the authenticator app.")).toBeVisible();

  // One that lost its end on the way: nobody is sent back to it.
  await page.goto("about:blank");
  await page.goto(link.slice(0, -3));
  await expect(panel.getByText("This link does not open a report.")).toBeVisible();
});
