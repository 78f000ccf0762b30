import { expect, test } from "../fixtures.ts";
import { crash } from "./crash.ts";

test("no acknowledged report or reply is lost or doubled when the server is killed", async ({
  databaseUrl,
}) => {
  test.setTimeout(120_000);
  const found = await crash({ rounds: 5, databaseUrl: process.env.DATABASE_URL && databaseUrl });
  for (const tally of [found.reports, found.receiptsQueued, found.replies, found.replyMailsQueued]) {
    expect(tally).toEqual({ acknowledged: expect.any(Number), lost: 0, doubled: 0 });
  }
  expect(found).toMatchObject({ forgotten: 0, strangeAnswers: 0 });
  expect(found.reports.acknowledged).toBeGreaterThan(20);
  expect(found.replies.acknowledged).toBeGreaterThan(5);
});
