import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import { expect, report, test } from "../fixtures.ts";

const json = JSON.stringify(report());
const half = json.slice(0, 100);
const sent = {
  "a report": `/api/tickets|application/json|content-length: ${json.length}|${half}`,
  "a report of unknown length": `/api/tickets|application/json|transfer-encoding: chunked|64\r\n${half}\r\n`,
  "a form":
    "/console/sign-in|application/x-www-form-urlencoded|sec-fetch-site: same-origin\r\ncontent-length: 200|email=ana%40exam",
};

for (const [what, request] of Object.entries(sent)) {
  test(`${what} that breaks off on its way is no error of ours, and nothing of it is kept`, async ({
    app,
    serverContext,
    logLines,
  }) => {
    const statuses: number[] = [];
    const listening = serve({
      fetch: async (...parameters: Parameters<typeof app.fetch>) => {
        const response = await app.fetch(...parameters);
        statuses.push(response.status);
        return response;
      },
      port: 0,
      hostname: "127.0.0.1",
    });
    await once(listening, "listening");
    const { port } = listening.address() as AddressInfo; // a TCP server's address is one
    const [path, type, headers, part] = request.split("|");
    const arrived = once(listening, "request");
    const client = connect(port, "127.0.0.1");
    client.write(
      `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\n${headers}\r\n\r\n${part}`,
    );
    await arrived;
    client.destroy();

    await expect.poll(() => statuses).toHaveLength(1);
    expect(logLines.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
    expect(statuses).toEqual([400]);
    expect(await serverContext.database.rows("select 1 from tickets")).toEqual([]);
    await new Promise((resolve) => listening.close(resolve));
  });
}
