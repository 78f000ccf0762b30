import { writeSampleData } from "../../server/sample-data.ts";
import { expect, test } from "../fixtures.ts";

test("a demonstration starts with 15 believable tickets of all kinds and regions, plainly marked, once", async ({
  serverContext,
}) => {
  const { database } = serverContext;
  await writeSampleData(serverContext, "http://localhost:3001");
  await writeSampleData(serverContext, "http://localhost:3001");
  const tickets = await database.rows<{ kind: string; region: string; is_sample: boolean; state: string }>(
    "select kind, region, is_sample, state from tickets",
  );
  expect(tickets).toHaveLength(15);
  expect(tickets.every((ticket) => ticket.is_sample)).toBe(true);
  expect(new Set(tickets.map((ticket) => ticket.kind))).toEqual(
    new Set(["incident", "anomaly", "assistance"]),
  );
  expect(new Set(tickets.map((ticket) => ticket.region)).size).toBe(7);
  expect(await database.rows("select 1 from tickets where is_sealed")).not.toHaveLength(0);
});

test("no sample mail ever leaves", async ({ serverContext }) => {
  await writeSampleData(serverContext, "http://localhost:3001");
  expect(await serverContext.database.rows("select 1 from outbox where sent_at is null")).toHaveLength(0);
});
