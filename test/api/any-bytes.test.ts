import { deepEqual, doesNotMatch, equal } from "node:assert/strict"; // `expect` costs a step of the report
import { connect, type Socket } from "node:net";
import { setImmediate as turn, setTimeout as delay } from "node:timers/promises";
import * as fc from "fast-check";
import { createApp } from "../../server/app.ts";
import { listen } from "../../server/listen.ts";
import { anyText, patience, runs } from "../arbitraries.ts";
import { freePort } from "../built-server.ts";
import { report, test as base } from "../fixtures.ts";

/** The server as it is served, on a port. Whatever it meets, it has nothing to complain of, and stops when asked. */
const test = base.extend<{ port: number }>({
  port: async ({ serverContext, logLines }, use) => {
    const port = await freePort();
    const server = await listen({ port, host: "127.0.0.1" }, createApp(serverContext));
    await use(port);
    await server.close();
    deepEqual(logLines.filter((line) => JSON.parse(line).level === "error").slice(0, 3), []);
  },
});

test.describe.configure(patience);

const milliseconds = 10_000; // a shared machine may stall for seconds; what never ends does not end then either

/** Everything that comes until the server closes; the client has said that it sends no more, or goes without a word. */
async function talk(port: number, pieces: Buffer[], ending: "end" | "reset"): Promise<string> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  let heard = "";
  socket.setEncoding("latin1").on("data", (text: string) => (heard += text));
  socket.on("error", () => {}); // reset by the server: "close" follows
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  for (const piece of pieces) {
    if (!socket.writable) break;
    socket.write(piece);
    await turn();
  }
  if (ending === "reset") socket.resetAndDestroy();
  else socket.end();
  await within(closed, "the server neither answers nor hangs up");
  return heard;
}

async function within<Result>(work: Promise<Result>, otherwise: string): Promise<Result> {
  const stop = new AbortController();
  const late = delay(milliseconds, undefined, stop).then(() => {
    throw new Error(otherwise);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    stop.abort();
    late.catch(() => {});
  }
}

async function expectToLive(port: number): Promise<void> {
  const signal = AbortSignal.timeout(milliseconds);
  equal((await fetch(`http://127.0.0.1:${port}/healthz`, { signal })).status, 200);
}

/** Cuts where the numbers say, in thousandths of the whole. */
function cut(bytes: Buffer, where: number[]): Buffer[] {
  const places = where.map((at) => Math.floor((at * bytes.length) / 1_000)).toSorted((a, b) => a - b);
  return [0, ...places].map((from, at) => bytes.subarray(from, places[at]));
}

const anyCuts = fc.array(fc.nat(1_000), { maxLength: 4 });

const json = JSON.stringify(report());

const anyLine = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("POST /api/tickets HTTP/1.1", "POST /console/sign-in HTTP/1.1") },
  { weight: 2, arbitrary: fc.constantFrom("GET /help/en HTTP/1.1", "GET /api/status/stream HTTP/1.1") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "GET / HTTP/1.0",
      "GET / HTTP/9.9",
      "GET /",
      "GET * HTTP/1.1",
      "OPTIONS * HTTP/1.1",
      "CONNECT localhost:1 HTTP/1.1",
      "TRACE / HTTP/1.1",
      "PRI * HTTP/2.0",
      "GET http://[ HTTP/1.1",
      "GET http://other.example.com/ HTTP/1.1",
      "GET //:0 HTTP/1.1",
      "GET /%00%E0%A4?% HTTP/1.1",
      "BREW / HTTP/1.1",
      "",
    ),
  },
  { weight: 1, arbitrary: anyText.map((text) => `GET /${text} HTTP/1.1`) },
  { weight: 1, arbitrary: anyText },
);

const anyHeader = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      "Content-Type: application/json",
      "Content-Type: application/x-www-form-urlencoded",
      "Content-Type: multipart/form-data; boundary=x",
      "Sec-Fetch-Site: same-origin",
      `Content-Length: ${json.length}`,
      `Content-Length: ${json.length}`,
      "Content-Length: 0",
      "Content-Length: 5",
      "Content-Length: 70000",
      "Content-Length: 99999999999999999999",
      "Content-Length: -1",
      "Content-Length: 1e3",
      "Transfer-Encoding: chunked",
      "Transfer-Encoding: chunked",
      "Transfer-Encoding: gzip, chunked",
      "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
      " folded: onto the line before",
      "Expect: 100-continue",
      "Expect: anything",
      "Connection: close",
      "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x",
      "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c",
      "Host: [",
      "Host: other.example.com\r\nHost: another.example.com",
      "Accept-Encoding: gzip",
      "If-None-Match: *",
      "Range: bytes=0-,0-,0-",
      `Cookie: ${"a=b; ".repeat(2_000)}`,
      `X-Long: ${"x".repeat(20_000)}`,
    ),
  },
  { weight: 1, arbitrary: fc.tuple(anyText, anyText).map(([name, value]) => `${name}: ${value}`) },
);

