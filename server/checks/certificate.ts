import { setTimeout as delay } from "node:timers/promises";
import type { Context } from "../context.ts";
import { type Certificate, signingCertificate } from "./saml-metadata.ts";

/** A customer whose identity provider publishes metadata. */
export interface WatchedCustomer {
  id: string;
  metadataUrl: string;
}

const hour = 3_600_000;
const day = 24 * hour;
// AD FS's metadata has some 80 kB; reading XML that was made to be slow must not hold the server for long.
const bytesAtMost = 256 * 1_024;
const startMilliseconds = 3_000; // a provider that starts beside us, as in the demonstration, gets a moment
const fetchMilliseconds = 5_000;
const freshMilliseconds = 60_000;
const retryMilliseconds = 5_000; // a provider that was just started, or was briefly away
const knownMilliseconds = 2 * day; // one missed daily look is no news

/** Whole days; negative once expired. */
export function daysUntil(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / day);
}

/** What the last look at the customer's metadata found, unless that was too long ago or went wrong. */
export async function knownCertificate(
  context: Context,
  customerId: string,
): Promise<Certificate | undefined> {
  return findCertificate(context, customerId, knownMilliseconds);
}

/** The customer's certificate as it is now: looks again when the last look is more than a minute old. */
export async function currentCertificate(
  context: Context,
  customer: WatchedCustomer,
): Promise<Certificate | undefined> {
  const now = context.clock.now().getTime();
  const last = await context.database.row<{ checkedAt: Date; error: string | null }>(
    `select checked_at as "checkedAt", error from customer_certificates where customer_id = $1`,
    [customer.id],
  );
  const isFresh =
    last && now - last.checkedAt.getTime() < (last.error === null ? freshMilliseconds : retryMilliseconds);
  if (!isFresh) await checkCertificate(context, customer);
  return findCertificate(context, customer.id, knownMilliseconds);
}

/** Looks at the certificates of all customers once a day, at those that could not be read every hour. */
export function startCertificateChecks(context: Context): { stop(): Promise<void> } {
  const stopping = new AbortController();

  // Ends early when stopped.
  const pause = (milliseconds: number) =>
    delay(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});

  async function work(): Promise<void> {
    await pause(startMilliseconds);
    while (!stopping.signal.aborted) {
      try {
        for (const customer of await dueCustomers(context)) {
          if (stopping.signal.aborted) return;
          await checkCertificate(context, customer, stopping.signal);
        }
      } catch (error) {
        context.log.error("checks: the certificates could not be looked at", { error });
      }
      await pause(hour);
    }
  }

  const working = work();
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

async function dueCustomers({ database, clock }: Context): Promise<WatchedCustomer[]> {
  return database.rows(
    `select id, metadata_url as "metadataUrl" from customers left join customer_certificates on customer_id = id
     where metadata_url is not null
       and (checked_at is null or error is not null or checked_at < $1::timestamptz - interval '1 day')
     order by id`,
    [clock.now()],
  );
}

async function findCertificate(
  { database, clock }: Context,
  customerId: string,
  atMostMillisecondsAgo: number,
): Promise<Certificate | undefined> {
  return database.row<Certificate>(
    `select fingerprint, not_after as "notAfter" from customer_certificates
     join customers on id = customer_id and metadata_url is not null
     where customer_id = $1 and error is null and checked_at > $2`,
    [customerId, new Date(clock.now().getTime() - atMostMillisecondsAgo)],
  );
}

/** Looks once and notes what was found, or that nothing could be found. */
async function checkCertificate(
  context: Context,
  { id, metadataUrl }: WatchedCustomer,
  signal?: AbortSignal,
): Promise<void> {
  try {
    const { fingerprint, notAfter } = signingCertificate(await fetchMetadata(metadataUrl, signal));
    await context.database.rows(
      `insert into customer_certificates (customer_id, fingerprint, not_after, checked_at) values ($1, $2, $3, $4)
       on conflict (customer_id) do update set fingerprint = $2, not_after = $3, checked_at = $4, error = null`,
      [id, fingerprint, notAfter, context.clock.now()],
    );
  } catch (error) {
    if (signal?.aborted) return;
    const reason = reasonOf(error);
    context.log.warn("checks: a certificate could not be looked at", { customer: id, reason });
    await context.database.rows(
      `insert into customer_certificates (customer_id, checked_at, error) values ($1, $2, $3)
       on conflict (customer_id) do update set checked_at = $2, error = $3`,
      [id, context.clock.now(), reason],
    );
  }
}

/** fetch says "fetch failed" and keeps what failed as the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

async function fetchMetadata(address: string, signal?: AbortSignal): Promise<string> {
  const url = new URL(address);
  if (!isAllowed(url)) throw new Error("the metadata's address is not https");
  const timeout = AbortSignal.timeout(fetchMilliseconds);
  const response = await fetch(url, {
    redirect: "error", // where it leads, nobody has checked
    headers: { accept: "application/samlmetadata+xml, application/xml, text/xml" },
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw new Error(`the metadata's address answers ${response.status}`);
  }
  return readText(response.body);
}

/** Over the wire only what cannot be changed on the way; plain HTTP never leaves this machine. */
function isAllowed({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

async function readText(body: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop by an error cancels the stream.
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > bytesAtMost) throw new Error("the metadata is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
