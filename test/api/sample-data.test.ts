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

test("what a demonstration's readers sought is found, or missed, by the search as it is", async ({
  app,
  serverContext,
}) => {
  await writeSampleData(serverContext, "http://localhost:3001");
  const searches = await serverContext.database.rows<{
    locale: string;
    words: string;
    opened: string | null;
  }>("select distinct locale, words, opened from searches where is_sample");
  expect(searches.length).toBeGreaterThan(5);
  for (const { locale, words, opened } of searches) {
    const query = new URLSearchParams({ locale, q: words, limit: "1" });
    const answer = await app.request(`/api/articles/search?${query}`);
    const { results } = (await answer.json()) as { results: { slug: string }[] };
    expect(
      results.map(({ slug }) => slug),
      words,
    ).toEqual(opened === null ? [] : [opened]);
  }
});

test("no sample mail ever leaves", async ({ serverContext }) => {
  await writeSampleData(serverContext, "http://localhost:3001");
  expect(await serverContext.database.rows("select 1 from outbox where sent_at is null")).toHaveLength(0);
});
