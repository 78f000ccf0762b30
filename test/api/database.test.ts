import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { Client } from "pg";
import { openDatabase } from "../../server/database.ts";
import { expect, test as base } from "../fixtures.ts";

interface Line {
  url: string;
  /** With its next whole answer the server says that it ends, and is gone. */
  endsNext: boolean;
}

const readyForQuery = Buffer.from("Z\0\0\0\x05");

/** What PostgreSQL says where its first process was killed. */
const fatal = (() => {
  const fields = "SFATAL\0VFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0";
  const head = Buffer.from("E\0\0\0\0");
  head.writeInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, Buffer.from(fields)]);
})();

/** The test's database, over a line that can end at the worst moment. */
const test = base.extend<{ line: Line }>({
  line: async ({ databaseUrl }, use) => {
    const { host, port, user = "", database = "", password } = new Client(databaseUrl);
    const server = createServer((here) => {
      const there = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
      for (const [one, other] of [
        [here, there],
        [there, here],
      ] as const) {
        one.on("error", () => {});
        one.on("close", () => other.destroy());
      }
      here.pipe(there);
      there.on("data", (bytes) => {
        const isWhole = bytes.subarray(-6, -1).equals(readyForQuery);
        if (line.endsNext && isWhole) {
          line.endsNext = false;
          here.end(Buffer.concat([bytes, fatal]));
        } else here.write(bytes);
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = new URL("postgres://127.0.0.1");
    Object.assign(url, { username: user, password: password ?? "", pathname: `/${database}` });
    url.port = String((server.address() as AddressInfo).port); // a TCP server's address is one
    const line: Line = { url: `${url.href}?sslmode=disable`, endsNext: false };
    await use(line);
    server.close();
  },
});

test("a PostgreSQL that ends just as it lets us in, or amid a transaction, ends no process of ours", async ({
  line,
}) => {
  const database = await openDatabase({ databaseUrl: line.url, dataDir: "" });

  line.endsNext = true;
  const client = await database.connect();
  await expect(client.query("select 1")).rejects.toThrow();

  const work = database.transaction(async (queries) => {
    line.endsNext = true;
    await queries.rows("select 1");
    await queries.rows("select 2");
  });
  await expect(work).rejects.toMatchObject({ code: "not-ready" });

  expect(await database.row("select 3 as answer")).toEqual({ answer: 3 });
  await database.close();
});