const anyChunk = fc.oneof(
  { weight: 3, arbitrary: fc.constant(`${json.length.toString(16)}\r\n${json}\r\n0\r\n\r\n`) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "5\r\nhello\r\n",
      "5\r\nhel",
      "5\r\nhello, world\r\n",
      "0\r\n\r\n",
      "0\r\nTrailer: x\r\n\r\n",
      "-1\r\n\r\n",
      "zz\r\n",
      "\r\n",
      "FFFFFFFFFFFFFFFFFF\r\n",
      `5;${"e".repeat(20_000)}\r\nhello\r\n`,
      "11170\r\n" + "x".repeat(70_000) + "\r\n0\r\n\r\n",
    ),
  },
);

const anyBody = fc.oneof(
  { weight: 2, arbitrary: fc.constant("") },
  { weight: 2, arbitrary: fc.constant(json) },
  {
    weight: 3,
    arbitrary: fc.array(anyChunk, { minLength: 1, maxLength: 3 }).map((chunks) => chunks.join("")),
  },
  { weight: 1, arbitrary: anyText },
);

const anyRequest = fc
  .tuple(
    anyLine,
    fc.array(anyHeader, { maxLength: 4 }),
    fc.constantFrom("\r\n", "\r\n", "\r\n", "\n", "\r"),
    fc.constantFrom("Host: localhost", "Host: localhost", "Host: localhost", ""),
    anyBody,
  )
  .map(([line, headers, end, host, body]) => [line, host, ...headers, "", body].join(end));

const beginning = "POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

test("whatever bytes come, in whatever pieces, nothing fails, nobody waits, and the next is answered", async ({
  port,
}) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRequest, { minLength: 1, maxLength: 3 }),
      fc.nat(1_000),
      anyCuts,
      fc.constantFrom<("end" | "reset")[]>("end", "end", "reset"),
      async (requests, untilThousandth, cuts, ending) => {
        const all = Buffer.from(requests.join(""), "utf8");
        const sent = untilThousandth > 700 ? all : (cut(all, [untilThousandth])[0] ?? all);
        const heard = await talk(port, cut(sent, cuts), ending);
        doesNotMatch(heard, /^HTTP\/1\.1 5\d\d/m);
        await expectToLive(port);
      },
    ),
    runs(100, [
      // Broken off while it was sent: once an error in the log.
      [[`${beginning}Content-Length: 5\r\n\r\n{`], 1_000, [], "end"],
      [[`${beginning}Content-Length: 5\r\n\r\n{`], 1_000, [], "reset"],
      [[`${beginning}Transfer-Encoding: chunked\r\n\r\n5\r\nhel`], 1_000, [500], "end"],
    ]),
  );
});

test("requests that come in one packet, or in many, are each answered, in their order", async ({ port }) => {
  const request = (path: string) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  const paths = ["/healthz", "/api/nothing", "/help/en", "/robots.txt", "/console"];
  const statuses = ["200", "404", "200", "200", "302"];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }), anyCuts, async (which, cuts) => {
      const asked = which.map((at) => request(paths[at] ?? "")).join("");
      const last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      const heard = await listenTo(port, cut(Buffer.from(asked + last), cuts));
      const answered = [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status);
      deepEqual(answered, [...which.map((at) => statuses[at]), "200"]);
    }),
    runs(40),
  );
});

/** As `talk` does, but leaves it to the server to hang up. */
async function listenTo(port: number, pieces: Buffer[]): Promise<string> {
  const socket = connect(port, "127.0.0.1").setNoDelay();
  let heard = "";
  socket.setEncoding("latin1").on("data", (text: string) => (heard += text));
  for (const piece of pieces) {
    socket.write(piece);
    await turn();
  }
  await within(new Promise<void>((resolve) => socket.once("close", () => resolve())), "an answer is missing");
  return heard;
}

test("whoever never finishes a request keeps nobody else waiting", async ({ port }) => {
  const beginnings = [
    "G",
    "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    `POST /api/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${json.length}\r\n\r\n{`,
    "POST /console/sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin\r\n\r\n5\r\nh",
  ];
  const slow: Socket[] = [];
  for (let count = 0; count < 200; count += 1) {
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write(beginnings[count % beginnings.length] ?? "");
    slow.push(socket);
  }
  for (let round = 0; round < 20; round += 1) {
    for (const socket of slow) if (socket.writable) socket.write("x");
    await expectToLive(port);
  }
  for (const socket of slow) socket.destroy();
  await expectToLive(port);
});
